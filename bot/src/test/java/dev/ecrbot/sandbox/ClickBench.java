package dev.ecrbot.sandbox;

import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Traffic;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after a click on Approve there is something to see of it, and until the card says that it is applied; how long it takes from
 * the decision to the proof, beside what the calls of AWS between click and card take. Prints, and asserts nothing.
 *
 * <p>{@code -Dclick.aws} says how many milliseconds AWS takes for each call, 200 by default.
 */
public final class ClickBench {
    private static final long AWS_MILLIS = Long.getLong("click.aws", 200);
    private static final int WARM_UP = 5;
    // Made for the repository's sake, and not about it.
    private static final Set<ApiOperation> BESIDE = Set.of(ApiOperation.ASSUME_ROLE, ApiOperation.GET_REGISTRY_POLICY);
    private static final List<String> REPOSITORIES =
            List.of("payments/api", "payments/worker", "data/etl", "mobile/backend", "infra/runner", "empty/new");
    private static final List<String> ROLES =
            List.of("ci-deployer", "role2-1", "role2-2", "ecsInstanceRole", "service/checkout-task", "nightly-build");

    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private final Machine machine = new Machine(TrialConfig.http().withRules(SandboxRules.ALL), clock, Tempo.REAL);
    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalSlack slack = machine.trial().slack();
    private final List<Long> seen = new ArrayList<>();
    private final List<Long> applied = new ArrayList<>();
    private final List<Long> calling = new ArrayList<>();
    private final List<Long> calls = new ArrayList<>();
    private final List<Double> proven = new ArrayList<>();

    private ClickBench() {}

    public static void main(String[] args) {
        new ClickBench().run();
    }

    private void run() {
        try (machine) {
            var late = new Fault() {
                @Override
                public void before(ApiCall call) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(AWS_MILLIS));
                }
            };
            for (ApiOperation each : ApiOperation.values()) {
                machine.trial().ecr().traffic().always(each, late);
            }
            for (String repository : REPOSITORIES) {
                for (String role : ROLES) {
                    once(
                            "grant pull central/us-west-2:" + repository + " sales " + role + " for 7d because bench",
                            repository);
                }
            }
        }
        print("click on Approve to the first change that is seen", seen);
        print("click on Approve to the card that says Applied", applied);
        print("all calls of AWS between them, one after the other", calling);
        System.out.printf("calls of AWS for one approval: %d at most%n", Collections.max(calls));
        print("the last approval to the proof by reading back, as the metric has it", proofs());
    }

    /** The metric is a sum: what each change added to it. */
    private List<Long> proofs() {
        var each = new ArrayList<Long>();
        for (int i = 1; i < proven.size(); i++) {
            each.add((long) ((proven.get(i) - proven.get(i - 1)) * 1e9));
        }
        return each;
    }

    private void once(String line, String repository) {
        List<String> before = cards();
        slack.command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), line);
        Message card = slack.await(() -> slack.messages(SampleWorkspace.APPROVALS.id()).stream()
                .filter(each -> !before.contains(each.ts()) && each.shown().contains(repository))
                .findFirst());
        // Nobody reads a card in less time; and a channel that was just written to has to wait for a second.
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        Instant began = clock.instant();
        long clicked = System.nanoTime();
        slack.click(SampleWorkspace.APPROVER, card, "request.approve");
        slack.await(() -> changed(card, ""));
        seen.add(System.nanoTime() - clicked);
        slack.await(() -> changed(card, "Applied"));
        applied.add(System.nanoTime() - clicked);
        List<Traffic.Ended> made = machine.trial().ecr().traffic().ended().stream()
                .filter(call -> !call.call().at().isBefore(began))
                // Of other repositories something is read again meanwhile.
                .filter(call -> BESIDE.contains(call.call().operation())
                        || call.call().resource().endsWith("/" + repository))
                .toList();
        calls.add((long) made.size());
        calling.add(made.stream().mapToLong(call -> call.took().toNanos()).sum());
        proven.add(metric("ecrbot_decision_to_applied_seconds_sum"));
    }

    private double metric(String name) {
        try {
            var page = URI.create("http://127.0.0.1:" + machine.trial().bot().opsPort() + "/metrics");
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .sum();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> cards() {
        return slack.messages(SampleWorkspace.APPROVALS.id()).stream()
                .map(Message::ts)
                .toList();
    }

    private Optional<Message> changed(Message card, String words) {
        return slack.current(card)
                .filter(now ->
                        now.edits().size() > card.edits().size() && now.shown().contains(words));
    }

    private static void print(String what, List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos.subList(WARM_UP, nanos.size()));
        Collections.sort(sorted);
        System.out.printf(
                "%s: p50 %d ms, p99 %d ms, of %d%n",
                what,
                TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() / 2)),
                TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() - 1 - sorted.size() / 100)),
                sorted.size());
    }
}

package dev.ecrbot.sandbox;

import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long after a click on Approve there is something to see of it, and until the card says that it is applied; prints, and asserts nothing. */
public final class ClickBench {
    private static final long ECR_MILLIS = 200;
    private static final int WARM_UP = 5;
    private static final List<String> REPOSITORIES =
            List.of("payments/api", "payments/worker", "data/etl", "mobile/backend", "infra/runner", "empty/new");
    private static final List<String> ROLES =
            List.of("ci-deployer", "role2-1", "role2-2", "ecsInstanceRole", "service/checkout-task", "nightly-build");

    private final Machine machine = new Machine(
            TrialConfig.http().withRules(SandboxRules.ALL), new MovableClock(Clock.systemUTC()), Tempo.REAL);
    private final LocalSlack slack = machine.trial().slack();
    private final List<Long> seen = new ArrayList<>();
    private final List<Long> applied = new ArrayList<>();

    private ClickBench() {}

    public static void main(String[] args) {
        new ClickBench().run();
    }

    private void run() {
        try (machine) {
            var late = new Fault() {
                @Override
                public void before(ApiCall call) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ECR_MILLIS));
                }
            };
            for (ApiOperation each : ApiOperation.values()) {
                if (each.permission().startsWith("ecr:")) {
                    machine.trial().ecr().traffic().always(each, late);
                }
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
    }

    private void once(String line, String repository) {
        List<String> before = cards();
        slack.command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), line);
        Message card = slack.await(() -> slack.messages(SampleWorkspace.APPROVALS.id()).stream()
                .filter(each -> !before.contains(each.ts()) && each.shown().contains(repository))
                .findFirst());
        // Nobody reads a card in less time; and a channel that was just written to has to wait for a second.
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        long clicked = System.nanoTime();
        slack.click(SampleWorkspace.APPROVER, card, "request.approve");
        slack.await(() -> changed(card, ""));
        seen.add(System.nanoTime() - clicked);
        slack.await(() -> changed(card, "Applied"));
        applied.add(System.nanoTime() - clicked);
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

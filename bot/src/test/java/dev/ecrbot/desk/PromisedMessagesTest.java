package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lives through each kind of life that a request can have, and counts who is sent how much: what the page on operations promises. */
final class PromisedMessagesTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "operations.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([a-z][^|]*?) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$");
    private static final String PULL = "grant pull payments/api sales ci-deployer for 1h";
    private static final String TWO_REPOSITORIES = "payments/api,payments/worker";

    private static final String BY_HAND = """
            {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow",
            "Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"ecr:BatchGetImage"}]}""";

    /** What needs no click, and takes effect at once. */
    private static final String AT_ONCE = """
              - name: at-once
                repositories: ["mobile/*"]
                access: [pull]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
                revoke: immediate
                auto_approve: {for_at_most: 1d, per_day: 2}
                breakglass: {people: [U0REQUESTER], for: 4h, review_within: 1h, per_day: 2, channel: C0SECURITY}
            """;

    private static final String EMERGENCY =
            "breakglass pull mobile/backend sales ci-deployer because production is down";

    private static final Map<String, Consumer<DeskBench>> LIVES = new LinkedHashMap<>();

    static {
        LIVES.put("approved, and ended by itself", bench -> {
            bench.applied(PULL);
            pass(bench, Duration.ofHours(2));
        });
        LIVES.put("denied", bench -> bench.denies(DeskBench.AMIR, bench.asks(DeskBench.RITA, PULL)));
        LIVES.put("denied, with a reason", bench -> {
            Request request = bench.asks(DeskBench.RITA, PULL);
            bench.denies(DeskBench.AMIR, request);
            bench.staff()
                    .desk()
                    .written(DeskBench.asker(DeskBench.AMIR), request.id().value(), Counter.Writing.REASON, "not now");
        });
        LIVES.put(
                "cancelled",
                bench -> bench.types(
                        DeskBench.RITA,
                        "cancel " + bench.asks(DeskBench.RITA, PULL).id()));
        LIVES.put("left undecided, and expired", bench -> {
            bench.asks(DeskBench.RITA, PULL);
            minutes(bench, 8 * 60);
        });
        LIVES.put("left undecided, with deputies, and expired", bench -> {
            bench.asks(DeskBench.RITA, "grant pull web/frontend sales ci-deployer for 1h");
            minutes(bench, 8 * 60);
        });
        LIVES.put("overtaken by a change of others, and approved again", bench -> {
            Request request = bench.asks(DeskBench.RITA, PULL);
            bench.ecr.setPolicy(SeedRegistry.west("payments/api"), BY_HAND);
            bench.approves(DeskBench.AMIR, request);
            bench.work();
            approved(bench, bench.now(request));
        });
        LIVES.put("shortened, and approved", bench -> {
            Request request = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer for 8h");
            bench.staff()
                    .desk()
                    .shorten(DeskBench.asker(DeskBench.AMIR), request.id().value(), 1, "for 1h");
            bench.deliver();
            approved(bench, bench.now(request));
        });
        LIVES.put("commented on, answered, and approved", bench -> {
            Request request = bench.asks(DeskBench.RITA, PULL);
            bench.staff()
                    .desk()
                    .written(
                            DeskBench.asker(DeskBench.AMIR),
                            request.id().value(),
                            Counter.Writing.COMMENT,
                            "which build?");
            bench.staff()
                    .desk()
                    .written(
                            DeskBench.asker(DeskBench.RITA),
                            request.id().value(),
                            Counter.Writing.COMMENT,
                            "the nightly one");
            approved(bench, request);
        });
        LIVES.put("failed, and tried again", bench -> {
            bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
            Request failed = bench.done(PULL);
            assertThat(failed.stage().state()).isEqualTo(RequestState.FAILED);
            bench.staff()
                    .desk()
                    .wish(DeskBench.asker(DeskBench.RITA), failed.id().value(), Wish.TRY_AGAIN);
        });
        LIVES.put("approved, and asked for by somebody else, too", bench -> {
            Request request = bench.asks(DeskBench.RITA, PULL);
            assertThat(bench.types(DeskBench.BEN, PULL)).isInstanceOf(Answer.WaitingAlready.class);
            approved(bench, request);
        });
        LIVES.put("approved, warned of twice, and ended by itself", bench -> {
            bench.applied("grant pull payments/api sales ci-deployer for 7d");
            minutes(bench, 8 * 24 * 60);
        });
        LIVES.put(
                "approved, and ended by its holder",
                bench ->
                        bench.types(DeskBench.RITA, "end " + bench.applied(PULL).id()));
        LIVES.put("approved, and extended by a request of its own", bench -> {
            Request request = bench.applied(PULL);
            approved(bench, bench.asks(DeskBench.RITA, "extend " + request.id() + " for 8h"));
        });
        LIVES.put("approved, and undone by a request of somebody else", bench -> {
            Request request = bench.applied(PULL);
            approved(bench, bench.asks(DeskBench.BEN, "undo " + request.id()));
        });
        LIVES.put("approved, and revoked by a request of somebody else", bench -> {
            bench.applied(PULL);
            approved(bench, bench.asks(DeskBench.BEN, "revoke all payments/api sales ci-deployer"));
        });
        LIVES.put("two asked for at once, approved, and ended", bench -> {
            approved(bench, bench.asks(DeskBench.RITA, PULL.replace("payments/api", TWO_REPOSITORIES)));
            pass(bench, Duration.ofHours(2));
        });
        LIVES.put(
                "two asked for at once, and denied",
                bench -> bench.denies(
                        DeskBench.AMIR, bench.asks(DeskBench.RITA, PULL.replace("payments/api", TWO_REPOSITORIES))));
        LIVES.put("two asked for at once, approved, and warned of together, twice", bench -> {
            String both = "grant pull " + TWO_REPOSITORIES + " sales ci-deployer for 7d";
            approved(bench, bench.asks(DeskBench.RITA, both));
            pass(bench, Duration.ofDays(6).plusHours(1));
            pass(bench, Duration.ofHours(22).plusMinutes(45));
        });
        LIVES.put("two asked for at once, approved, and revoked at once", bench -> {
            approved(bench, bench.asks(DeskBench.RITA, PULL.replace("payments/api", TWO_REPOSITORIES)));
            approved(bench, bench.asks(DeskBench.RITA, "revoke all " + TWO_REPOSITORIES + " sales ci-deployer"));
        });
        LIVES.put("two asked for at once, of which one failed and was tried again", bench -> {
            bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
            Request first = bench.asks(DeskBench.RITA, PULL.replace("payments/api", TWO_REPOSITORIES));
            approved(bench, first);
            Request failed = failed(bench);
            bench.staff()
                    .desk()
                    .wish(DeskBench.asker(DeskBench.RITA), failed.id().value(), Wish.TRY_AGAIN);
        });
        LIVES.put("two asked for at once, of which one was overtaken and approved again", bench -> {
            Request first = bench.asks(DeskBench.RITA, PULL.replace("payments/api", TWO_REPOSITORIES));
            bench.ecr.setPolicy(SeedRegistry.west("payments/api"), BY_HAND);
            approved(bench, first);
            bench.ledger.<List<Request>>transact(books -> books.requests().pending(2)).stream()
                    .map(bench::now)
                    .forEach(again -> approved(bench, again));
        });
        LIVES.put("approved, and its extension denied", bench -> {
            Request request = bench.applied(PULL);
            bench.denies(DeskBench.AMIR, bench.asks(DeskBench.RITA, "extend " + request.id() + " for 8h"));
        });
        LIVES.put("approved, and its undo denied", bench -> {
            Request request = bench.applied(PULL);
            bench.denies(DeskBench.AMIR, bench.asks(DeskBench.BEN, "undo " + request.id()));
        });
        LIVES.put("approved, and ended by an approver", bench -> {
            Request request = bench.applied(PULL);
            bench.types(DeskBench.AMIR, "end " + request.id());
        });
        LIVES.put("approved, and taken out of the policy by others", bench -> {
            bench.applied(PULL);
            ForeignPen.write(bench.ecr, SeedRegistry.west("payments/api"), false, "by hand");
            for (int reading = 0; reading < 2; reading++) {
                bench.clock.advance(Duration.ofMinutes(1));
                bench.staff().due().rereading().look(1);
            }
        });
        LIVES.put("approved, and a second one approved by its rule, which ended by itself", bench -> {
            bench.applied("grant pull mobile/backend sales ci-deployer for 8h");
            assertThat(bench.asks(DeskBench.RITA, "grant pull mobile/backend sales nightly-build for 1h")
                            .authority())
                    .isEqualTo(Authority.RULE);
            bench.work();
            pass(bench, Duration.ofHours(2));
        });
        LIVES.put("approved, and revoked at once by its holder", bench -> {
            bench.applied("grant pull mobile/backend sales ci-deployer for 8h");
            bench.types(DeskBench.RITA, "revoke all mobile/backend sales ci-deployer");
            bench.work();
        });
        LIVES.put("taken at once in an emergency, reviewed, and ended by itself", bench -> {
            Request request = bench.asks(DeskBench.RITA, EMERGENCY);
            bench.work();
            bench.staff()
                    .desk()
                    .wish(DeskBench.asker(DeskBench.AMIR), request.id().value(), Wish.REVIEW);
            minutes(bench, 5 * 60);
        });
        LIVES.put("taken at once in an emergency, and reviewed by nobody", bench -> {
            bench.asks(DeskBench.RITA, EMERGENCY);
            bench.work();
            minutes(bench, 5 * 60);
        });
    }

    private static Request failed(DeskBench bench) {
        return bench
                .ledger
                .<List<RequestId>>transact(books -> books.requests().in(EnumSet.of(RequestState.FAILED)))
                .stream()
                .map(id -> bench.ledger
                        .<Optional<Request>>transact(books -> books.requests().find(id))
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachLifeHasAsManyAsThePagePromises() throws IOException {
        var counted = new LinkedHashMap<String, MessageTally>();
        LIVES.forEach((life, lived) -> counted.put(life, counted(lived)));
        String table = counted.entrySet().stream()
                .map(each -> "| " + each.getKey() + " | " + each.getValue() + " |")
                .collect(Collectors.joining("\n"));
        System.out.println("| life of a request | " + MessageTally.HEADING + " |\n" + table);

        assertThat(table).isEqualTo(promised());
    }

    private static MessageTally counted(Consumer<DeskBench> lived) {
        try (var bench = new DeskBench(rules(), "production: {tag: env, values: [prod]}\n")) {
            lived.accept(bench);
            bench.work();
            return MessageTally.of(bench.mailbox.all(), DeskBench.RITA);
        }
    }

    private static String promised() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(PAGE));
        return rows.results().map(row -> row.group()).collect(Collectors.joining("\n"));
    }

    // The second rule has deputies, and needs one approval.
    private static String rules() {
        return AT_ONCE + DeskBench.RULES.replace("approvals: 2", "escalate: {to: [S0OWNERS], after: 3h}");
    }

    private static void approved(DeskBench bench, Request request) {
        bench.approves(DeskBench.AMIR, request);
        bench.work();
    }

    private static void pass(DeskBench bench, Duration time) {
        bench.clock.advance(time);
        bench.sweep();
    }

    private static void minutes(DeskBench bench, int many) {
        for (int minute = 0; minute < many; minute += 15) {
            pass(bench, Duration.ofMinutes(15));
        }
    }
}

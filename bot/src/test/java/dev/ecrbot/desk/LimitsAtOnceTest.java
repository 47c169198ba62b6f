package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.Race;
import dev.ecrbot.store.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a rule counts it counts of all that is asked for, and approved, at one moment: never one too many. */
final class LimitsAtOnceTest {
    private static final int RUNNERS = 8;
    private static final String RULE = """
              - name: few
                repositories: ["*"]
                access: [pull, push]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """;

    private enum Store {
        H2(MigratedH2::fresh),
        POSTGRES(TestPostgres::migratedDatabase);

        private final Supplier<String> database;

        Store(Supplier<String> database) {
            this.database = database;
        }

        private DeskBench bench(String more) {
            return new DeskBench(RULE + "    " + more + "\n", "", database.get());
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestsOfOnePersonThatWait(Store store) throws Exception {
        try (DeskBench bench = store.bench("limits: {pending_per_person: 3}")) {
            List<Answer> answers = atOnce(bench, "grant pull %s sales ci-deployer for 7d");
            assertThat(answers).filteredOn(Answer.Filed.class::isInstance).hasSize(3);
            assertThat(refusals(answers)).hasSize(RUNNERS - 3).containsOnly(Code.LIMIT_PENDING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalAtOnceThatWait(Store store) throws Exception {
        try (DeskBench bench = store.bench("limits: {pending_per_person: 5}")) {
            List<Answer> answers = atOnce(bench, "grant pull %s sales ci-deployer,nightly-build for 7d");
            assertThat(answers).filteredOn(Answer.Filed.class::isInstance).hasSize(2);
            assertThat(refusals(answers)).hasSize(RUNNERS - 2).containsOnly(Code.LIMIT_PENDING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void grantsOfOnePersonThatAreApproved(Store store) throws Exception {
        try (DeskBench bench = store.bench("limits: {grants_per_person: 3}")) {
            List<Request> all = atOnce(bench, "grant pull %s sales ci-deployer for 7d").stream()
                    .map(Answer.Filed.class::cast)
                    .map(Answer.Filed::request)
                    .toList();
            List<Callable<Answer>> clicks = all.stream()
                    .map(request -> (Callable<Answer>) () -> bench.approves(DeskBench.AMIR, request))
                    .toList();
            List<Answer> answers = done(clicks);
            assertThat(answers).filteredOn(Answer.Approved.class::isInstance).hasSize(3);
            assertThat(refusals(answers)).hasSize(RUNNERS - 3).containsOnly(Code.LIMIT_GRANTS);
            bench.work();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheRuleApprovesByItselfInADay(Store store) throws Exception {
        try (DeskBench bench = store.bench("auto_approve: {for_at_most: 7d, per_day: 3}")) {
            bench.applied("grant push payments/worker sales role2-1 for 7d");
            List<Answer> answers = atOnce(bench, "grant pull %s sales ci-deployer for 7d");
            assertThat(answers)
                    .extracting(answer -> ((Answer.Filed) answer).request().authority())
                    .filteredOn(Authority.RULE::equals)
                    .hasSize(3);
            bench.work();
        }
    }

    @ParameterizedTest
    @EnumSource
    void howOftenTheGlassIsBrokenInADay(Store store) throws Exception {
        try (DeskBench bench = store.bench("breakglass: {people: [U0REQUESTER], for: 4h, review_within: 1h, per_day: 3,"
                + " channel: C0SECURITY}")) {
            List<Answer> answers = atOnce(bench, "breakglass pull %s sales ci-deployer because production is down");
            assertThat(answers).filteredOn(Answer.Filed.class::isInstance).hasSize(3);
            assertThat(refusals(answers)).hasSize(RUNNERS - 3).containsOnly(Code.BREAKGLASS_REFUSED);
            bench.work();
        }
    }

    /** Asked by one person at one moment, for a repository each. */
    private static List<Answer> atOnce(DeskBench bench, String form) throws Exception {
        List<String> names =
                IntStream.range(0, RUNNERS).mapToObj(i -> "at-once/no-" + i).toList();
        names.forEach(name -> bench.ecr.addRepository(SeedRegistry.west(name), Map.of()));
        Stream<Callable<Answer>> asks =
                names.stream().map(name -> () -> bench.types(DeskBench.RITA, form.formatted(name)));
        return done(asks.toList());
    }

    private static List<Answer> done(List<Callable<Answer>> works) throws Exception {
        return Race.all(works).stream().map(CompletableFuture::join).toList();
    }

    private static List<Code> refusals(List<Answer> answers) {
        return answers.stream()
                .filter(Answer.Refused.class::isInstance)
                .map(answer -> ((Answer.Refused) answer).problem().code())
                .toList();
    }
}

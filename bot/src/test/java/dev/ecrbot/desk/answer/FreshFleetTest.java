package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.sight.Renewal;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.FaultByRepository;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about the fleet that are to be answered by reading AWS anew: few policies at once, more by one crawl for all. */
final class FreshFleetTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final Repository WORKER = SeedRegistry.west("payments/worker");
    private static final String OPEN = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}""";
    private static final String TO_FINANCE = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
            "Principal":{"AWS":"arn:aws:iam::333333333333:role/report-runner"},
            "Action":["ecr:BatchGetImage","ecr:GetDownloadUrlForLayer","ecr:BatchCheckLayerAvailability"]}]}""";

    private final DeskBench bench = new DeskBench(DeskBench.RULES, "limits: {commands_per_minute: 100000}\n");

    @BeforeEach
    void crawled() {
        bench.crawl();
        bench.clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Finding asked(String text) {
        return asked(DeskBench.BEN, text);
    }

    private Finding asked(PersonId person, String text) {
        Answer answer = bench.types(person, text);
        assertThat(answer).as(text).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).finding();
    }

    private Finding.Renewed renewed(String text) {
        return (Finding.Renewed) asked(text);
    }

    private int readings() {
        return bench.ecr.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY).size();
    }

    private int lists() {
        return bench.ecr.traffic().calls(ApiOperation.DESCRIBE_REPOSITORIES).size();
    }

    private void many() {
        IntStream.range(0, 150).forEach(i -> bench.ecr.addRepository(SeedRegistry.west("many/no" + i), Map.of()));
        bench.clock.advance(Duration.ofDays(1));
        bench.crawl();
        bench.clock.advance(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "audit payments/api", "audit payments/*", "audit public", "audit 111111111111"})
    void auditTellsWhatOthersJustDid(String question) {
        bench.ecr.setPolicy(API, OPEN);
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(isPublic((Audit) asked(question))).isFalse();
        Finding.Renewed fresh = renewed(question + " fresh");
        assertThat(isPublic((Audit) fresh.answer())).isTrue();
        assertThat(fresh.renewal().troubles()).isEmpty();
        assertThat(isPublic((Audit) asked(question)))
                .as("it is in the index from then on")
                .isTrue();
    }

    private static boolean isPublic(Audit audit) {
        return audit.sorts().stream().anyMatch(sort -> sort.places().contains("payments/api"))
                || audit.findings().stream()
                        .anyMatch(finding -> finding.kind().equals("public_principal")
                                && finding.holder().equals(API));
    }

    @Test
    void onlyWhatItIsAboutIsRead() {
        int before = readings();
        Renewal renewal = renewed("audit payments/worker fresh").renewal();
        assertThat(renewal.policies()).isEqualTo(1);
        assertThat(readings() - before).isEqualTo(1);
        assertThat(bench.index.find(WORKER).orElseThrow().read()).isEqualTo(bench.clock.instant());
        assertThat(bench.index.find(API).orElseThrow().read()).isBefore(bench.clock.instant());
    }

    @Test
    void accessTellsWhatOthersJustGaveAndTook() {
        bench.ecr.setPolicy(API, TO_FINANCE);
        assertThat(isReached((PrincipalReach) asked("access finance report-runner")))
                .isFalse();
        assertThat(isReached((PrincipalReach)
                        renewed("access finance report-runner fresh").answer()))
                .isTrue();
        bench.ecr.deletePolicy(API);
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(isReached((PrincipalReach)
                        renewed("access finance report-runner fresh").answer()))
                .isFalse();
    }

    private static boolean isReached(PrincipalReach reach) {
        return reach.ways().stream().anyMatch(way -> way.repositories().contains(API));
    }

    @Test
    void driftTellsWhatOthersJustDid() {
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofMinutes(1));
        String text = bench.policy("payments/api");
        bench.ecr.deletePolicy(API);
        bench.ecr.setPolicy(WORKER, text);
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(((Drift) asked("drift")).differences()).isEmpty();
        assertThat(((Drift) renewed("drift fresh").answer()).differences())
                .extracting(Drift.Difference::target)
                .containsExactly(API, WORKER);
        bench.sweep();
        bench.ecr.deletePolicy(WORKER);
    }

    @Test
    void historyTellsWhatOthersJustDid() {
        bench.ecr.setPolicy(API, OPEN);
        assertThat(((Chronicle) asked("history payments/api")).entries()).isEmpty();
        assertThat(((Chronicle) asked("history payments/api")).age())
                .hasValueSatisfying(age -> assertThat(age.fresh()).endsWith("payments/api fresh"));
        Chronicle fresh = (Chronicle) asked("history payments/api fresh");
        assertThat(fresh.entries()).hasSize(1);
        assertThat(fresh.age()).isEmpty();
    }

    @Test
    void theHistoryOfARepositoryThatIsGoneIsToldStill() {
        bench.ecr.deleteRepository(API);
        assertThat(((Chronicle) asked("history payments/api fresh")).entries()).isEmpty();
    }

    @Test
    void aRepositoryThatIsGoneIsInNoAnswerAnyMore() {
        bench.ecr.setPolicy(API, OPEN);
        bench.clock.advance(Duration.ofSeconds(1));
        renewed("audit payments/api fresh");
        bench.ecr.deleteRepository(API);
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(((Audit) renewed("audit payments/api fresh").answer()).findings())
                .noneMatch(finding ->
                        finding.holder().equals(API) && finding.kind().equals("public_principal"));
        assertThat(bench.index.find(API)).isEmpty();
    }

    @Test
    void whatCantBeReadIsSaidAndTheOldFactsAreTold() {
        var broken = new FaultByRepository();
        broken.next(API, 100, Fault.deny());
        bench.ecr.traffic().always(ApiOperation.GET_REPOSITORY_POLICY, broken);
        Finding.Renewed fresh = renewed("audit payments/* fresh");
        assertThat(fresh.renewal().troubles())
                .singleElement()
                .satisfies(why -> assertThat(why).contains("payments/api"));
        assertThat(fresh.renewal().policies()).isPositive();
    }

    @Test
    void aFleetIsCrawledOnceHoweverManyAsk() {
        many();
        int before = lists();
        bench.ecr.setPolicy(API, OPEN);
        bench.ecr.addRepository(SeedRegistry.west("new/born"), Map.of());
        List<Finding.Promised> promises = IntStream.range(0, 300)
                .mapToObj(i -> (Finding.Promised) asked(new PersonId("T0HOME", "U0ASKER" + i), "audit fresh"))
                .toList();
        assertThat(promises)
                .extracting(Finding.Promised::begun)
                .containsOnly(promises.get(0).begun());
        var people = new PersonId("T0HOME", "U0ASKER0");
        assertThat(bench.staff.desk().promised(DeskBench.asker(people), promises.get(0)))
                .isEmpty();
        assertThat(lists()).as("nobody reads before the crawl does").isEqualTo(before);
        bench.clock.advance(Duration.ofSeconds(30));
        bench.crawl();
        int crawled = lists() - before;
        Answer answer = bench.staff
                .desk()
                .promised(DeskBench.asker(people), promises.get(0))
                .orElseThrow();
        var kept = (Finding.Renewed) ((Answer.Found) answer).finding();
        assertThat(isPublic((Audit) kept.answer())).isTrue();
        assertThat(kept.renewal().troubles()).isEmpty();
        assertThat(bench.index.find(SeedRegistry.west("new/born"))).isPresent();

        assertThat(asked("audit fresh"))
                .as("a crawl that began a short time ago is the new one")
                .isInstanceOf(Finding.Renewed.class);
        bench.clock.advance(FleetIndex.LATELY);
        assertThat(asked("audit fresh")).isInstanceOf(Finding.Promised.class);
        bench.crawl();
        assertThat(lists() - before).isEqualTo(2 * crawled);
    }

    @Test
    void aRepositoryThatIsntKnownYetIsFoundByACrawl() {
        bench.ecr.addRepository(SeedRegistry.west("new/born"), Map.of());
        bench.ecr.setPolicy(SeedRegistry.west("new/born"), OPEN);
        var promised = (Finding.Promised) asked("audit new/born fresh");
        bench.crawl();
        var kept = (Answer.Found) bench.staff
                .desk()
                .promised(DeskBench.asker(DeskBench.BEN), promised)
                .orElseThrow();
        assertThat(((Audit) ((Finding.Renewed) kept.finding()).answer()).findings())
                .anyMatch(finding -> finding.kind().equals("public_principal"));
    }

    @Test
    void whereACrawlCantEvenBeginWhatIsKnownIsToldSoonAndWhy() {
        many();
        bench.ecr.traffic().always(ApiOperation.DESCRIBE_REPOSITORIES, Fault.deny());
        var promised = (Finding.Promised) asked("audit fresh");
        bench.crawl();
        assertThat(kept(promised)).as("it may have been tried before").isEmpty();
        bench.clock.advance(Duration.ofSeconds(61));
        Finding.Renewed told = kept(promised).orElseThrow();
        assertThat(told.renewal().troubles()).isNotEmpty().allMatch(why -> why.contains("DescribeRepositories"));
        assertThat(((Audit) told.answer()).coverage().known()).isGreaterThan(150);
    }

    @Test
    void whatNobodyCrawlsIsToldAsItIsKnownInTheEnd() {
        many();
        var promised = (Finding.Promised) asked("audit fresh");
        bench.clock.advance(Duration.ofMinutes(24));
        assertThat(kept(promised)).isEmpty();
        bench.clock.advance(Duration.ofMinutes(2));
        assertThat(kept(promised).orElseThrow().renewal().troubles()).isNotEmpty();
    }

    private Optional<Finding.Renewed> kept(Finding.Promised promised) {
        return bench.staff
                .desk()
                .promised(DeskBench.asker(DeskBench.BEN), promised)
                .map(answer -> (Finding.Renewed) ((Answer.Found) answer).finding());
    }

    @Test
    void guestsAreToldNothingOfItEither() {
        bench.people.is(DeskBench.BEN, Standing.GUEST);
        assertThat(bench.types(DeskBench.BEN, "audit fresh")).isInstanceOf(Answer.Refused.class);
    }
}

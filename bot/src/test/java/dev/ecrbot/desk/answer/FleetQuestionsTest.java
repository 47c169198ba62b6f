package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about all repositories at once, answered from the index. */
final class FleetQuestionsTest extends AskedOfFleet {
    @ParameterizedTest
    @CsvSource({
        "sales ci-deployer",
        "sales nightly-build",
        "finance any-role",
        "444444444444 etl-runner",
        "555555555555 x"
    })
    void whatSomebodyReachesIsWhatEachRepositoryByItselfSays(String whom) {
        bench.ecr.setPolicy(WEST, """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},
                "Action":["ecr:BatchGetImage","ecr:GetDownloadUrlForLayer","ecr:BatchCheckLayerAvailability"],
                "Resource":"arn:aws:ecr:us-west-2:111111111111:repository/mobile/*"}]}""");
        bench.crawl();
        Set<Repository> said = new TreeSet<>();
        Set<Repository> pulled = new TreeSet<>();
        PrincipalReach all;
        int page = 1;
        do {
            all = (PrincipalReach) asked("access " + whom + " page " + page++);
            all.ways().forEach(way -> {
                said.addAll(way.repositories());
                if (way.allowed().contains("ecr:BatchGetImage")) {
                    pulled.addAll(way.repositories());
                }
            });
        } while (page <= all.paging().pages());
        for (IndexedRepository one : bench.index.repositories()) {
            Repository repository = one.repository();
            var pull = (Possibility)
                    asked("can " + whom + " pull central/" + repository.region() + ":" + repository.name());
            assertThat(pulled.contains(repository))
                    .as("%s pulls %s", whom, repository)
                    .isEqualTo(pull.says().allowed().contains("ecr:BatchGetImage"));
            if (pull.says().verdict() != Capability.Verdict.NO) {
                assertThat(said).contains(repository);
            }
        }
        assertThat(all.coverage().whole()).isTrue();
        assertThat(all.hidden()).isZero();
    }

    @Test
    void ofAnAccountItIsToldWhoInItReachesWhat() {
        bench.applied(PULL);
        bench.applied("grant push payments/worker sales");
        bench.crawl();
        PrincipalReach sales = (PrincipalReach) asked("access sales");
        assertThat(sales.ways())
                .filteredOn(way -> way.through().text().equals("arn:aws:iam::222222222222:role/ci-deployer"))
                .anySatisfy(way -> assertThat(way.repositories()).contains(SeedRegistry.west("payments/api")));
        assertThat(sales.ways())
                .filteredOn(way -> way.through().text().equals("arn:aws:iam::222222222222:root"))
                .anySatisfy(way -> assertThat(way.repositories()).contains(SeedRegistry.west("payments/worker")));
    }

    @Test
    void whatTheBotWritesIsInTheAnswerAtOnce() {
        bench.crawl();
        bench.applied(PULL);
        assertThat(((PrincipalReach) asked("access sales ci-deployer")).ways())
                .anySatisfy(way -> assertThat(way.repositories()).contains(SeedRegistry.west("payments/api")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access sales", "audit", "audit public", "drift"})
    void beforeTheFirstCrawlTheAnswerSaysThatNothingIsKnown(String question) {
        bench.index.refresh();
        Finding finding = asked(question);
        Coverage coverage = finding instanceof PrincipalReach reach
                ? reach.coverage()
                : finding instanceof Audit audit ? audit.coverage() : ((Drift) finding).coverage();
        assertThat(coverage.whole()).isFalse();
        assertThat(coverage.parts()).hasSize(2).noneMatch(Coverage.Part::listed);
    }

    @ParameterizedTest
    @CsvSource({
        "access nobody-knows, ACCOUNT_UNKNOWN",
        "access org:o-abc123def4, PRINCIPAL_MALFORMED",
        "access @ada, COMMAND_MALFORMED",
        "access, COMMAND_MALFORMED",
        "export payments/apj, REPOSITORY_NOT_FOUND",
        "export payments/api yaml, COMMAND_MALFORMED",
        "drift payments/api, COMMAND_MALFORMED",
    })
    void sillyQuestionsAreAnsweredWithWhatWouldBeRight(String text, Code code) {
        assertThat(bench.refused(text).code()).isEqualTo(code);
    }

    @Test
    void aPersonsAccessIsWhatTheyAskedFor() {
        Request request = bench.applied(PULL);
        for (String typed : List.of("access <@U0REQUESTER|rita>", "access <@U0REQUESTER>", "access U0REQUESTER")) {
            var rita = (PersonsAccess) asked(typed);
            assertThat(rita.whom()).isEqualTo(DeskBench.RITA);
            assertThat(rita.chapters())
                    .singleElement()
                    .satisfies(chapter -> assertThat(chapter.request().id()).isEqualTo(request.id()));
        }
        assertThat(((PersonsAccess) asked("access <@U0APPROVER1|amir>")).chapters())
                .isEmpty();
    }

    @Test
    void aFileDoesNotLookAtMoreRepositoriesThanSomebodyWaitsFor() {
        bench.applied(PULL);
        String policy = bench.ecr.policy(SeedRegistry.west("payments/api")).orElseThrow();
        for (int i = 0; i < 120; i++) {
            Repository repository = SeedRegistry.west("many/no-" + i);
            bench.ecr.addRepository(repository, Map.of("managed-by", "terraform"));
            bench.ecr.setPolicy(repository, policy);
        }
        bench.crawl();
        List<Map<String, String>> rows = ((Sheet) asked("drift as file")).rows();
        assertThat(rows)
                .hasSize(120)
                .allSatisfy(
                        row -> assertThat(row.get("ask")).startsWith("/ecr revoke pull central/us-west-2:many/no-"));
        assertThat(rows)
                .filteredOn(row -> row.get("tool").equals("Terraform"))
                .hasSize(100)
                .allMatch(row -> !row.get("tool_advice").isEmpty());
        assertThat(rows)
                .filteredOn(row -> row.get("tool").equals("not looked up"))
                .hasSize(20)
                .allMatch(row -> row.get("tool_advice").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"terraform", "cloudformation", "json", "JSON"})
    void aPolicyIsToldAsCodeAsItIsNow(String form) {
        var exported = (Exported) asked("export legacy/mixed " + form);
        assertThat(exported.none()).isFalse();
        assertThat(exported.code()).contains("BatchGetImage");
        assertThat(((Exported) asked("export payments/api " + form)).none()).isTrue();
    }

    @Test
    void whoIsNotToldOfARepositoryIsNotToldOfItHereEither() {
        bench.close();
        bench = new DeskBench(DeskBench.RULES.replaceFirst(
                "channel: C0APPROVALS", "channel: C0APPROVALS\n    viewers: [U0REQUESTER]"));
        bench.applied(PULL);
        bench.crawl();
        PrincipalReach ben = (PrincipalReach) asked("access sales");
        PrincipalReach rita = (PrincipalReach) asked(DeskBench.RITA, "access sales");
        assertThat(ben.ways())
                .flatExtracting(PrincipalReach.Way::repositories)
                .isNotEmpty()
                .noneMatch(repository -> repository.text().startsWith("payments/"));
        assertThat(ben.hidden()).isPositive();
        assertThat(rita.ways())
                .flatExtracting(PrincipalReach.Way::repositories)
                .contains(SeedRegistry.west("payments/api"));
        assertThat(((PersonsAccess) asked("access @U0REQUESTER")).chapters()).isEmpty();
        assertThat(((Audit) asked("audit legacy")).findings()).isEmpty();
        assertThat(((Audit) asked(DeskBench.RITA, "audit legacy")).findings()).isNotEmpty();
        assertThat(bench.types(DeskBench.BEN, "export payments/api")).isInstanceOf(Answer.Refused.class);
    }
}

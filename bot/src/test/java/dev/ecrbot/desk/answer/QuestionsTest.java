package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that change nothing, and what the desk finds out. */
class QuestionsTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sales ci-deployer pull legacy/mixed    | NO
            finance pull legacy/mixed              | YES
            finance any-role pull legacy/mixed     | YES
            finance push legacy/mixed              | NO
            555555555555 pull legacy/mixed         | NO
            sales pull empty/new                   | NO
            444444444444 etl-runner push legacy/mixed | DEPENDS
            """)
    void tellsWhetherSomebodyCan(String typed, Capability.Verdict verdict) {
        assertThat(possible(typed).says().verdict()).isEqualTo(verdict);
    }

    @Test
    void offersToAskForWhatThereIsNoAllowForAndNothingDenies() {
        assertThat(possible("sales ci-deployer pull payments/api").ask())
                .contains("grant pull central/us-west-2:payments/api arn:aws:iam::222222222222:role/ci-deployer");
        assertThat(possible("555555555555 pull legacy/mixed").ask()).isEmpty();
        bench.applied(PULL);
        Possibility given = possible("sales ci-deployer pull payments/api");
        assertThat(given.says().verdict()).isEqualTo(Capability.Verdict.YES);
        assertThat(given.ask()).isEmpty();
        assertThat(given.says().deciding())
                .singleElement()
                .satisfies(statement -> assertThat(statement.sid()).contains("EcrBotPull"));
    }

    @Test
    void whoeverIsListedCanByTheSameEvaluation() {
        Holders pull = (Holders) found("who pull legacy/mixed");
        assertThat(pull.named()).isNotEmpty().allSatisfy(says -> {
            if (says.whom().account().isPresent() && !says.whom().text().startsWith("arn:aws:lambda")) {
                assertThat(possible(says.whom().text() + " pull legacy/mixed")
                                .says()
                                .verdict())
                        .isEqualTo(says.verdict());
            }
        });
        assertThat(pull.named())
                .extracting(says -> says.whom().text() + " " + says.verdict())
                .contains(
                        "arn:aws:iam::333333333333:root YES",
                        "arn:aws:iam::444444444444:role/etl-runner DEPENDS",
                        "arn:aws:iam::555555555555:root NO")
                .noneMatch(line -> line.contains("user/ana"));
    }

    @Test
    void aRepositoryThatIsNotThereIsToldAsIfItWereMadeNow() {
        bench.ecr.setPolicy(new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST), """
                {"Version":"2012-10-17","Statement":[{"Sid":"newborn","Effect":"Allow",
                "Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":["ecr:BatchGetImage",
                "ecr:GetDownloadUrlForLayer","ecr:BatchCheckLayerAvailability"],
                "Resource":"arn:aws:ecr:us-west-2:111111111111:repository/payments/*"}]}""");
        Possibility newborn = possible("sales ci-deployer pull payments/apj");
        assertThat(newborn.place().exists()).isFalse();
        assertThat(newborn.place().meant()).contains("Did you mean payments/api?");
        assertThat(newborn.says().verdict()).isEqualTo(Capability.Verdict.YES);
        assertThat(possible("sales ci-deployer push payments/apj").says().verdict())
                .isEqualTo(Capability.Verdict.NO);
        assertThat(possible("sales ci-deployer pull web/apj").says().verdict()).isEqualTo(Capability.Verdict.NO);
        assertThat(((Holders) found("who pull payments/apj")).named())
                .extracting(says -> says.whom().text())
                .containsExactly("arn:aws:iam::222222222222:root");
    }

    @Test
    void aRequestsWholeStoryIsToldByItsIdWithOrWithoutItsPrefix() {
        Request request = bench.applied(PULL + " because nightly build");
        for (String id :
                List.of(request.id().value(), request.id().value().substring(4).toUpperCase(Locale.ROOT))) {
            Story story = (Story) found("show " + id);
            assertThat(story.request().id()).isEqualTo(request.id());
            assertThat(story.events())
                    .extracting(event -> event.kind())
                    .containsExactly(
                            EventKind.ASKED,
                            EventKind.APPROVAL_GIVEN,
                            EventKind.APPROVED,
                            EventKind.APPLYING,
                            EventKind.APPLIED);
        }
        assertThat(bench.refused("show req-00000000").code()).isEqualTo(Code.REQUEST_NOT_FOUND);
    }

    @Test
    void whyARequestWasDeniedIsForThoseWhoHadToDoWithIt() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.denies(DeskBench.AMIR, request);
        assertThat(((Story) found("show " + request.id())).reasons()).isTrue();
        assertThat(((Story) ((Answer.Found) bench.types(DeskBench.AMIR, "show " + request.id())).finding()).reasons())
                .isTrue();
        assertThat(((Story) ((Answer.Found) bench.types(DeskBench.BEN, "show " + request.id())).finding()).reasons())
                .isFalse();
    }

    @Test
    void aRepositorysHistoryHasItsRequestsAndWhatOthersDid() {
        Request denied = bench.asks(DeskBench.RITA, PULL);
        bench.denies(DeskBench.AMIR, denied);
        Request revised = bench.asks(DeskBench.RITA, PULL);
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow",
                "Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"ecr:BatchGetImage"}]}""");
        bench.approves(DeskBench.AMIR, revised);
        bench.work();
        bench.asks(DeskBench.RITA, "grant pull payments/worker sales ci-deployer");

        Chronicle history = (Chronicle) found("history payments/api");
        assertThat(history.entries()).extracting(QuestionsTest::requestOf).containsExactly(revised.id(), denied.id());
        assertThat(((Chronicle.Chapter) history.entries().get(0)).foreign())
                .extracting(event -> event.kind())
                .containsExactly(EventKind.REVISED);
        assertThat(((Chronicle.Chapter) history.entries().get(1)).foreign()).isEmpty();
    }

    private static RequestId requestOf(Chronicle.Entry entry) {
        return ((Chronicle.Chapter) entry).request().id();
    }

    @Test
    void listsComeInPages() {
        for (int number = 1; number <= 12; number++) {
            bench.asks(DeskBench.RITA, "grant pull payments/api sales role-" + number);
        }
        Answer.RequestList second = list("requests all page 2");
        assertThat(second.paging().pages()).isEqualTo(2);
        assertThat(second.requests()).hasSize(2);
        assertThat(list("requests all page 3").requests()).isEmpty();
        assertThat(bench.staff.desk().look(DeskBench.asker(DeskBench.RITA), "requests all page 2"))
                .isEqualTo(second);
    }

    @Test
    void aButtonThatLooksDoesNothingElse() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        for (String typed :
                List.of("cancel " + request.id(), "grant pull payments/worker sales", "end " + request.id())) {
            assertThat(bench.staff.desk().look(DeskBench.asker(DeskBench.RITA), typed))
                    .isInstanceOf(Answer.Unheard.class);
        }
        assertThat(list("requests all").requests()).containsExactly(bench.now(request));
    }

    @Test
    void whatEndsWithinAWeekIsToldToEverybodySoonestFirstWithItsEnd() {
        Request later = bench.applied("grant pull payments/api sales ci-deployer for 6d");
        Request soon = bench.applied("grant pull payments/worker finance report-runner for 30h");
        bench.applied("grant pull team/tools finance report-runner for 20d");
        bench.applied("grant pull infra/runner finance report-runner");
        Request ended = bench.applied("grant pull legacy/mixed sales nightly-build for 3d");
        bench.types(DeskBench.RITA, "end " + ended.id());
        bench.work();
        Answer.RequestList ending = list(DeskBench.AMIR, "what expires this week?");
        assertThat(ending.requests()).containsExactly(bench.now(soon), bench.now(later));
        assertThat(ending.ends())
                .containsOnly(
                        Map.entry(soon.id(), bench.grant(soon).until().orElseThrow()),
                        Map.entry(later.id(), bench.grant(later).until().orElseThrow()));
        assertThat(list(DeskBench.AMIR, "requests ending finance").requests()).containsExactly(bench.now(soon));
        assertThat(list(DeskBench.AMIR, "requests ending payments/*api").requests())
                .containsExactly(bench.now(later));
        assertThat(list("requests").ends().keySet())
                .contains(soon.id(), later.id())
                .doesNotContain(ended.id());
        bench.clock.advance(Duration.ofDays(3));
        assertThat(list(DeskBench.AMIR, "requests ending").requests())
                .as("what is over is no more to come")
                .containsExactly(bench.now(later));
    }

    @Test
    void requestsForMeAreThoseThatIMayDecideOn() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(list(DeskBench.AMIR, "requests for me").requests()).containsExactly(bench.now(request));
        assertThat(list(DeskBench.OLGA, "requests for me").requests()).hasSize(1);
        assertThat(list(DeskBench.BEN, "requests for me").requests()).isEmpty();
        Request own = bench.asks(DeskBench.AMIR, "grant pull payments/worker sales");
        assertThat(list(DeskBench.AMIR, "requests for me").requests())
                .extracting(Request::id)
                .doesNotContain(own.id());
        assertThat(list(DeskBench.OLGA, "requests for me worker").requests())
                .extracting(Request::id)
                .containsExactly(own.id());
    }

    @Test
    void peopleAreToldWhoTheyAreAndWhatTheyMay() {
        Profile olga = (Profile) ((Answer.Found) bench.types(DeskBench.OLGA, "whoami")).finding();
        assertThat(olga.groups()).containsEntry("S0OWNERS", Membership.YES);
        assertThat(olga.rules()).allSatisfy(standing -> {
            assertThat(standing.asks()).isEqualTo(Membership.YES);
            assertThat(standing.decides()).isEqualTo(Membership.YES);
        });
        Profile ben = (Profile) ((Answer.Found) bench.types(DeskBench.BEN, "whoami")).finding();
        assertThat(ben.rules()).noneMatch(standing -> standing.decides() == Membership.YES);
        bench.people.unknown("S0OWNERS");
        assertThat(((Profile) ((Answer.Found) bench.types(DeskBench.BEN, "whoami")).finding()).groups())
                .containsEntry("S0OWNERS", Membership.UNKNOWN);
    }

    @Test
    void rulesAreToldForARepositoryInTheirOrder() {
        assertThat(rules("rules payments/api")).containsExactly("payments");
        assertThat(rules("rules web/frontend")).containsExactly("two-keys");
        assertThat(rules("rules mobile/backend")).isEmpty();
        assertThat(rules("rules")).containsExactly("payments", "two-keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status payments/api",
                "who pull payments/api",
                "can sales pull payments/api",
                "access sales",
                "access @U0REQUESTER",
                "audit",
                "audit as file",
                "drift",
                "export payments/api",
                "login payments/api",
                "show req-00000000",
                "history payments/api",
                "whoami",
                "rules",
                "requests all",
                "requests for me",
                "explain no basic auth credentials"
            })
    void guestsAreToldNothing(String typed) {
        bench.people.is(DeskBench.RITA, Standing.GUEST);
        assertThat(bench.refused(typed).code()).isEqualTo(Code.PERSON_REFUSED);
    }

    private List<String> rules(String typed) {
        return ((RuleBook) found(typed))
                .rules().stream().map(standing -> standing.rule().name()).toList();
    }

    private Possibility possible(String typed) {
        return (Possibility) found("can " + typed);
    }

    private Finding found(String typed) {
        Answer answer = bench.types(DeskBench.RITA, typed);
        assertThat(answer).as(typed).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).finding();
    }

    private Answer.RequestList list(String typed) {
        return list(DeskBench.RITA, typed);
    }

    private Answer.RequestList list(PersonId person, String typed) {
        return (Answer.RequestList) bench.types(person, typed);
    }
}

package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Grants that get a later end. */
final class ExtensionTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final Instant WEEK = Instant.parse("2026-11-29T10:00:00Z");
    private static final Instant MONTH = Instant.parse("2026-12-22T10:00:00Z");

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void movesTheEndInThePolicyAndInTheRecords() {
        Request grant = bench.done(PULL + " for 7d");
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id() + " for 30d because the audit is late");
        assertThat(bench.grant(grant).until()).contains(WEEK);
        assertThat(bench.policy("payments/api")).contains("2026-11-29T10:00:00Z");

        bench.approves(DeskBench.AMIR, extension);
        bench.work();

        assertThat(bench.now(extension).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("payments/api"))
                .contains("2026-12-22T10:00:00Z")
                .doesNotContain("2026-11-29");
        assertThat(bench.grant(grant).until()).contains(MONTH);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(lastEvent(grant).kind()).isEqualTo(EventKind.EXTENDED);
        assertThat(lastEvent(grant).details())
                .containsEntry("by", extension.id().value())
                .containsEntry("from", WEEK.toString())
                .containsEntry("until", MONTH.toString());
        assertThat(bench.mailbox.notes(extension.id())).hasAtLeastOneElementOfType(Note.Extended.class);
        assertThat(bench.mailbox.of(Message.GrantExtended.class))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.request().id()).isEqualTo(grant.id());
                    assertThat(told.by().id()).isEqualTo(extension.id());
                });
    }

    @Test
    void itEndsAtTheNewEndAndNotAtTheOld() {
        Request grant = bench.done(PULL + " for 7d");
        extended(grant, "for 30d");
        assertThat(((Answer.Refused) bench.types(DeskBench.RITA, "end " + lastExtension()))
                        .problem()
                        .text())
                .contains("what " + grant.id() + " gave");
        until(WEEK);
        bench.sweep();
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        until(MONTH);
        bench.sweep();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
    }

    @Test
    void onlyOneIsOpenAtATime() {
        Request grant = bench.done(PULL + " for 7d");
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id() + " for 30d");
        assertThat(bench.types(DeskBench.BEN, "extend " + grant.id() + " for 20d"))
                .isInstanceOfSatisfying(
                        Answer.WaitingAlready.class,
                        waiting -> assertThat(waiting.request().id()).isEqualTo(extension.id()));
    }

    @Test
    void aSoonerEndIsRefusedWithWhatToDo() {
        Request grant = bench.done(PULL + " for 7d");
        for (String sooner : List.of("for 1d", "until 2026-11-29 10:00", "for 7d")) {
            Answer answer = bench.types(DeskBench.RITA, "extend " + grant.id() + " " + sooner);
            assertThat(code(answer)).isEqualTo(Code.EXTENSION_TOO_SHORT);
            assertThat(((Answer.Refused) answer).problem().text()).contains("/ecr end " + grant.id());
        }
    }

    @Test
    void theRulesLongestCountsFromNowAndForGoodOnlyWhereItAllowsIt() {
        Request grant = bench.asks(DeskBench.RITA, "grant pull web/frontend sales ci-deployer for 7d");
        bench.approves(DeskBench.AMIR, grant);
        bench.approves(DeskBench.OLGA, grant);
        bench.work();
        assertThat(code(bench.types(DeskBench.RITA, "extend " + grant.id() + " for 31d")))
                .isEqualTo(Code.DURATION_TOO_LONG);
        bench.clock.advance(Duration.ofDays(6));
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id());
        assertThat(until(extension)).contains(Instant.parse("2026-12-28T10:00:00Z"));
        Request endless = bench.done(PULL + " for 7d");
        Request forGood = bench.asks(DeskBench.RITA, "extend " + endless.id());
        assertThat(until(forGood)).isEmpty();
    }

    @Test
    void whatHasNoEndOrIsOverOrNeverWasCantBeExtended() {
        Request endless = bench.done(PULL);
        assertThat(code(bench.types(DeskBench.RITA, "extend " + endless.id() + " for 7d")))
                .isEqualTo(Code.EXTENSION_TOO_SHORT);
        bench.types(DeskBench.RITA, "end " + endless.id());
        assertThat(code(bench.types(DeskBench.RITA, "extend " + endless.id() + " for 7d")))
                .isEqualTo(Code.GRANT_ENDED);
        bench.work();
        assertThat(code(bench.types(DeskBench.RITA, "extend " + endless.id() + " for 7d")))
                .isEqualTo(Code.GRANT_ENDED);
        assertThat(code(bench.types(DeskBench.RITA, "extend req-00000000 for 7d")))
                .isEqualTo(Code.REQUEST_NOT_FOUND);
        Request waiting = bench.asks(DeskBench.RITA, PULL + " for 7d");
        assertThat(code(bench.types(DeskBench.RITA, "extend " + waiting.id() + " for 30d")))
                .isEqualTo(Code.GRANT_NOT_FOUND);
    }

    @Test
    void whatSomebodyTookOutIsFoundMissing() {
        Request grant = bench.done(PULL + " for 7d");
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id() + " for 30d");
        bench.ecr.deletePolicy(SeedRegistry.west("payments/api"));

        bench.approves(DeskBench.AMIR, extension);
        bench.work();

        assertThat(bench.now(extension).stage().problem().orElseThrow().code()).isEqualTo(Code.GRANT_MISSING);
        assertThat(bench.grant(grant).until()).contains(WEEK);
        assertThat(code(bench.types(DeskBench.RITA, "extend " + grant.id() + " for 30d")))
                .isEqualTo(Code.GRANT_MISSING);
    }

    @Test
    void ofARoleThatWasDeletedNobodyTookAnythingOut() {
        Request grant = bench.done(PULL + " for 7d");
        bench.ecr.iam().delete(SeedRegistry.role(SeedRegistry.SALES, "ci-deployer"));
        bench.witness.othersActed(bench.clock.instant());
        Answer answer = bench.types(DeskBench.RITA, "extend " + grant.id() + " for 30d");
        assertThat(code(answer)).isEqualTo(Code.GRANT_MISSING);
        assertThat(((Answer.Refused) answer).problem().text())
                .contains("seems to have been deleted")
                .doesNotContain("somebody else");
    }

    @Test
    void itFailsVisiblyIfTheGrantEndedMeanwhile() {
        Request grant = bench.done(PULL + " for 7d");
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id() + " for 30d");
        bench.types(DeskBench.RITA, "end " + grant.id());
        bench.work();

        bench.approves(DeskBench.AMIR, extension);
        bench.work();

        assertThat(bench.now(extension).stage().problem().orElseThrow().code()).isEqualTo(Code.GRANT_ENDED);
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.mailbox.notes(extension.id())).contains(new Note.Failed());
    }

    @Test
    void whatAwsRefusesLeavesTheGrantWithItsOldEnd() {
        Request grant = bench.done(PULL + " for 7d");
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id() + " for 30d");
        bench.approves(DeskBench.AMIR, extension);
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
        bench.work();
        assertThat(bench.now(extension).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.grant(grant).until()).contains(WEEK);
        extended(grant, "for 30d");
        assertThat(bench.grant(grant).until()).contains(MONTH);
    }

    @Test
    void anotherGrantWithTheOldEndKeepsItsPlace() {
        Request week = bench.done(PULL + " for 7d");
        Request longer = bench.done(PULL + " for 20d");
        extended(week, "for 30d");
        bench.types(DeskBench.RITA, "end " + week.id());
        bench.work();
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        assertThat(bench.grant(longer).state()).isEqualTo(Grant.State.ACTIVE);
    }

    @Test
    void aForeignChangeMakesItAskAgain() {
        Request grant = bench.done(PULL + " for 7d");
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id() + " for 30d");
        bench.approves(DeskBench.AMIR, extension);
        bench.ecr.setPolicy(
                SeedRegistry.west("payments/api"),
                bench.policy("payments/api").replace("\"Statement\"", "\"Id\" : \"somebody-else\", \"Statement\""));
        bench.work();
        assertThat(bench.now(extension).stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(bench.now(extension).revision().number()).isEqualTo(2);
        bench.approves(DeskBench.AMIR, bench.now(extension));
        bench.work();
        assertThat(bench.grant(grant).until()).contains(MONTH);
    }

    private RequestId lastExtension() {
        List<Message.GrantExtended> told = bench.mailbox.of(Message.GrantExtended.class);
        return told.get(told.size() - 1).by().id();
    }

    private void until(Instant end) {
        bench.clock.advance(Duration.between(bench.clock.instant(), end.plusSeconds(1)));
    }

    private static Optional<Instant> until(Request request) {
        return ((Edit.Extend) request.change().edit()).until();
    }

    private void extended(Request grant, String end) {
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id() + " " + end);
        bench.approves(DeskBench.AMIR, extension);
        bench.work();
    }

    private Event lastEvent(Request request) {
        List<Event> events = bench.ledger.transact(books -> books.events().of(request.id()));
        return events.get(events.size() - 1);
    }

    private static Code code(Answer answer) {
        return ((Answer.Refused) answer).problem().code();
    }
}

package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Grants ended before their time. */
final class EarlyEndTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci-deployer";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatOthersTookOutKeepsNothingOfWhatWasGivenAfterIt() {
        Request timed = bench.done("grant pull payments/api sales ci-deployer for 7d");
        bench.ecr.deletePolicy(SeedRegistry.west("payments/api"));
        Request endless = bench.done("grant pull payments/api sales ci-deployer");

        bench.types(DeskBench.RITA, "end " + endless.id());
        bench.work();

        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(endless).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.ENDED_EARLY);
        bench.types(DeskBench.RITA, "end " + timed.id());
        assertThat(bench.grant(timed).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.FOUND_MISSING);
    }

    @Test
    void theHolderEndsItNowWithoutAnApprovalAndAllAreTold() {
        Request request = bench.done(PULL + " for 7d");
        assertThat(bench.types(DeskBench.RITA, "end " + request.id())).isInstanceOf(Answer.Ending.class);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(request).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.ENDED_EARLY);
        assertThat(bench.mailbox.of(Message.GrantEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.early()).contains(early(request, false)));
        assertThat(bench.mailbox.notes(request.id())).contains(new GrantNote.EndedEarly(early(request, false)));
        assertThat(lastEvent(request).kind()).isEqualTo(EventKind.GRANT_ENDED);
        assertThat(lastEvent(request).actor()).contains(DeskBench.RITA);
        assertThat(code(bench.types(DeskBench.RITA, "end " + request.id()))).isEqualTo(Code.GRANT_ENDED);
    }

    @Test
    void anApproverEndsAPermanentOne() {
        Request request = bench.done(PULL);
        assertThat(bench.types(DeskBench.OLGA, "end " + request.id())).isInstanceOf(Answer.Ending.class);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(lastEvent(request).actor()).contains(DeskBench.OLGA);
    }

    private EarlyEnd early(Request request, boolean kept) {
        Optional<RequestId> ending = bench.grant(request).ended().orElseThrow().by();
        assertThat(ending).isPresent();
        return new EarlyEnd(DeskBench.RITA, kept, ending);
    }

    @Test
    void nobodyElseEndsIt() {
        Request request = bench.done(PULL + " for 7d");
        assertThat(code(bench.types(DeskBench.BEN, "end " + request.id()))).isEqualTo(Code.APPROVER_REFUSED);
        bench.people.is(DeskBench.RITA, Standing.DEACTIVATED);
        assertThat(code(bench.types(DeskBench.RITA, "end " + request.id()))).isEqualTo(Code.PERSON_REFUSED);
        bench.work();
        assertThat(bench.policy("payments/api")).contains(ROLE);
        assertThat(lastEvent(request).kind()).isEqualTo(EventKind.DECISION_REFUSED);
    }

    @Test
    void whatGaveNothingCantBeEnded() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(code(bench.types(DeskBench.RITA, "end " + request.id()))).isEqualTo(Code.GRANT_NOT_FOUND);
        assertThat(code(bench.types(DeskBench.RITA, "end req-00000000"))).isEqualTo(Code.REQUEST_NOT_FOUND);
    }

    @Test
    void endingOneOfTwoTakesNothingAwayAndSaysSo() {
        Request week = bench.done(PULL + " for 7d");
        Request month = bench.done(PULL + " for 30d");
        assertThat(bench.types(DeskBench.RITA, "end " + week.id()))
                .isInstanceOfSatisfying(
                        Answer.Ending.class, ending -> assertThat(ending.kept()).isTrue());
        bench.work();
        assertThat(bench.policy("payments/api")).contains(ROLE);
        assertThat(bench.grant(month).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.mailbox.of(Message.GrantEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.early()).contains(early(week, true)));
    }

    @Test
    void twoWhoEndItAtOnceEndItOnce() {
        Request request = bench.done(PULL + " for 7d");
        bench.types(DeskBench.RITA, "end " + request.id());
        assertThat(bench.types(DeskBench.AMIR, "end " + request.id())).isInstanceOf(Answer.Ending.class);
        bench.clock.advance(Duration.ofDays(8));
        bench.sweep();
        assertThat(bench.mailbox.of(Message.GrantEnded.class)).hasSize(1);
    }

    @Test
    void whatAwsDoesntTakeOutStandsAndWhoeverWantedItIsTold() {
        Request request = bench.done(PULL);
        bench.types(DeskBench.AMIR, "end " + request.id());
        bench.ecr.traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, Fault.deny());
        bench.work();
        assertThat(bench.policy("payments/api")).contains(ROLE);
        assertThat(bench.grant(request).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.mailbox.of(Message.Private.class))
                .filteredOn(message -> message.note() instanceof GrantNote.StillThere)
                .extracting(Message.Private::to)
                .containsExactly(DeskBench.AMIR);
        bench.types(DeskBench.AMIR, "end " + request.id());
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    private Event lastEvent(Request request) {
        List<Event> events = bench.ledger.transact(books -> books.events().of(request.id()));
        return events.get(events.size() - 1);
    }

    private static Code code(Answer answer) {
        return ((Answer.Refused) answer).problem().code();
    }
}

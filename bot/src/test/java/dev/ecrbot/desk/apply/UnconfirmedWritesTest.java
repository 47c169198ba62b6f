package dev.ecrbot.desk.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.desk.CrashError;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ForeignPen;
import dev.ecrbot.desk.LiveAccess;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes that AWS takes after the bot has given them up. */
final class UnconfirmedWritesTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final Instant WEEK = Instant.parse("2026-11-29T10:00:00Z");
    private static final Instant MONTH = Instant.parse("2026-12-22T10:00:00Z");

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aGrantThatArrivesLateIsRecordedToldAndEndedInTime() {
        Request grant = lost(bench.approved(PULL + " for 7d"));
        arrives(grant);
        look(Duration.ofSeconds(30));
        assertThat(bench.now(grant).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(grant).until()).contains(WEEK);
        assertThat(bench.mailbox.cardStates(grant.id())).endsWith(RequestState.FAILED, RequestState.APPLIED);
        assertThat(bench.mailbox.notes(grant.id())).hasSize(4).satisfies(notes -> {
            assertThat(notes.get(1)).isEqualTo(new Note.Failed());
            assertThat(notes.get(2)).isEqualTo(new Note.Belated());
            assertThat(notes.get(3)).isInstanceOf(Note.Granted.class);
        });
        until(WEEK);
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
    }

    @Test
    void anExtensionThatArrivesLateMovesTheEndOfTheRecord() {
        Request grant = bench.applied(PULL + " for 7d");
        Request extension = lost(bench.approved("extend " + grant.id() + " for 30d"));
        assertThat(bench.grant(grant).until()).contains(WEEK);
        arrives(extension);
        until(WEEK);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        assertThat(bench.now(extension).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(grant).until()).contains(MONTH);
        assertThat(bench.mailbox.notes(extension.id()).stream().skip(1))
                .hasExactlyElementsOfTypes(Note.Failed.class, Note.Belated.class, Note.Extended.class);
        until(MONTH);
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
    }

    @Test
    void anExtensionThatArrivesAfterTheEndIsTakenOutAgain() {
        Request grant = bench.applied(PULL + " for 30m");
        Request extension = lost(bench.approved("extend " + grant.id() + " for 30d"));
        bench.clock.advance(Duration.ofMinutes(31));
        bench.sweep();
        assertThat(bench.policy("payments/api")).isEmpty();
        arrives(extension);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        look(Duration.ofMinutes(10));
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.now(extension).stage().state()).isEqualTo(RequestState.FAILED);
    }

    @Test
    void anExtensionThatArrivesAfterTheEndLeavesItEndedThoughThePolicyCantBePlanned() {
        Request grant = bench.applied(PULL + " for 30m");
        Request extension = lost(bench.approved("extend " + grant.id() + " for 30d"));
        bench.clock.advance(Duration.ofMinutes(31));
        bench.sweep();
        arrives(extension);
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {});
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 20, Fault.drop(Fault.When.BEFORE));
        look(Duration.ofMinutes(5));
        bench.ecr.traffic().clearFaults();
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
        look(Duration.ofMinutes(30));
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
    }

    @Test
    void whatAnEarlierTryLeftInDoubtIsGivenUpWithTheRest() {
        Request grant = bench.approved(PULL + " for 7d");
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, new Fault() {
            @Override
            public void before(ApiCall call) {
                throw new CrashError("before write");
            }
        });
        assertThatThrownBy(bench::work).isInstanceOf(CrashError.class);
        ForeignPen.write(bench.ecr, API, true, "by hand");
        bench.staff.applier().apply(grant.id());
        bench.deliver();
        Request again = bench.now(grant);
        assertThat(again.stage().state()).isEqualTo(RequestState.PENDING);
        bench.approves(DeskBench.AMIR, again);
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
        bench.work();
        assertThat(bench.now(grant).stage().state()).isEqualTo(RequestState.FAILED);
        look(Duration.ofHours(2));
        assertThat(bench.ledger.<Integer>transact(
                        books -> books.writes().inDoubt().size()))
                .isZero();
    }

    @Test
    void whatKeepsChangingWhileItIsSettledIsFoundOnceItRests() {
        Request grant = bench.applied(PULL + " for 7d");
        Request extension = bench.approved("extend " + grant.id() + " for 30d");
        var edits = new AtomicInteger();
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.AFTER));
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {});
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 6, somebodyWrites(edits));
        bench.work();
        assertThat(edits).hasValue(6);
        assertThat(bench.now(extension).stage().problem().orElseThrow().code()).isEqualTo(Code.OUTCOME_UNKNOWN);

        look(Duration.ofSeconds(30));
        assertThat(bench.now(extension).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(grant).until()).contains(MONTH);
    }

    @Test
    void anEndingThatArrivesLateIsNoLossToOthers() {
        Request grant = bench.applied(PULL + " for 7d");
        bench.types(DeskBench.RITA, "end " + grant.id());
        lost(grant);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        bench.ecr.deletePolicy(API);
        look(Duration.ofSeconds(30));
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.ENDED_EARLY);
        assertThat(bench.mailbox.notes(grant.id()))
                .hasAtLeastOneElementOfType(GrantNote.EndedEarly.class)
                .doesNotHaveAnyElementsOfTypes(GrantNote.Missing.class);
    }

    @Test
    void anEndingAtItsTimeThatArrivesLateHasExpired() {
        Request grant = bench.applied(PULL + " for 7d");
        bench.ecr.traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        until(WEEK);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        bench.ecr.deletePolicy(API);
        bench.clock.advance(Duration.ofMinutes(3));
        bench.sweep();
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
    }

    @Test
    void aRevocationThatArrivesLateIsOne() {
        Request grant = bench.applied(PULL);
        Request revocation = lost(bench.approved("revoke pull payments/api sales ci-deployer"));
        bench.ecr.deletePolicy(API);
        look(Duration.ofSeconds(30));
        assertThat(bench.now(revocation).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.REVOKED);
        assertThat(bench.mailbox.notes(revocation.id()).stream().skip(1))
                .hasExactlyElementsOfTypes(Note.Failed.class, Note.Belated.class, Note.Revoked.class);
    }

    @Test
    void anUndoThatArrivesLateIsOne() {
        Request grant = bench.applied(PULL);
        Request undo = lost(bench.approved("undo " + grant.id()));
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        bench.ecr.deletePolicy(API);
        look(Duration.ofSeconds(30));
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.mailbox.notes(undo.id())).endsWith(new Note.Failed(), new Note.Belated(), new Note.Undid());
    }

    @Test
    void anUndoOfWhatHasEndedSinceIsNoLongerLookedFor() {
        Request grant = bench.applied(PULL);
        Request undo = lost(bench.approved("undo " + grant.id()));
        bench.types(DeskBench.RITA, "end " + grant.id());
        bench.work();
        look(Duration.ofSeconds(30));
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.ENDED_EARLY);
    }

    private Fault somebodyWrites(AtomicInteger edits) {
        return new Fault() {
            @Override
            public void before(ApiCall call) {
                ForeignPen.write(bench.ecr, API, true, LiveAccess.BY_HAND + " " + edits.incrementAndGet());
            }
        };
    }

    private void look(Duration after) {
        bench.clock.advance(after);
        bench.staff.due().rereading().look(50);
        bench.work();
    }

    private void until(Instant end) {
        bench.clock.advance(Duration.between(bench.clock.instant(), end.plusSeconds(1)));
        bench.sweep();
    }

    /** Has the approved request's write get lost, so that it fails. */
    private Request lost(Request request) {
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        bench.ecr.traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        bench.work();
        bench.ecr.traffic().clearFaults();
        return request;
    }

    /** Has AWS take the lost write now. */
    private void arrives(Request request) {
        assertThat(bench.now(request).stage().problem().orElseThrow().code()).isEqualTo(Code.WRITE_NOT_TAKEN);
        RecordedWrite write = bench.ledger
                .<Optional<RecordedWrite>>transact(books -> books.writes().of(request.id()))
                .orElseThrow();
        bench.ecr.setPolicy(API, write.proposed());
    }
}

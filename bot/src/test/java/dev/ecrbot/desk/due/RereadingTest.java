package dev.ecrbot.desk.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ForeignPen;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policies are read again, and what others took out of them is told. */
final class RereadingTest {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Repository API = SeedRegistry.west("payments/api");

    private final DeskBench bench = new DeskBench();
    private final Request request = granted("payments/api");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatStandsIsReadHalfAMinuteAfterAndThenAboutOnceAnHour() {
        bench.clock.advance(Duration.ofSeconds(29));
        assertThat(look()).isZero();
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(look()).isEqualTo(1);
        int reads = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            bench.clock.advance(Duration.ofMinutes(1));
            reads += look();
        }
        assertThat(reads).isBetween(21, 27);
        standsUntold();
    }

    @Test
    void whatOthersTookOutIsToldOnceToItsHolderAndInTheThread() {
        ForeignPen.write(bench.ecr, API, false, "by hand");
        bench.clock.advance(HALF_A_MINUTE);
        look();
        standsUntold();

        bench.clock.advance(Duration.ofMinutes(1));
        look();
        goneAndTold();
        Event ended = lastEvent();
        assertThat(ended.kind()).isEqualTo(EventKind.GRANT_ENDED);
        assertThat(ended.details()).containsEntry("reason", "FOUND_MISSING");
        assertThat(ended.details().get("live")).contains("by hand");
        assertThat(bench.policy("payments/api")).contains("by hand").doesNotContain("ci-deployer");
        assertThat(bench.mailbox.notes(request.id()))
                .last()
                .isInstanceOfSatisfying(
                        GrantNote.Missing.class,
                        note -> assertThat(note.asked()).contains("grant pull"));

        bench.clock.advance(Duration.ofDays(1));
        assertThat(look()).isZero();
        bench.sweep();
        goneAndTold();
    }

    @Test
    void aRepositoryThatIsGoneTakesItsGrantsAlong() {
        bench.ecr.deleteRepository(API);
        twoReadings();
        goneAndTold(Grant.Reason.REPOSITORY_DELETED);
        assertThat(lastEvent().details()).containsEntry("live", "no repository");
    }

    @Test
    void aRoleThatWasDeletedIsToldAsThat() {
        bench.ecr.iam().delete("arn:aws:iam::222222222222:role/ci-deployer");
        assertThat(bench.policy("payments/api")).contains("AROA");
        twoReadings();
        goneAndTold(Grant.Reason.PRINCIPAL_DELETED);
        assertThat(bench.mailbox.notes(request.id()))
                .last()
                .isInstanceOfSatisfying(
                        GrantNote.Missing.class,
                        note -> assertThat(note.why()).isEqualTo(Grant.Reason.PRINCIPAL_DELETED));
    }

    @Test
    void oneReadingIsNoEvidence() {
        String before = bench.policy("payments/api");
        bench.ecr.deletePolicy(API);
        bench.clock.advance(HALF_A_MINUTE);
        look();
        bench.ecr.setPolicy(API, before);
        bench.clock.advance(Duration.ofMinutes(1));
        look();
        standsUntold();

        // What was missed once, long ago, counts for nothing.
        bench.ecr.deletePolicy(API);
        bench.clock.advance(Duration.ofHours(2));
        look();
        standsUntold();
    }

    @Test
    void anEndThatWasMovedMeanwhileIsntMissed() {
        Request ending = bench.applied("grant push-only payments/api sales ci-deployer for 2h");
        Request extension = bench.applied("extend " + ending.id() + " for 3h");
        Request undo = bench.approved("undo " + extension.id());
        String before = bench.policy("payments/api");
        bench.ecr.deletePolicy(API);
        bench.clock.advance(HALF_A_MINUTE);
        look();
        bench.ecr.setPolicy(API, before);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {
            @Override
            public void before(ApiCall call) {
                bench.staff.applier().apply(undo.id());
            }
        });
        look();
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(ending).state()).isEqualTo(Grant.State.ACTIVE);
        standsUntold();
    }

    @Test
    void aFailureToReadIsNoEvidenceAndIsFollowedByAPause() {
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 50, Fault.throttle());
        bench.clock.advance(HALF_A_MINUTE);
        int looks = 0;
        for (int i = 0; i < 12 * 60; i++) {
            looks += look();
            bench.clock.advance(Duration.ofSeconds(5));
        }
        assertThat(looks).isLessThan(25);
        standsUntold();
    }

    @Test
    void theSameInOtherWordsIsTheSame() {
        bench.ecr.setPolicy(API, """
                {"Version":"2008-10-17","Statement":{"Sid":"rewritten","Effect":"Allow",
                "Principal":{"AWS":["arn:aws:iam::222222222222:role/ci-deployer"]},
                "Action":["ecr:GetDownloadUrlForLayer","ecr:BatchGetImage","ecr:BatchCheckLayerAvailability"]}}""");
        twoReadings();
        standsUntold();
    }

    @Test
    void lessOfItIsNotTheSame() {
        bench.ecr.setPolicy(API, bench.policy("payments/api").replace("ecr:BatchGetImage", "ecr:DescribeImages"));
        twoReadings();
        goneAndTold();
    }

    @Test
    void whatTheBotItselfTookAwayIsNotMissed() {
        Request revoked = bench.asks(DeskBench.RITA, "revoke pull payments/api sales ci-deployer");
        bench.approves(DeskBench.AMIR, revoked);
        bench.work();
        twoReadings();
        assertThat(bench.grant(request).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.REVOKED);
        assertThat(bench.mailbox.notes(request.id())).doesNotHaveAnyElementsOfTypes(GrantNote.Missing.class);
    }

    @Test
    void twoReplicasShareTheReadings() {
        Rereading other = bench.replica().due().rereading();
        for (String name : List.of("payments/one", "payments/two", "payments/three")) {
            bench.ecr.addRepository(SeedRegistry.west(name), Map.of());
            granted(name);
        }
        bench.clock.advance(Duration.ofMinutes(1));
        int before = reads();
        assertThat(look() + other.look(1) + look() + other.look(1)).isEqualTo(4);
        assertThat(look() + other.look(1)).isZero();
        assertThat(reads() - before).isEqualTo(4);
    }

    @Test
    void oneLookReadsAsManyPoliciesAsItIsToldAtMost() {
        bench.ecr.addRepository(SeedRegistry.west("payments/one"), Map.of());
        granted("payments/one");
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(look()).isEqualTo(1);
        assertThat(bench.staff.due().rereading().look(5)).isEqualTo(1);
    }

    private Request granted(String repository) {
        Request asked = bench.asks(DeskBench.RITA, "grant pull " + repository + " sales ci-deployer");
        bench.approves(DeskBench.AMIR, asked);
        bench.work();
        return asked;
    }

    private void twoReadings() {
        bench.clock.advance(HALF_A_MINUTE);
        look();
        bench.clock.advance(Duration.ofMinutes(1));
        look();
    }

    private int look() {
        int read = bench.staff.due().rereading().look(1);
        bench.deliver();
        return read;
    }

    private int reads() {
        return bench.ecr.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY).size();
    }

    private void standsUntold() {
        assertThat(bench.grant(request).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.mailbox.of(Message.GrantEnded.class)).isEmpty();
        assertThat(bench.mailbox.notes(request.id())).doesNotHaveAnyElementsOfTypes(GrantNote.Missing.class);
    }

    private void goneAndTold() {
        goneAndTold(Grant.Reason.FOUND_MISSING);
    }

    private void goneAndTold(Grant.Reason why) {
        assertThat(bench.grant(request).ended().orElseThrow().reason()).isEqualTo(why);
        assertThat(bench.mailbox.of(Message.GrantEnded.class)).hasSize(1);
        assertThat(bench.mailbox.notes(request.id()))
                .filteredOn(GrantNote.Missing.class::isInstance)
                .hasSize(1);
    }

    private Event lastEvent() {
        List<Event> events = bench.ledger.transact(books -> books.events().of(request.id()));
        return events.get(events.size() - 1);
    }
}

package dev.ecrbot.desk.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bot lets go of once it is old, and what it never does. */
class ForgettingTest {
    private static final String TO = " sales ci-deployer";

    private final DeskBench bench = new DeskBench(DeskBench.RULES, "store: {retention: 400d}\n");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatEndedLongAgoCantBeUndoneAndItsStoryIsStillTold() {
        Request ended = bench.applied("grant pull payments/api" + TO + " for 30d");
        bench.clock.advance(Duration.ofDays(31));
        bench.sweep();
        List<Event> events = events(ended);

        later(Duration.ofDays(399));
        assertThat(bench.now(ended).revision().kept()).isTrue();
        later(Duration.ofDays(2));

        assertThat(bench.now(ended).revision().kept()).isFalse();
        assertThat(bench.grant(ended).state()).isEqualTo(Grant.State.ENDED);
        assertThat(events(ended)).extracting(Event::kind).containsExactlyElementsOf(kinds(events));
        Problem problem = bench.refused("undo " + ended.id());
        assertThat(problem.code()).isEqualTo(Code.UNDO_REFUSED);
        assertThat(problem.text()).contains("no longer keeps what it changed", "Ask for what should change now");
    }

    @Test
    void whatAnActiveGrantIsMadeOfStays() {
        Request active = bench.applied("grant pull payments/api" + TO);
        Request extended = bench.applied("grant pull legacy/mixed" + TO + " for 30d");
        Request extension = bench.applied("extend " + extended.id() + " for 900d");
        Request revoked = bench.applied("grant push payments/worker" + TO + " for 30d");
        bench.clock.advance(Duration.ofDays(1));
        Request revocation = bench.applied("revoke push payments/worker" + TO);
        later(Duration.ofDays(402));
        assertThat(List.of(active, extended, extension))
                .allSatisfy(request -> assertThat(bench.now(request)).isEqualTo(request));
        assertThat(List.of(revoked, revocation))
                .noneMatch(request -> bench.now(request).revision().kept());
        assertThat(bench.asks(DeskBench.RITA, "undo " + active.id()).change().undoes())
                .contains(active.id());
    }

    @Test
    void whatEndedWhileAnotherRequestWaitsStaysUntilThatIsDecided() {
        Request before = bench.applied("grant pull payments/api" + TO + " for 1h");
        Request waits = bench.asks(DeskBench.RITA, "grant push payments/worker" + TO);
        bench.clock.advance(Duration.ofHours(2));
        bench.sweep();
        forget(Duration.ofDays(402));
        assertThat(bench.now(before).revision().kept()).isTrue();
        bench.denies(DeskBench.AMIR, waits);
        bench.work();
        forget(Duration.ZERO);
        assertThat(bench.now(before).revision().kept()).isFalse();
    }

    @Test
    void deliveredNoticesGoAfterAMonth() {
        bench.applied("grant pull payments/api" + TO);
        later(Forgetting.NOTICES.plusHours(1));
        assertThat(bench.ledger.<Integer>transact(books -> books.retention().emptyOutbox(bench.clock.instant(), 100)))
                .isZero();
    }

    private void later(Duration time) {
        forget(time);
        bench.sweep();
    }

    private void forget(Duration time) {
        bench.clock.advance(time);
        bench.staff.due().chores().stream()
                .filter(chore -> List.of("empty-outbox", "let-go-of-plans").contains(chore.name()))
                .map(Chore::work)
                .forEach(Runnable::run);
    }

    private List<Event> events(Request request) {
        return bench.ledger.transact(books -> books.events().of(request.id()));
    }

    private static List<EventKind> kinds(List<Event> events) {
        return events.stream().map(Event::kind).toList();
    }
}

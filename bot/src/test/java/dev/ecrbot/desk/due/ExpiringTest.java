package dev.ecrbot.desk.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.Sweep;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holders are warned before what they got ends. */
final class ExpiringTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final Instant WEEK = Instant.parse("2026-11-29T10:00:00Z");

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aDayAndAnHourBeforeAndOnceEach() {
        Request grant = granted(PULL + " for 7d");
        at(WEEK.minus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(warnings()).isEmpty();
        at(WEEK.minus(Duration.ofHours(24)));
        assertThat(warnings()).containsExactly(WEEK);
        assertThat(bench.mailbox.of(Message.Private.class))
                .filteredOn(message -> message.note() instanceof GrantNote.Expiring)
                .extracting(Message.Private::to)
                .containsExactly(DeskBench.RITA);
        bench.sweep();
        Sweep.once(bench.replica());
        at(WEEK.minus(Duration.ofMinutes(61)));
        assertThat(warnings()).hasSize(1);
        at(WEEK.minus(Duration.ofHours(1)));
        Sweep.once(bench.replica());
        bench.sweep();
        assertThat(warnings()).containsExactly(WEEK, WEEK);
        at(WEEK);
        assertThat(warnings()).hasSize(2);
        assertThat(bench.events(grant)).containsSubsequence(EventKind.WARNED, EventKind.WARNED, EventKind.GRANT_ENDED);
    }

    @ParameterizedTest
    @CsvSource({"30m,0", "1h59m,0", "2h,1", "8h,1", "23h,1", "2d,2", "14d,2"})
    void notWithinTheFirstHour(String given, int warnings) {
        Request grant = granted(PULL + " for " + given);
        Instant until = bench.grant(grant).until().orElseThrow();
        while (bench.clock.instant().isBefore(until)) {
            bench.clock.advance(Duration.ofMinutes(10));
            bench.sweep();
        }
        assertThat(warnings()).hasSize(warnings);
    }

    @Test
    void whatEndsNeverOrHasEndedIsNotWarnedOf() {
        granted("grant pull payments/worker sales ci-deployer");
        Request grant = granted(PULL + " for 7d");
        bench.types(DeskBench.RITA, "end " + grant.id());
        bench.work();
        at(WEEK.minus(Duration.ofHours(1)));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void whatWasNotToldInTimeIsNotToldTooLate() {
        granted(PULL + " for 7d");
        bench.mailbox.trouble(
                message -> message instanceof Message.Private told && told.note() instanceof GrantNote.Expiring
                        ? Optional.of(new Courier.Delivery.Later(Duration.ofMinutes(1), "Slack is down"))
                        : Optional.empty());
        at(WEEK.minus(Duration.ofHours(24)));
        at(WEEK.minus(Duration.ofHours(1)));
        bench.mailbox.trouble(message -> Optional.empty());
        bench.clock.advance(Duration.ofMinutes(5));
        bench.deliver();
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void theyMoveWithAnExtension() {
        Request grant = granted(PULL + " for 7d");
        at(WEEK.minus(Duration.ofHours(24)));
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id() + " for 8d");
        bench.approves(DeskBench.AMIR, extension);
        bench.work();
        Instant later = bench.grant(grant).until().orElseThrow();
        at(WEEK.minus(Duration.ofHours(1)));
        assertThat(warnings()).containsExactly(WEEK);
        at(later.minus(Duration.ofHours(24)));
        at(later.minus(Duration.ofHours(1)));
        assertThat(warnings()).containsExactly(WEEK, later, later);
    }

    @Test
    void endNowEndsWhatTheWarningSpokeOfAndNothingElse() {
        Request grant = granted(PULL + " for 7d");
        assertThat(code(endNow(grant.id().value(), WEEK.plusSeconds(1)))).isEqualTo(Code.REVISION_REPLACED);
        assertThat(code(endNow(grant.id().value(), Instant.EPOCH))).isEqualTo(Code.REVISION_REPLACED);
        assertThat(code(endNow("req-00000000", WEEK))).isEqualTo(Code.REQUEST_NOT_FOUND);
        assertThat(code(endNow("; drop table", WEEK))).isEqualTo(Code.REQUEST_NOT_FOUND);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        assertThat(endNow(grant.id().value(), WEEK)).isInstanceOf(Answer.Ending.class);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(code(endNow(grant.id().value(), WEEK))).isEqualTo(Code.GRANT_ENDED);
    }

    private Answer endNow(String request, Instant shown) {
        return bench.staff.desk().endNow(DeskBench.asker(DeskBench.RITA), request, Optional.of(shown));
    }

    private void at(Instant moment) {
        bench.clock.advance(Duration.between(bench.clock.instant(), moment));
        bench.sweep();
    }

    private List<Instant> warnings() {
        return bench.mailbox.of(Message.Private.class).stream()
                .map(Message.Private::note)
                .filter(GrantNote.Expiring.class::isInstance)
                .map(note -> ((GrantNote.Expiring) note).held().owned().until().orElseThrow())
                .toList();
    }

    private Request granted(String text) {
        Request request = bench.asks(DeskBench.RITA, text);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        return request;
    }

    private static Code code(Answer answer) {
        return ((Answer.Refused) answer).problem().code();
    }
}

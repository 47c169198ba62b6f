package dev.ecrbot.desk.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.ShorterEnd;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Approvers who give less time than was asked for. */
final class ShorteningTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final Instant WEEK = Instant.parse("2026-11-29T10:00:00Z");

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void itIsShownAsANewRevisionAndGivesWhatItShows() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 30d");
        assertThat(shorten(DeskBench.AMIR, request, "for 7d")).isInstanceOf(Answer.Shortened.class);
        bench.deliver();
        Request shorter = bench.now(request);
        assertThat(shorter.stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(shorter.revision().number()).isEqualTo(2);
        assertThat(shorter.change().end()).contains(WEEK);
        assertThat(lastCard().history().shorter()).contains(new ShorterEnd(DeskBench.AMIR, 2));
        assertThat(bench.events(request)).containsExactly(EventKind.ASKED, EventKind.SHORTENED);
        assertThat(bench.mailbox.notes(request.id())).contains(new Note.Shortened(DeskBench.AMIR));

        assertThat(code(bench.approves(DeskBench.OLGA, request))).isEqualTo(Code.REVISION_REPLACED);
        bench.approves(DeskBench.AMIR, shorter);
        bench.work();
        assertThat(bench.grant(request).until()).contains(WEEK);
        assertThat(bench.policy("payments/api")).contains("2026-11-29T10:00:00Z");
        assertThat(lastCard().history().shorter()).isPresent();
    }

    @Test
    void whatHasNoEndGetsOneAndCanBeShortenedAgain() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        shorten(DeskBench.AMIR, request, "for 30d");
        shorten(DeskBench.OLGA, bench.now(request), "until 2026-11-29 10:00");
        assertThat(bench.now(request).change().end()).contains(WEEK);
        assertThat(bench.now(request).revision().number()).isEqualTo(3);
    }

    @Test
    void earlierApprovalsAreVoid() {
        Request request = bench.asks(DeskBench.RITA, "grant pull web/frontend sales ci-deployer for 30d");
        bench.approves(DeskBench.AMIR, request);
        shorten(DeskBench.OLGA, bench.now(request), "for 7d");
        bench.approves(DeskBench.OLGA, bench.now(request));
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        bench.approves(DeskBench.AMIR, bench.now(request));
        bench.work();
        assertThat(bench.grant(request).until()).contains(WEEK);
    }

    @Test
    void anExtensionGetsASoonerEndThatIsStillALaterOne() {
        Request grant = bench.asks(DeskBench.RITA, PULL + " for 7d");
        bench.approves(DeskBench.AMIR, grant);
        bench.work();
        Request extension = bench.asks(DeskBench.RITA, "extend " + grant.id() + " for 60d");
        assertThat(code(shorten(DeskBench.AMIR, extension, "for 7d"))).isEqualTo(Code.EXTENSION_TOO_SHORT);
        shorten(DeskBench.AMIR, extension, "for 30d");
        bench.approves(DeskBench.AMIR, bench.now(extension));
        bench.work();
        assertThat(bench.grant(grant).until()).contains(Instant.parse("2026-12-22T10:00:00Z"));
    }

    @Test
    void onlyASoonerEndOfAGrantThatWaits() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 7d");
        assertThat(code(shorten(DeskBench.AMIR, request, "for 7d"))).isEqualTo(Code.END_NOT_SOONER);
        assertThat(code(shorten(DeskBench.AMIR, request, "for 30d"))).isEqualTo(Code.END_NOT_SOONER);
        assertThat(code(shorten(DeskBench.AMIR, request, ""))).isEqualTo(Code.DURATION_MALFORMED);
        assertThat(code(shorten(DeskBench.AMIR, request, "for ever"))).isEqualTo(Code.DURATION_MALFORMED);
        assertThat(code(shorten(DeskBench.AMIR, request, "because I say so"))).isEqualTo(Code.DURATION_MALFORMED);
        bench.approves(DeskBench.AMIR, request);
        assertThat(code(shorten(DeskBench.AMIR, request, "for 1d"))).isEqualTo(Code.REQUEST_DECIDED);
        bench.work();
        Request revocation = bench.asks(DeskBench.RITA, "revoke pull payments/api sales ci-deployer");
        assertThat(code(shorten(DeskBench.AMIR, revocation, "for 1d"))).isEqualTo(Code.END_NOT_SOONER);
        assertThat(bench.now(revocation).revision().number()).isEqualTo(1);
    }

    @Test
    void onlyApproversAndOnlyOnTheCardAsItIs() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 30d");
        assertThat(code(shorten(DeskBench.BEN, request, "for 7d"))).isEqualTo(Code.APPROVER_REFUSED);
        assertThat(code(shorten(DeskBench.RITA, request, "for 7d"))).isEqualTo(Code.APPROVER_REFUSED);
        bench.people.is(DeskBench.AMIR, Standing.DEACTIVATED);
        assertThat(code(shorten(DeskBench.AMIR, request, "for 7d"))).isEqualTo(Code.PERSON_REFUSED);
        assertThat(code(bench.staff
                        .desk()
                        .shorten(DeskBench.asker(DeskBench.OLGA), request.id().value(), 0, "for 7d")))
                .isEqualTo(Code.REVISION_REPLACED);
        assertThat(code(bench.staff.desk().shorten(DeskBench.asker(DeskBench.OLGA), "req-00000000", 1, "for 7d")))
                .isEqualTo(Code.REQUEST_NOT_FOUND);
        assertThat(bench.now(request).revision().number()).isEqualTo(1);
        assertThat(bench.events(request)).contains(EventKind.DECISION_REFUSED).doesNotContain(EventKind.SHORTENED);
    }

    @Test
    void itGivesApproversTheirTimeAnew() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 30d");
        bench.clock.advance(Duration.ofHours(7));
        shorten(DeskBench.AMIR, request, "for 7d");
        bench.clock.advance(Duration.ofHours(7));
        bench.sweep();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        bench.clock.advance(Duration.ofHours(2));
        bench.sweep();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.EXPIRED);
    }

    private Message.Card lastCard() {
        var cards = bench.mailbox.of(Message.Card.class);
        return cards.get(cards.size() - 1);
    }

    private Answer shorten(PersonId person, Request shown, String end) {
        return bench.staff
                .desk()
                .shorten(
                        DeskBench.asker(person),
                        shown.id().value(),
                        shown.revision().number(),
                        end);
    }

    private static Code code(Answer answer) {
        return ((Answer.Refused) answer).problem().code();
    }
}

package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever asks for what somebody else has asked for already, and whoever holds what somebody else has changed. */
final class FollowersTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer for 7d";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theSecondAskerHearsWhatCameOfIt() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        follows(DeskBench.BEN, request);
        follows(DeskBench.BEN, request);
        assertThat(bench.events(request)).containsOnlyOnce(EventKind.FOLLOWED);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(told(DeskBench.BEN)).hasExactlyElementsOfTypes(Note.Granted.class);
        assertThat(told(DeskBench.RITA)).hasAtLeastOneElementOfType(Note.Granted.class);
    }

    @Test
    void theSecondAskerHearsOfADenial() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        follows(DeskBench.BEN, request);
        bench.denies(DeskBench.AMIR, request);
        bench.deliver();
        assertThat(told(DeskBench.BEN)).hasExactlyElementsOfTypes(Note.Denied.class);
    }

    @Test
    void whatItsRequesterTakesBackGoesOnAsTheNextOnes() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        follows(DeskBench.BEN, request);
        assertThat(bench.types(DeskBench.RITA, "cancel " + request.id()))
                .isEqualTo(new Answer.Cancelled(bench.now(request), Optional.of(DeskBench.BEN)));
        bench.deliver();
        Request handed = bench.now(request);
        assertThat(handed.stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(handed.ask().map(Ask::requester)).contains(DeskBench.BEN);
        assertThat(told(DeskBench.BEN)).hasExactlyElementsOfTypes(Note.HandedOn.class);
        assertThat(cardOf(handed).request().ask().map(Ask::requester)).contains(DeskBench.BEN);
        bench.approves(DeskBench.AMIR, handed);
        bench.work();
        assertThat(bench.grant(handed).requester()).isEqualTo(DeskBench.BEN);
        assertThat(told(DeskBench.RITA)).doesNotHaveAnyElementsOfTypes(Note.Granted.class);
    }

    @Test
    void nobodyInheritsWhatTheyApproved() {
        Request request = bench.asks(DeskBench.RITA, "grant pull web/frontend sales ci-deployer for 7d");
        follows(DeskBench.AMIR, request);
        bench.approves(DeskBench.AMIR, request);
        assertThat(bench.types(DeskBench.RITA, "cancel " + request.id())).isInstanceOf(Answer.Cancelled.class);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.CANCELLED);
    }

    @Test
    void whoMayNotAskAnyMoreInheritsNothing() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        follows(DeskBench.BEN, request);
        bench.people.is(DeskBench.BEN, Standing.DEACTIVATED);
        assertThat(bench.types(DeskBench.RITA, "cancel " + request.id())).isInstanceOf(Answer.Cancelled.class);
    }

    @Test
    void theHolderHearsWhoRevokedOrExtendedWhatTheyHold() {
        Request grant = bench.applied(PULL);
        Request extension = bench.asks(DeskBench.BEN, "extend " + grant.id() + " for 30d");
        bench.approves(DeskBench.AMIR, extension);
        bench.work();
        assertThat(last(DeskBench.RITA))
                .isInstanceOfSatisfying(
                        GrantNote.ExtendedBy.class,
                        note -> assertThat(note.by().maker()).contains(DeskBench.BEN));
        Request revocation = bench.asks(DeskBench.BEN, "revoke pull payments/api sales ci-deployer because it is over");
        bench.approves(DeskBench.AMIR, revocation);
        bench.work();
        assertThat(last(DeskBench.RITA))
                .isInstanceOfSatisfying(
                        GrantNote.RevokedBy.class,
                        note -> assertThat(note.by().id()).isEqualTo(revocation.id()));
    }

    @Test
    void whoRevokesTheirOwnIsToldOnce() {
        bench.applied(PULL);
        Request revocation = bench.asks(DeskBench.RITA, "revoke pull payments/api sales ci-deployer");
        bench.approves(DeskBench.AMIR, revocation);
        bench.work();
        assertThat(told(DeskBench.RITA))
                .doesNotHaveAnyElementsOfTypes(GrantNote.RevokedBy.class)
                .hasAtLeastOneElementOfType(Note.Revoked.class);
    }

    private void follows(PersonId person, Request request) {
        assertThat(bench.types(person, typed(request))).isInstanceOfSatisfying(Answer.WaitingAlready.class, waiting -> {
            assertThat(waiting.request().id()).isEqualTo(request.id());
            assertThat(waiting.follows()).isTrue();
        });
    }

    private String typed(Request request) {
        return bench.ledger.transact(books -> AuditEvents.typed(books, request.id()));
    }

    private List<Note> told(PersonId person) {
        return bench.mailbox.of(Message.Private.class).stream()
                .filter(message -> message.to().equals(person))
                .map(Message.Private::note)
                .toList();
    }

    private Note last(PersonId person) {
        List<Note> told = told(person);
        return told.get(told.size() - 1);
    }

    private Message.Card cardOf(Request request) {
        return bench.mailbox.of(Message.Card.class).stream()
                .filter(card -> card.request().id().equals(request.id()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}

package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.policy.plan.Edit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has to be true of every request, at any moment and whatever happened: read off its events and what was told. */
public final class Journal {
    private static final Map<EventKind, RequestState> LEADS_TO = Map.ofEntries(
            Map.entry(EventKind.ASKED, RequestState.PENDING),
            Map.entry(EventKind.ENDING, RequestState.APPROVED),
            Map.entry(EventKind.APPROVED, RequestState.APPROVED),
            Map.entry(EventKind.BROKE_GLASS, RequestState.APPROVED),
            Map.entry(EventKind.APPROVED_BY_RULE, RequestState.APPROVED),
            Map.entry(EventKind.APPLYING, RequestState.APPLYING),
            Map.entry(EventKind.APPLIED, RequestState.APPLIED),
            Map.entry(EventKind.REVISED, RequestState.PENDING),
            Map.entry(EventKind.FAILED, RequestState.FAILED),
            Map.entry(EventKind.DENIED, RequestState.DENIED),
            Map.entry(EventKind.CANCELLED, RequestState.CANCELLED),
            Map.entry(EventKind.EXPIRED, RequestState.EXPIRED),
            Map.entry(EventKind.APPLY_AGAIN, RequestState.APPROVED));
    private static final Map<RequestState, Set<RequestState>> GOES_ON = Map.of(
            RequestState.PENDING,
            Set.of(
                    RequestState.APPROVED,
                    RequestState.DENIED,
                    RequestState.CANCELLED,
                    RequestState.EXPIRED,
                    RequestState.FAILED),
            RequestState.APPROVED,
            Set.of(RequestState.APPLYING, RequestState.APPLIED, RequestState.PENDING, RequestState.FAILED),
            RequestState.APPLYING,
            Set.of(RequestState.APPLIED, RequestState.FAILED, RequestState.APPROVED));
    private static final Set<String> IN_DOUBT = Set.of("write_not_taken", "read_back_differs", "outcome_unknown");

    private final World world;

    public Journal(World world) {
        this.world = world;
    }

    /** Checks that every state the request has been in has its event, and that it is written once at most. */
    public void check(RequestId id) {
        List<EventKind> kinds = world.events(id).stream().map(Event::kind).toList();
        List<RequestState> states =
                kinds.stream().filter(LEADS_TO::containsKey).map(LEADS_TO::get).toList();
        assertThat(states.get(states.size() - 1))
                .as(id + ": " + kinds)
                .isEqualTo(world.now(id).stage().state());
        for (int i = 1; i < states.size(); i++) {
            assertThat(goesOn(id, states.get(i - 1))).as(id + ": " + kinds).contains(states.get(i));
        }
        assertThat(kinds)
                .filteredOn(EventKind.APPLIED::equals)
                .as(id + ": " + kinds)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(kinds)
                .filteredOn(EventKind.GRANT_ENDED::equals)
                .as(id + ": " + kinds)
                .hasSizeLessThanOrEqualTo(1 + Collections.frequency(kinds, EventKind.GRANT_RESTORED));
        assertThat(kinds)
                .filteredOn(EventKind.APPLYING::equals)
                .as(id + ": " + kinds)
                .hasSizeLessThanOrEqualTo(1 + Collections.frequency(kinds, EventKind.APPLY_AGAIN));
    }

    /** What failed is over, unless AWS may have taken its write all the same. */
    private Set<RequestState> goesOn(RequestId id, RequestState from) {
        boolean inDoubt = from == RequestState.FAILED
                && world.events(id).stream()
                        .filter(event -> event.kind() == EventKind.FAILED)
                        .allMatch(event -> IN_DOUBT.contains(event.details().get("code")));
        return inDoubt ? Set.of(RequestState.APPLIED) : GOES_ON.getOrDefault(from, Set.of());
    }

    /** Checks that nobody was told of access given or taken away without a proof. */
    public void checkTold() {
        for (Message.Private told : world.mailbox().of(Message.Private.class)) {
            if (told.note() instanceof Note.Granted
                    || told.note() instanceof Note.Revoked
                    || told.note() instanceof Note.Undid) {
                assertThat(told.request().stage().proof()).as("%s", told).isPresent();
                assertThat(world.now(told.request().id()).stage().proof())
                        .as("%s", told)
                        .isPresent();
            }
        }
    }

    /** Checks that the request's card shows how it stands, and that its requester was told how it ended. */
    public void checkShown(RequestId id) {
        Request now = world.now(id);
        List<Message> all = told(id);
        Optional<Message.Card> last = all.stream()
                .filter(Message.Card.class::isInstance)
                .map(Message.Card.class::cast)
                .reduce((first, second) -> second);
        assertThat(last.orElseThrow().request().version()).as(id + " shown").isEqualTo(now.version());
        assertThat(world.card(id)).get().extracting(CardRef::shown).isEqualTo(now.version());
        checkSince(id, last.orElseThrow());
        List<Note> notes = new ArrayList<>(world.mailbox().notes(id));
        switch (now.stage().state()) {
            case APPLIED ->
                assertThat(notes)
                        .hasAtLeastOneElementOfType(appliedNote(now.change().edit()));
            case FAILED -> assertThat(notes).hasAtLeastOneElementOfType(Note.Failed.class);
            case DENIED -> assertThat(notes).hasAtLeastOneElementOfType(Note.Denied.class);
            case PENDING ->
                assertThat(now.revision().number())
                        .isEqualTo(last.orElseThrow().request().revision().number());
            default ->
                assertThat(now.stage().state().isFinal())
                        .as("%s", now.stage().state())
                        .isTrue();
        }
    }

    /** What the card says of the access that its request gave is what is on record, long after the request was applied. */
    private void checkSince(RequestId id, Message.Card last) {
        Optional<Grant> grant = world.ledger().transact(books -> books.grants().find(new GrantId(id)));
        CardHistory.Since since = last.history().since();
        assertThat(since.grant().flatMap(Grant::until)).as(id + " until").isEqualTo(grant.flatMap(Grant::until));
        assertThat(since.grant().flatMap(Grant::ended)).as(id + " ended").isEqualTo(grant.flatMap(Grant::ended));
        assertThat(since.undone())
                .as(id + " undone")
                .isEqualTo(world.events(id).stream().anyMatch(event -> event.kind() == EventKind.UNDONE));
    }

    private static Class<? extends Note> appliedNote(Edit edit) {
        if (edit instanceof Edit.Extend) {
            return Note.Extended.class;
        }
        if (edit instanceof Edit.Undo) {
            return Note.Undid.class;
        }
        return edit instanceof Edit.Grant ? Note.Granted.class : Note.Revoked.class;
    }

    /** Returns everything that was said about the request, in order. */
    public List<Message> told(RequestId id) {
        return world.mailbox().all().stream()
                .filter(message -> message.request().id().equals(id))
                .toList();
    }
}

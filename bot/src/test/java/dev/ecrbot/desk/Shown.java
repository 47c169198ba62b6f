package dev.ecrbot.desk;

import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Slack shows: the cards as they stand there, what was said of moments since it was looked at last, and when all that was proven. */
final class Shown {
    private final Map<RequestId, Message.Card> cards = new LinkedHashMap<>();
    private final Map<RequestId, Instant> moved = new HashMap<>();
    private final List<Message> moments = new ArrayList<>();

    void add(Message message) {
        if (message instanceof Message.Card card) {
            cards.put(card.request().id(), card);
        } else {
            moments.add(message);
        }
        // Whoever moved a grant has read the policy that it stands in.
        if (message instanceof Message.GrantExtended extended) {
            moved.put(message.request().id(), extended.by().stage().changedAt());
        } else if (message instanceof Message.GrantRestored restored) {
            moved.put(message.request().id(), restored.by().stage().changedAt());
        }
    }

    void forget(RequestId lost) {
        cards.remove(lost);
    }

    void forgetMoments() {
        moments.clear();
    }

    Collection<Message.Card> cards() {
        return cards.values();
    }

    /** Returns what was said of moments since they were forgotten last. */
    List<Message> moments() {
        return moments;
    }

    /**
     * Returns when what the message shows was proven last; what others did before that is no excuse. Of several grants in one message
     * each was proven at its own time.
     */
    Instant provenAt(Falsehood falsehood) {
        return falsehood.message() instanceof Message.Private told
                        && told.note() instanceof GrantNote.ExpiringTogether together
                ? together.endings().stream()
                        .filter(ending -> ending.held().equals(falsehood.claim()))
                        .findFirst()
                        .flatMap(ending ->
                                Optional.ofNullable(cards.get(ending.grant().request())))
                        .map(this::lastRead)
                        .orElse(Instant.MIN)
                : lastRead(falsehood.message());
    }

    private Instant lastRead(Message message) {
        Instant proven = message.request().stage().changedAt();
        Instant again = moved.getOrDefault(message.request().id(), proven);
        return again.isAfter(proven) ? again : proven;
    }
}

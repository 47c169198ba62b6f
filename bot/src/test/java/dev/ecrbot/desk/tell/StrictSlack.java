package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.sandbox.slack.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Slack that takes as much as Slack does, and a while for each call. */
final class StrictSlack implements Courier {
    private static final Duration CALL = Duration.ofMillis(50);

    private final SettableClock clock;
    private final RateLimits limits;
    private final Map<RequestId, Instant> posted = new HashMap<>();
    private final Map<String, Instant> closed = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final List<RequestId> noted = new ArrayList<>();
    private final List<RequestId> edited = new ArrayList<>();
    private int calls;
    private int refused;
    private int lists;

    StrictSlack(SettableClock clock) {
        this.clock = clock;
        this.limits = new RateLimits(clock);
    }

    /** The channel takes nothing for so long. */
    void closes(String channel, Duration time) {
        closed.put(channel, clock.instant().plus(time));
    }

    Optional<Instant> posted(RequestId card) {
        return Optional.ofNullable(posted.get(card));
    }

    /** Returns of which requests notes stand there, alone or in lists. */
    List<RequestId> noted() {
        return noted;
    }

    List<RequestId> edited() {
        return edited;
    }

    int triesIn(String channel) {
        return tries.getOrDefault(channel, 0);
    }

    int calls() {
        return calls;
    }

    int refused() {
        return refused;
    }

    int lists() {
        return lists;
    }

    @Override
    public Delivery deliver(Message message) {
        clock.advance(CALL);
        calls++;
        Optional<Duration> refusal = refusal(message);
        if (refusal.isPresent()) {
            refused++;
            return new Delivery.Throttled(refusal.get());
        }
        return new Delivery.Delivered(taken(message));
    }

    private Optional<Duration> refusal(Message message) {
        if (message instanceof Message.Card card && card.posted().isPresent()) {
            return limits.refusal("chat.update", "");
        }
        String channel = channel(message);
        tries.merge(channel, 1, Integer::sum);
        Instant now = clock.instant();
        return Optional.ofNullable(closed.get(channel))
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until))
                .or(() -> limits.refusal("chat.postMessage", channel));
    }

    private static String channel(Message message) {
        if (message instanceof Message.Listed listed) {
            return listed.channel();
        }
        if (message instanceof Message.GrantEnded ended) {
            return ended.card().orElseThrow().channel();
        }
        return message instanceof Message.Private note
                ? note.to().user()
                : message.request().ask().orElseThrow().channel();
    }

    private Optional<CardRef> taken(Message message) {
        RequestId id = message.request().id();
        if (message instanceof Message.Card card && card.posted().isPresent()) {
            edited.add(id);
            return card.posted();
        }
        if (message instanceof Message.Card) {
            posted.put(id, clock.instant());
            return Optional.of(new CardRef(channel(message), calls + ".0", 0));
        }
        if (message instanceof Message.Listed listed) {
            lists++;
            listed.notes().forEach(note -> noted.add(note.request().id()));
        } else if (message instanceof Message.GrantEnded) {
            noted.add(id);
        }
        return Optional.empty();
    }
}

package dev.ecrbot.slack.web;

import com.slack.api.model.block.LayoutBlock;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Commented;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.Escalated;
import dev.ecrbot.desk.tell.GlassBroken;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.MessageVisitor;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.desk.tell.RecordLost;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Rendered;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the desk's messages to Slack. */
public final class SlackCourier implements Courier {
    private static final Logger LOG = LoggerFactory.getLogger(SlackCourier.class);

    /** Slack says thirty; the last moment is not for trying. */
    private static final Duration RESPONSE_URL_LIFE = Duration.ofMinutes(29);

    /** What stands there can't be edited any more; a new message can. */
    static final Set<String> GONE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found");

    private final Web web;
    private final PrivatePost privately;
    private final Function<CardRef, Optional<String>> links;
    private final Supplier<DisplayNames> names;
    private final Consumer<Request> changed;
    private final Clock clock;
    private final Cards cards;

    /**
     * @param links the address of a card
     * @param names what people call accounts and the rest by now
     * @param changed is told of each request about which something was to be told; must be quick and throw nothing
     */
    public SlackCourier(
            Web web,
            PrivatePost privately,
            Function<CardRef, Optional<String>> links,
            Supplier<DisplayNames> names,
            Consumer<Request> changed,
            Clock clock) {
        this.web = web;
        this.privately = privately;
        this.links = links;
        this.names = names;
        this.changed = changed;
        this.clock = clock;
        this.cards = new Cards(web, names);
    }

    @Override
    public Delivery deliver(Message message) {
        try {
            Delivery delivery = message.visit(new Bringing());
            changed.accept(message.request());
            return delivery;
        } catch (RuntimeException e) {
            // Tried again, a mistake of ours would hold up everything behind it for ever.
            LOG.error(
                    "A message about {} couldn't be written", message.request().id(), e);
            return new Delivery.Undeliverable(WorkspaceWords.unwritten());
        }
    }

    /** Has a way to Slack for each kind of message. */
    private final class Bringing implements MessageVisitor<Delivery> {
        @Override
        public Delivery card(Message.Card card) {
            return cards.card(card);
        }

        @Override
        public Delivery bundleCard(BundleCard card) {
            return cards.common(card);
        }

        @Override
        public Delivery approversCalled(Message.ApproversCalled called) {
            return thread(called.card(), writing().approversCalled(called));
        }

        @Override
        public Delivery reminder(Message.Reminder reminder) {
            return thread(reminder.card(), writing().reminder(reminder));
        }

        @Override
        public Delivery escalated(Escalated escalated) {
            return thread(escalated.card(), writing().escalated(escalated));
        }

        @Override
        public Delivery commented(Commented commented) {
            return thread(commented.card(), writing().commented(commented));
        }

        @Override
        public Delivery grantEnded(Message.GrantEnded ended) {
            return thread(ended.card(), writing().grantEnded(ended));
        }

        @Override
        public Delivery grantExtended(Message.GrantExtended extended) {
            return thread(extended.card(), writing().grantExtended(extended));
        }

        @Override
        public Delivery undone(Message.Undone undone) {
            return thread(undone.card(), writing().undone(undone));
        }

        @Override
        public Delivery grantRestored(Message.GrantRestored restored) {
            return thread(restored.card(), writing().grantRestored(restored));
        }

        @Override
        public Delivery denialExplained(DenialExplained explained) {
            return thread(explained.card(), writing().denialExplained(explained));
        }

        @Override
        public Delivery endFails(Message.EndFails fails) {
            return thread(fails.card(), writing().endFails(fails));
        }

        @Override
        public Delivery listed(Message.Listed listed) {
            return posted(listed.channel(), writing().listed(listed));
        }

        @Override
        public Delivery glassBroken(GlassBroken broken) {
            return posted(broken.channel(), writing().glassBroken(broken));
        }

        @Override
        public Delivery recordLost(RecordLost lost) {
            return posted(lost.channel(), writing().recordLost(lost));
        }

        @Override
        public Delivery privately(Message.Private note) {
            return SlackCourier.this.privately(note);
        }
    }

    private Writing writing() {
        return new Writing(names.get(), links);
    }

    private Delivery posted(String channel, Rendered message) {
        return delivery(web.post(channel, message, Optional.empty()), Optional.empty());
    }

    private Delivery thread(CardRef card, Rendered message) {
        Reply<?> reply = web.post(card.channel(), message, Optional.of(card.told()));
        return reply instanceof Reply.Refused<?> refused && GONE.contains(refused.error())
                ? new Delivery.CardGone(refused.error())
                : delivery(reply, Optional.empty());
    }

    private Delivery thread(Optional<CardRef> card, Rendered message) {
        return card.map(ref -> thread(ref, message))
                .orElseGet(() -> new Delivery.Undeliverable(WorkspaceWords.noCard()));
    }

    private Delivery privately(Message.Private message) {
        Rendered rendered = writing().privately(message);
        String user = message.to().user();
        Origin from = origin(message);
        if (message.note().way() == Note.Way.WHERE_ASKED) {
            return delivery(privately.where(from, user, rendered), Optional.empty());
        }
        List<Supplier<Reply<?>>> ways = new ArrayList<>();
        ways.add(() -> privately.direct(user, rendered));
        message.card()
                .ifPresent(card ->
                        ways.add(() -> web.post(card.channel(), inThread(user, rendered), Optional.of(card.told()))));
        ways.add(() -> privately.inChannel(from.channel(), user, rendered));
        message.card().ifPresent(card -> ways.add(() -> privately.inChannel(card.channel(), user, rendered)));
        Reply<?> reply = ways.get(0).get();
        for (int next = 1; next < ways.size() && reply instanceof Reply.Refused<?>; next++) {
            reply = ways.get(next).get();
        }
        return delivery(reply, Optional.empty());
    }

    /** A mention notifies the person, as the direct message would have. */
    private static Rendered inThread(String user, Rendered message) {
        String mention = "<@" + user + ">";
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.mrkdwn(WorkspaceWords.notSentPrivately(mention)));
        blocks.addAll(message.blocks());
        return new Rendered(mention + ": " + message.text(), blocks);
    }

    private Origin origin(Message.Private message) {
        Optional<Origin> from = message.request().ask().map(Ask::from);
        boolean late = clock.instant().isAfter(message.request().createdAt().plus(RESPONSE_URL_LIFE));
        return from.map(origin -> late ? new Origin(origin.channel(), Optional.empty()) : origin)
                .orElseGet(() -> new Origin("", Optional.empty()));
    }

    static <T> Delivery delivery(Reply<T> reply, Optional<CardRef> card) {
        return reply.visit(new DeliveryOf<T>(card));
    }
}

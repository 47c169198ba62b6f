package dev.ecrbot.slack.web;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.desk.tell.FallbackChannel;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.slack.message.BundleCardMessage;
import dev.ecrbot.slack.message.CardMessage;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Rendered;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings cards to Slack: posts them, and edits them where they stand. */
final class Cards {
    private static final Logger LOG = LoggerFactory.getLogger(Cards.class);

    private final Web web;
    private final Supplier<DisplayNames> names;
    private final Folding folding = new Folding();

    Cards(Web web, Supplier<DisplayNames> names) {
        this.web = web;
        this.names = names;
    }

    /** Posts the card, or edits it where it stands. */
    Delivery card(Message.Card card) {
        Rendered rendered = new CardMessage(card, names.get()).render();
        Request request = card.request();
        if (card.posted().isPresent()) {
            CardRef posted = card.posted().get();
            Reply<?> edited = folding.send(rendered, form -> web.update(posted.channel(), posted.ts(), form));
            boolean gone = edited instanceof Reply.Refused<?> refused && SlackCourier.GONE.contains(refused.error());
            if (!gone) {
                return SlackCourier.delivery(
                        edited,
                        Optional.of(new CardRef(posted.channel(), posted.ts(), request.version(), posted.thread())));
            }
            LOG.warn("The card of {} is gone ({}); it is posted anew", request.id(), edited.why());
        }
        // What was asked for at once stands below its common card, as long as that is there.
        Optional<CardRef> below = card.below().filter(common -> card.fallback().isEmpty());
        Optional<Delivery> threaded = below.flatMap(common -> below(common, rendered, request));
        if (threaded.isPresent()) {
            return threaded.get();
        }
        Optional<String> channel = card.fallback()
                .map(FallbackChannel::channel)
                .or(() -> request.ask().map(Ask::channel))
                .or(() -> card.posted().map(CardRef::channel));
        if (channel.isEmpty()) {
            return new Delivery.Undeliverable(WorkspaceWords.noChannel());
        }
        Reply<ChatPostMessageResponse> posted =
                folding.send(rendered, form -> web.post(channel.get(), form, Optional.empty()));
        return SlackCourier.delivery(
                posted,
                posted.done()
                        .map(ChatPostMessageResponse::getTs)
                        .map(ts -> new CardRef(channel.get(), ts, request.version())));
    }

    /** Empty where the thread is gone. */
    private Optional<Delivery> below(CardRef common, Rendered rendered, Request request) {
        Reply<ChatPostMessageResponse> posted =
                folding.send(rendered, form -> web.post(common.channel(), form, Optional.of(common.ts())));
        if (posted instanceof Reply.Refused<ChatPostMessageResponse> refused
                && SlackCourier.GONE.contains(refused.error())) {
            return Optional.empty();
        }
        return Optional.of(SlackCourier.delivery(
                posted,
                posted.done()
                        .map(ChatPostMessageResponse::getTs)
                        .map(ts -> new CardRef(common.channel(), ts, request.version(), Optional.of(common.ts())))));
    }

    /** As {@link #card}, for the common card of what was asked for at once. */
    Delivery common(BundleCard card) {
        Rendered rendered = new BundleCardMessage(card, names.get()).render();
        if (card.posted().isPresent()) {
            CardRef posted = card.posted().get();
            Reply<?> edited = folding.send(rendered, form -> web.update(posted.channel(), posted.ts(), form));
            if (!(edited instanceof Reply.Refused<?> refused && SlackCourier.GONE.contains(refused.error()))) {
                return SlackCourier.delivery(edited, card.posted());
            }
        }
        String channel = card.request().ask().map(Ask::channel).orElse("");
        Reply<ChatPostMessageResponse> posted =
                folding.send(rendered, form -> web.post(channel, form, Optional.empty()));
        return SlackCourier.delivery(
                posted,
                posted.done().map(ChatPostMessageResponse::getTs).map(ts -> new CardRef(channel, ts, card.version())));
    }
}

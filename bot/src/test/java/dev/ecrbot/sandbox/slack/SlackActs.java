package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What people do in the workspace, of which the bot is told; each returns once the bot has acknowledged. */
abstract class SlackActs extends SlackView {
    final Clock clock;
    final Submissions submissions = new Submissions(modals);
    final Sockets sockets = new Sockets(changes);
    final Timestamps timestamps;
    final Posts posts;
    final Triggers triggers;
    final Payloads payloads;
    final Responses responses;
    final ResponseUrls urls;
    volatile Optional<Courier> courier = Optional.empty();

    /** @param root where the bot reaches this workspace */
    SlackActs(Workspace workspace, Clock clock, URI root) {
        super(workspace);
        this.clock = clock;
        timestamps = new Timestamps(clock);
        triggers = new Triggers(clock);
        payloads = new Payloads(directory);
        urls = new ResponseUrls(clock, root, workspace.teamId());
        posts = new Posts(conversations, timestamps);
        responses = new Responses(conversations, posts, clock);
    }

    /** From now on, brings everything to this address in signed requests. */
    public void deliverTo(URI slackEventsUrl) {
        courier = Optional.of(new HttpCourier(slackEventsUrl, clock));
    }

    /** From now on, brings everything over the socket mode connections that the bot opens. */
    public void deliverBySocket() {
        courier = Optional.of(new SocketCourier(sockets));
    }

    private Courier courier() {
        return courier.orElseThrow(() -> new IllegalStateException("call deliverTo or deliverBySocket first"));
    }

    /** From now on, the app's slash command has this name instead of {@code /ecr}. */
    public void called(String command) {
        payloads.called(command);
    }

    /** Types {@code /ecr text}. What the acknowledgement says is shown, and so is Slackbot's regret if there is none. */
    public Delivery command(Person person, String channelId, String text) {
        Channel channel = channel(channelId);
        URI url = urls.issue(person.id(), channelId, Optional.empty());
        Delivery delivery = courier()
                .bring(Courier.Kind.COMMAND, payloads.command(person, channel, text, url, triggers.issue(person.id())));
        responses.acknowledged(person.id(), channelId, "/ecr", delivery);
        return delivery;
    }

    /** Clicks the first button with this action id on the message as it is given, which may be one of the past. */
    public Delivery click(Person person, Message message, String actionId) {
        return click(
                person,
                message,
                message.button(actionId)
                        .orElseThrow(() -> new AssertionError("no button " + actionId + " on: " + message.shown())));
    }

    /** Clicks this button on the message as it is given; either may be of the past. */
    public Delivery click(Person person, Message message, Button button) {
        if (message.ephemeralTo().filter(id -> !id.equals(person.id())).isPresent()) {
            throw new IllegalArgumentException(person.name() + " can't see this message: " + message.shown());
        }
        URI url = urls.issue(person.id(), message.channelId(), Optional.of(message));
        return courier()
                .bring(
                        Courier.Kind.INTERACTION,
                        payloads.click(
                                person,
                                channel(message.channelId()),
                                message,
                                button,
                                url,
                                triggers.issue(person.id()),
                                timestamps.next()));
    }

    /** Opens the bot's Home tab. */
    public Delivery openHome(Person person) {
        return courier()
                .bring(
                        Courier.Kind.EVENT,
                        payloads.homeOpened(
                                person, direct(person).id(), clock.instant().getEpochSecond()));
    }

    /** Clicks the first button with this action id and value on the Home tab as it is given, which may be one of the past. */
    public Delivery click(Person person, View home, String actionId, String value) {
        Button button = Button.in(home.blocks()).stream()
                .filter(each -> each.actionId().equals(actionId) && each.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + actionId + " on: " + home.shown()));
        return courier()
                .bring(
                        Courier.Kind.INTERACTION,
                        payloads.click(person, home, button, triggers.issue(person.id()), timestamps.next()));
    }

    /** Types in a field that asks the bot for its options; returns the answer with what it offers. */
    public Delivery typesIn(Person person, View view, String actionId, String typed) {
        return courier().bring(Courier.Kind.INTERACTION, payloads.suggestion(person, view, actionId, typed));
    }

    /**
     * Changes a field of a modal; the bot is told only if it asked for that.
     *
     * @param values what stands in all of them then
     */
    public Optional<Delivery> changes(Person person, View view, String actionId, Map<String, String> values) {
        boolean told = false;
        for (JsonNode block : view.blocks()) {
            told |= block.path("dispatch_action").asBoolean()
                    && block.path("element").path("action_id").asText().equals(actionId);
        }
        return told
                ? Optional.of(courier()
                        .bring(
                                Courier.Kind.INTERACTION,
                                payloads.change(
                                        person,
                                        view,
                                        Submissions.values(view, values),
                                        actionId,
                                        triggers.issue(person.id()),
                                        timestamps.next())))
                : Optional.empty();
    }

    /** Chooses one of the bot's shortcuts, as from the search field. */
    public Delivery shortcut(Person person, String callbackId) {
        return courier()
                .bring(Courier.Kind.INTERACTION, payloads.shortcut(person, callbackId, triggers.issue(person.id())));
    }

    /** Chooses one of the bot's shortcuts in a message's menu. */
    public Delivery shortcut(Person person, Message message, String callbackId) {
        URI url = urls.issue(person.id(), message.channelId(), Optional.of(message));
        return courier()
                .bring(
                        Courier.Kind.INTERACTION,
                        payloads.messageShortcut(
                                person,
                                channel(message.channelId()),
                                message,
                                callbackId,
                                url,
                                triggers.issue(person.id())));
    }

    /** Fills in a modal, each field by its action id or block id, and submits it. */
    public Delivery submit(Person person, View view, Map<String, String> values) {
        Delivery delivery = courier()
                .bring(
                        Courier.Kind.INTERACTION,
                        payloads.submission(
                                person, view, Submissions.values(view, values), triggers.issue(person.id())));
        submissions.acknowledged(view, delivery);
        return delivery;
    }

    /** Closes a modal without submitting it; the bot hears of it only if the modal asked for that. */
    public Optional<Delivery> dismiss(Person person, View view) {
        modals.close(view);
        return view.content().path("notify_on_close").asBoolean()
                ? Optional.of(courier().bring(Courier.Kind.INTERACTION, payloads.closing(person, view)))
                : Optional.empty();
    }

    /** Returns what this person's interactions come with, for which a modal can be opened. */
    public String trigger(Person person) {
        return triggers.issue(person.id());
    }

    /** Brings exactly the same again, freshly signed and marked as a retry. */
    public Delivery redeliver(Delivery earlier, int retryNum) {
        return courier().again(earlier, retryNum);
    }

    /** Sends any bytes with any headers to the bot's HTTP address. */
    public Delivery raw(byte[] body, Map<String, String> headers) {
        if (courier() instanceof HttpCourier http) {
            return http.send(body, headers);
        }
        throw new IllegalStateException("raw requests need deliverTo");
    }

    /** Returns the headers that Slack would have sent with this body at that moment. */
    public Map<String, String> signed(byte[] body, Instant at) {
        return Signature.headers(body, Bot.SIGNING_SECRET, at);
    }

    /** Somebody writes plain text in a channel. The bot isn't told. */
    public Message say(Person person, String channelId, String text) {
        Posts.Content content = new Posts.Content(text, Json.array(), Json.array(), Optional.empty());
        return posts.post(channel(channelId).id(), person.id(), Optional.empty(), false, content);
    }
}

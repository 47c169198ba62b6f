package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.ecrbot.LongestWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A Slack workspace in this process: the bot calls its Web API over HTTP, and gets from it signed requests or socket
 * mode envelopes for what people type and click. People act through the methods here; each returns once the bot has
 * acknowledged. Safe to use from several threads.
 */
public final class LocalSlack implements AutoCloseable {

    static {
        // Without it the JDK's server holds small answers back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Clock clock;
    private final Changes changes = new Changes();
    private final Faults faults = new Faults();
    private final AtomicReference<Optional<RateLimits>> limits = new AtomicReference<>(Optional.empty());
    private final Scopes scopes = new Scopes();
    private final Calls calls = new Calls(changes);
    private final Modals modals = new Modals(changes);
    private final Submissions submissions = new Submissions(modals);
    private final Sockets sockets = new Sockets(changes);
    private final ExecutorService threads = Executors.newCachedThreadPool(LocalSlack::daemon);
    private final Directory directory;
    private final Conversations conversations;
    private final Timestamps timestamps;
    private final Triggers triggers;
    private final Payloads payloads;
    private final Responses responses;
    private final ResponseUrls urls;
    private final HttpServer server;
    private volatile Optional<Courier> courier = Optional.empty();

    private LocalSlack(Workspace workspace, Clock clock, HttpServer server) {
        this.clock = clock;
        this.server = server;
        directory = new Directory(workspace, changes);
        conversations = new Conversations(workspace, changes);
        timestamps = new Timestamps(clock);
        triggers = new Triggers(clock);
        payloads = new Payloads(directory);
        urls = new ResponseUrls(clock, root(), workspace.teamId());
        Posts posts = new Posts(conversations, timestamps);
        responses = new Responses(conversations, posts, clock);
        Map<String, ApiMethod> methods = new HashMap<>();
        methods.putAll(new AppMethods(directory, sockets::ticket).methods());
        methods.putAll(new BlocksMethods().methods());
        methods.putAll(new ChatMethods(directory, conversations, posts, clock).methods());
        methods.putAll(new ConversationMethods(directory, conversations).methods());
        methods.putAll(new PeopleMethods(directory, conversations, clock).methods());
        methods.putAll(new ViewMethods(directory, modals, triggers).methods());
        var files = new FileMethods(conversations, posts, root());
        methods.putAll(files.methods());
        server.createContext(FileMethods.PATH, files::upload);
        server.createContext("/api/", new WebApi(methods, limits, scopes, faults, calls, clock));
        ResponseDoor door = new ResponseDoor(urls, responses, faults, calls, clock);
        server.createContext("/commands/", door);
        server.createContext("/actions/", door);
        server.setExecutor(threads);
    }

    /** Returns a running Slack on a free port of 127.0.0.1. */
    public static LocalSlack start(Workspace workspace, Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LocalSlack slack = new LocalSlack(workspace, clock, server);
            server.start();
            slack.sockets.start();
            return slack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-slack");
        thread.setDaemon(true);
        return thread;
    }

    private URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Returns what the bot's {@code slack.api_url} has to be. */
    public URI apiUrl() {
        return root().resolve("/api/");
    }

    public String botToken() {
        return Bot.BOT_TOKEN;
    }

    public String appToken() {
        return Bot.APP_TOKEN;
    }

    public String signingSecret() {
        return Bot.SIGNING_SECRET;
    }

    /** Returns what the bot's token may do. */
    public Scopes scopes() {
        return scopes;
    }

    public String botUserId() {
        return Bot.USER;
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

    public List<Channel> channels() {
        return conversations.channels();
    }

    public Channel channel(String id) {
        return conversations.channel(id).orElseThrow(() -> new IllegalArgumentException("no channel " + id));
    }

    public List<Person> people() {
        return directory.people();
    }

    public Person person(String id) {
        return directory.person(id).orElseThrow(() -> new IllegalArgumentException("no person " + id));
    }

    public List<UserGroup> groups() {
        return directory.groups();
    }

    /** Adds this person, or replaces the one with the same id. */
    public void put(Person person) {
        directory.put(person);
    }

    /** Adds this group, or replaces the one with the same id. */
    public void put(UserGroup group) {
        directory.put(group);
    }

    /** Adds this channel, or replaces the one with the same id. */
    public void put(Channel channel) {
        conversations.put(channel);
    }

    /** Somebody writes plain text in a channel. The bot isn't told. */
    public Message say(Person person, String channelId, String text) {
        Posts.Content content = new Posts.Content(text, Json.array(), Json.array(), Optional.empty());
        return new Posts(conversations, timestamps)
                .post(channel(channelId).id(), person.id(), Optional.empty(), false, content);
    }

    /** Returns what everybody in the channel sees, replies included, oldest first. */
    public List<Message> messages(String channelId) {
        return everything(channelId).stream()
                .filter(m -> m.ephemeralTo().isEmpty())
                .toList();
    }

    /** Returns what is in the channel now under this {@code ts}: the same message after edits. */
    public Optional<Message> current(Message message) {
        return conversations.find(message.channelId(), message.ts());
    }

    List<Message> everything(String channelId) {
        return conversations.all(channelId);
    }

    /** Returns what only this person sees, wherever it is, oldest first. */
    public List<Message> ephemerals(Person person) {
        List<Message> found = new ArrayList<>();
        channels()
                .forEach(c -> everything(c.id()).stream()
                        .filter(m -> m.ephemeralTo().equals(Optional.of(person.id())))
                        .forEach(found::add));
        found.sort(Comparator.comparing(Message::ts));
        return found;
    }

    /** Returns the direct messages between the bot and this person. */
    public List<Message> dms(Person person) {
        return messages(Conversations.directId(person.id()));
    }

    /** Returns the channel of the direct messages between the bot and this person. */
    public Channel direct(Person person) {
        return conversations.direct(person.id());
    }

    /** Returns the modals open for this person, the one on top last. */
    public List<View> views(Person person) {
        return modals.open(person.id());
    }

    public Optional<View> home(Person person) {
        return modals.home(person.id());
    }

    /** Returns how many socket mode connections are open. */
    public int connections() {
        return sockets.connected();
    }

    /** Tells the bot to connect anew ({@code warning} or {@code refresh_requested}), and closes its connections. */
    public void disconnect(String reason) {
        sockets.refresh(reason);
    }

    /** Cuts all socket mode connections without a word. */
    public void dropConnections() {
        sockets.drop();
    }

    /** From now on refuses what is one call too many. */
    public void enforceLimits() {
        limits.set(Optional.of(new RateLimits(clock)));
    }

    public Faults faults() {
        return faults;
    }

    /** Returns every call of the Web API and every post to a response_url, in the order they ended. */
    public List<ApiCall> calls() {
        return calls.all();
    }

    public List<ApiCall> calls(String method) {
        return calls().stream().filter(c -> c.method().equals(method)).toList();
    }

    /** Calls this after every change, on the thread that made it, so be quick; running the result ends it. */
    public Runnable onChange(Runnable listener) {
        return changes.listen(listener);
    }

    /** Waits until there is a result, as long as anything is waited for. */
    public <T> T await(Supplier<Optional<T>> condition) {
        return await(condition, LongestWait.TIME);
    }

    /** Waits until there is a result, looking again after every change. Fails with all that is there. */
    public <T> T await(Supplier<Optional<T>> condition, Duration bound) {
        try {
            return changes.await(condition, bound)
                    .orElseThrow(() -> new AssertionError("not within " + bound + "; there is\n" + Dump.of(this)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        faults.clear();
        courier.ifPresent(Courier::close);
        server.stop(0);
        threads.shutdownNow();
        try {
            sockets.stop(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

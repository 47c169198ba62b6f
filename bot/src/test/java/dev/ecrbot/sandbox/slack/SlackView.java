package dev.ecrbot.sandbox.slack;

import dev.ecrbot.LongestWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands in the workspace, for whoever looks at it: channels, people, messages, modals, calls. */
abstract class SlackView {
    final Changes changes = new Changes();
    final Calls calls = new Calls(changes);
    final Modals modals = new Modals(changes);
    final Directory directory;
    final Conversations conversations;

    SlackView(Workspace workspace) {
        directory = new Directory(workspace, changes);
        conversations = new Conversations(workspace, changes);
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
}

package dev.ecrbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.Mode;
import dev.ecrbot.config.SlackSettings;
import dev.ecrbot.http.Address;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.sandbox.slack.Workspace;
import dev.ecrbot.slack.message.Samples;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A local Slack, the room, its door, and a counter that answers as it is told. */
public final class OpenHouse implements AutoCloseable {
    public final LocalSlack slack;
    public final SlackRoom room;
    public final ScriptedCounter counter = new ScriptedCounter();
    public final SlackDoor door;

    private OpenHouse(LocalSlack slack, Mode mode, Clock clock) {
        this.slack = slack;
        var settings = new SlackSettings(mode, new Address(Optional.empty(), 0), slack.apiUrl(), Optional.empty());
        this.room = new SlackRoom(settings, slack.botToken(), Samples.NAMING, clock, SlackRoom.Heard.BY_NOBODY);
        this.door = mode == Mode.HTTP
                ? room.httpDoor(counter, slack.signingSecret())
                : room.socketDoor(counter, slack.appToken());
    }

    /** Opens in HTTP mode, and waits until the bot knows where it is at home. */
    public static OpenHouse http() {
        return http(SampleWorkspace.create()).ready();
    }

    /** As {@link #http()}, where the bot goes by this clock. */
    public static OpenHouse http(Clock clock) {
        return http(SampleWorkspace.create(), clock).ready();
    }

    public static OpenHouse http(Workspace workspace) {
        return http(workspace, Clock.systemUTC());
    }

    private static OpenHouse http(Workspace workspace, Clock clock) {
        var house = new OpenHouse(LocalSlack.start(workspace, Clock.systemUTC()), Mode.HTTP, clock);
        house.slack.deliverTo(house.events());
        return house;
    }

    static OpenHouse socket() {
        var house = new OpenHouse(
                LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC()), Mode.SOCKET, Clock.systemUTC());
        house.slack.deliverBySocket();
        return house;
    }

    public OpenHouse start() {
        door.start();
        room.start();
        return this;
    }

    public OpenHouse ready() {
        start();
        awaitConnected();
        return this;
    }

    /** Every change in Slack is a reason to look again; none may come after the last one that matters, so it looks often too. */
    void awaitConnected() {
        Eventually.is(door::connected, () -> "trouble: " + door.trouble());
    }

    URI events() {
        return URI.create("http://127.0.0.1:" + door.port() + "/slack/events");
    }

    /** Checks how often a method was called. The local Slack writes a call down just after it has answered. */
    public void called(String method, int times) {
        Eventually.is(() -> slack.calls(method).size() >= times, () -> method + " called less often than " + times);
        assertThat(slack.calls(method)).hasSize(times);
    }

    /** Waits until this person is told something with these words in it. */
    public String told(dev.ecrbot.sandbox.slack.Person person, String words) {
        return slack.await(() -> Optional.of(slack.ephemerals(person)).stream()
                        .flatMap(java.util.List::stream)
                        .filter(message -> message.shown().contains(words))
                        .findFirst())
                .shown();
    }

    @Override
    public void close() {
        door.stopAccepting();
        counter.release();
        try {
            door.drain(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        slack.faults().clear();
        door.close();
        room.close();
        slack.close();
    }
}

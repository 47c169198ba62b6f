package dev.ecrbot.desk;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.reload.Crier;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.desk.watch.Watching;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads policies for the index, as a crawl does, and has channels told what others changed, as a bot does beside all else; Slack
 * can be kept from taking it. The witness hears what is told. Not thread-safe.
 */
final class Watchman {
    private final World world;
    private final Clock clock;
    private final BotConfig config;
    private final List<Announcement> told = new ArrayList<>();
    private boolean slackIsDown;

    /** Begins to watch these, as they are now. */
    Watchman(World world, List<Repository> repositories, BotConfig config, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.config = config;
        world.ledger()
                .index()
                .listed(
                        World.WEST,
                        clock.instant(),
                        repositories.stream().map(Repository::name).toList());
        repositories.forEach(this::reads);
        watching(clock).look();
    }

    private Delivery announce(Announcement announcement) {
        if (slackIsDown) {
            return new Delivery.Later(Duration.ofSeconds(1), "down");
        }
        told.add(announcement);
        world.witness().hears(announcement);
        return new Delivery.Delivered(Optional.empty());
    }

    void slackIsDown(boolean isDown) {
        slackIsDown = isDown;
    }

    /** Reads it as the crawl does. */
    void reads(Repository repository) {
        PolicyDocument policy =
                world.ecr().policy(repository).map(PolicyDocument::parse).orElseGet(PolicyDocument::empty);
        world.ledger().index().read(List.of(new PolicyReading(repository, policy, Map.of(), clock.instant())));
    }

    /** Looks for what is new, and tells what there is to tell. */
    void tells() {
        tellsAfter(Duration.ZERO);
    }

    /** As the other, so much later. */
    void tellsAfter(Duration time) {
        Clock later = Clock.offset(clock, time);
        watching(later).look();
        new Crier(world.ledger(), this::announce, later).tellDue();
    }

    private Watching watching(Clock then) {
        var index = new FleetIndex(world.ledger().index(), List.of(World.WEST), then);
        return new Watching(world.ledger(), index, config, then);
    }

    List<Announcement> told() {
        return List.copyOf(told);
    }
}

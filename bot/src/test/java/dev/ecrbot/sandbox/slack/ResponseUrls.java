package dev.ecrbot.sandbox.slack;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The response_urls handed out: good for thirty minutes and five posts. */
final class ResponseUrls {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;

    /** Where a post to a response_url goes, and the message that was clicked on, if one was. */
    record Target(String personId, String channelId, Optional<Message> origin, Instant at, int uses) {}

    private final Clock clock;
    private final URI base;
    private final String teamId;
    private final Map<String, Target> targets = new HashMap<>();

    ResponseUrls(Clock clock, URI base, String teamId) {
        this.clock = clock;
        this.base = base;
        this.teamId = teamId;
    }

    synchronized URI issue(String personId, String channelId, Optional<Message> origin) {
        String kind = origin.isPresent() ? "actions" : "commands";
        String path = "/" + kind + "/" + teamId + "/1234567890/"
                + UUID.randomUUID().toString().replace("-", "");
        targets.put(path, new Target(personId, channelId, origin, clock.instant(), 0));
        return base.resolve(path);
    }

    synchronized Target use(String path) {
        Target target = targets.get(path);
        if (target == null) {
            throw new SlackError("invalid_url");
        }
        if (clock.instant().isAfter(target.at().plus(LIFE))) {
            throw new SlackError("expired_url");
        }
        if (target.uses() >= USES) {
            throw new SlackError("used_url");
        }
        targets.put(
                path,
                new Target(target.personId(), target.channelId(), target.origin(), target.at(), target.uses() + 1));
        return target;
    }
}

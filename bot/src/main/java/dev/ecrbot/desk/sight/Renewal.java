package dev.ecrbot.desk.sight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was read anew for an answer that was to be fresh.
 *
 * @param policies how many policies of repositories were read one by one
 * @param crawled when the crawl began that read all instead; empty where single policies were read
 * @param troubles what couldn't be read, each a sentence or two; what the index had is told of that
 */
public record Renewal(int policies, Optional<Instant> crawled, List<String> troubles) {
    public Renewal {
        troubles = List.copyOf(troubles);
    }
}

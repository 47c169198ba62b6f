package dev.ecrbot.index;

import dev.ecrbot.ecr.RegionalRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How much of the fleet the index has, and how old that is; it stands in each answer from the index. */
public record Coverage(List<Part> parts) {
    public Coverage {
        parts = List.copyOf(parts);
    }

    /**
     * That of one registry.
     *
     * @param listed whether it is known which repositories there are
     * @param known how many are known
     * @param read how many of them have been read, whenever that was
     * @param oldest when the first of them was read
     * @param left how long a crawl under way still takes, if that can be told
     * @param troubles what couldn't be read
     */
    public record Part(
            RegionalRegistry registry,
            boolean listed,
            int known,
            int read,
            Optional<Instant> oldest,
            Optional<Duration> left,
            List<String> troubles) {
        public Part {
            troubles = List.copyOf(troubles);
        }

        /** Returns whether each repository there has been read. */
        public boolean whole() {
            return listed && read == known;
        }
    }

    /** Returns whether the index has every repository of each registry. */
    public boolean whole() {
        return parts.stream().allMatch(Part::whole);
    }

    public int known() {
        return parts.stream().mapToInt(Part::known).sum();
    }

    public int read() {
        return parts.stream().mapToInt(Part::read).sum();
    }

    /** Returns when what is oldest in it was read. */
    public Optional<Instant> oldest() {
        return parts.stream().flatMap(part -> part.oldest().stream()).min(Comparator.naturalOrder());
    }
}

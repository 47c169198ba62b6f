package dev.ecrbot.config;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A configured registry: one account's ECR in one or several Regions.
 *
 * @param name what people type before the colon
 * @param regions never empty; the first is the default; all in one partition
 * @param role the ARN of the role to assume through STS; empty for ambient credentials
 * @param attribution what CloudTrail shows of a write; of no effect without a role
 */
public record Registry(
        String name, AccountId account, List<Region> regions, Optional<String> role, Attribution attribution) {

    /** What CloudTrail shows of the request that a write was sent for. What each needs, the role's trust policy has to allow. */
    public enum Attribution {
        /** Nothing: each session of the role has the same name. */
        NONE,
        /** The request's id, as the name of the session. */
        REQUEST,
        /** The request's id, and who asked and who decided as the session's source identity. */
        SOURCE_IDENTITY,
        /** The request's id, and who asked and who decided as the session's tags. */
        TAGS;

        /** Returns the word for it in the configuration. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Registry {
        regions = List.copyOf(regions);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("registry " + name + " has no Region");
        }
        if (regions.stream().map(Region::partition).distinct().count() > 1) {
            throw new IllegalArgumentException("registry " + name + " has Regions of several partitions");
        }
    }
}

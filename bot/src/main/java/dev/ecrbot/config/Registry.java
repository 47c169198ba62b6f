package dev.ecrbot.config;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import java.util.List;
import java.util.Optional;

/**
 * A configured registry: one account's ECR in one or several Regions.
 *
 * @param name what people type before the colon
 * @param regions never empty; the first is the default; all in one partition
 * @param role the ARN of the role to assume through STS; empty for ambient credentials
 */
public record Registry(String name, AccountId account, List<Region> regions, Optional<String> role) {
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

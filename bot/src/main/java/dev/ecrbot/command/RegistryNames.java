package dev.ecrbot.command;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import java.util.List;

/** A configured registry, as far as people can name parts of it. The first Region is the default. */
public record RegistryNames(AccountId account, List<Region> regions) {
    public RegistryNames {
        regions = List.copyOf(regions);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("a registry has at least one Region");
        }
    }

    /** Returns the Region that is meant when none is named. */
    public Region defaultRegion() {
        return regions.get(0);
    }
}

package dev.ecrbot.command;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.NamePattern;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;

/** A configured registry in one of its Regions: where a name means one repository. */
record NamedRegistryRegion(String registry, AccountId account, Region region) {

    TargetRef repository(RepositoryName name) {
        return new TargetRef(registry, new Repository(account, region, name));
    }

    TargetRef repositories(NamePattern pattern) {
        return new TargetRef(registry, new MatchingRepositories(new RegionalRegistry(account, region), pattern));
    }
}

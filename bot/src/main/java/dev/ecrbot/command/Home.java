package dev.ecrbot.command;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;

/** A configured registry in one of its Regions: where a name means one repository. */
record Home(String registry, AccountId account, Region region) {

    RepositoryRef repository(RepositoryName name) {
        return new RepositoryRef(registry, new Repository(account, region, name));
    }
}

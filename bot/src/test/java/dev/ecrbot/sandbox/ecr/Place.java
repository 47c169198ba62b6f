package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;

/** One account's registry in one Region. */
public record Place(AccountId account, Region region) {

    public static Place of(Repository repository) {
        return new Place(repository.account(), repository.region());
    }

    /** Returns the ARN of what has this name here, whether it is a proper name or not. */
    String arn(String repository) {
        return "arn:" + region.partition() + ":ecr:" + region + ":" + account + ":repository/" + repository;
    }
}

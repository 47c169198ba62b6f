package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;

/** One account's registry in one Region. */
public record Place(AccountId account, Region region) {

    public static Place of(PolicyHolder holder) {
        return new Place(holder.account(), holder.region());
    }

    /** Returns the ARN of what has this name here, whether it is a proper name or not. */
    String arn(String repository) {
        return "arn:" + region.partition() + ":ecr:" + region + ":" + account + ":repository/" + repository;
    }
}

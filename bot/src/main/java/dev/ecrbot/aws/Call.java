package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.AwsProblems;

/**
 * One call to ECR, as problems and logs name it.
 *
 * @param thing what the call is about, as people read it
 * @param arn the resource that a permission for the call has to cover
 */
record Call(Operation operation, Registry registry, String thing, String arn) {

    /** How IAM writes the resource of calls that know none. */
    static final String NO_RESOURCE = "*";

    static Call on(PolicyHolder holder, Registry registry, Operation operation) {
        return holder instanceof Repository repository
                ? on(repository, registry, operation)
                : new Call(operation, registry, thing(registry, holder.region()), NO_RESOURCE);
    }

    static Call on(Repository repository, Registry registry, Operation operation) {
        String thing = "“%s” (registry %s, %s)".formatted(repository.name(), registry.name(), repository.region());
        return new Call(operation, registry, thing, repository.arn());
    }

    static Call on(Registry registry, Region region, Operation operation) {
        String arn = "arn:" + region.partition() + ":ecr:" + region + ":" + registry.account() + ":repository/*";
        return new Call(operation, registry, thing(registry, region), arn);
    }

    private static String thing(Registry registry, Region region) {
        return "registry %s (%s, %s)".formatted(registry.name(), registry.account(), region);
    }

    /** Returns whether the call is about a registry as a whole, and not about repositories in it. */
    boolean ofRegistry() {
        return arn.equals(NO_RESOURCE);
    }

    /** Returns who AWS sees calling, as the end of “allow it to …”. */
    String identity() {
        return registry.role().map(CallWords::role).orElseGet(CallWords::ownIdentity);
    }

    /** Returns what failed, as the beginning of a sentence. */
    String subject() {
        return operation.writes() ? AwsProblems.notChanged(thing) : AwsProblems.notRead(thing);
    }
}

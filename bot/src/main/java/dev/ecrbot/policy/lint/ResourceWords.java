package dev.ecrbot.policy.lint;

import static dev.ecrbot.policy.PrincipalLabels.clean;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.problem.Guess;
import java.util.Collection;
import java.util.Optional;

/** The words of findings about resources and Regions. What is {@code written} is cleaned here. */
final class ResourceWords {
    private ResourceWords() {}

    static Wording inRepositoryPolicy() {
        return new Wording(
                Kind.RESOURCE_IN_REPOSITORY_POLICY,
                "A repository's policy must not name resources: ECR refuses it without saying why.",
                "Take Resource out; the policy is about its repository and no other.");
    }

    static Wording missingInRegistryPolicy() {
        return missing("A registry's policy");
    }

    static Wording missing() {
        return missing("Such a policy");
    }

    private static Wording missing(String policy) {
        return new Wording(
                Kind.NO_RESOURCE,
                policy + " has to name resources in every statement.",
                "Add Resource with the ARNs of the repositories that are meant.");
    }

    static Wording allowsAllOthers() {
        return new Wording(
                Kind.ALLOW_NOT_RESOURCE,
                "Allow with NotResource is about every repository that isn't listed, those that come one day too.",
                "List the repositories that are meant in Resource.");
    }

    /**
     * @param why one of those below
     * @param example an ARN that would mean one
     */
    static Wording malformed(String written, String why, String example) {
        return new Wording(
                Kind.RESOURCE_MALFORMED,
                "“" + clean(written) + "” means no repository of this registry: " + why + ".",
                "Write " + example + ".");
    }

    /** Returns why an ARN means no repository of the registry, as a part of the sentence; so do the next ones. */
    static String notWhole() {
        return "it isn't a whole ARN";
    }

    static String otherPartition(Partition home) {
        return "the partition is " + home;
    }

    static String otherService() {
        return "the service is ecr";
    }

    static String otherRegion(Optional<Region> home) {
        return "the Region is " + home.map(Region::value).orElse("missing or misspelled");
    }

    static String otherAccount(Optional<AccountId> owner) {
        return "the account is " + owner.map(AccountId::value).orElse("missing or not 12 digits");
    }

    static String notOnARepository() {
        return "it has to go on with repository/ and a name or pattern";
    }

    static Wording redundant(String written, String wider) {
        return new Wording(
                Kind.REDUNDANT_RESOURCE,
                "“" + clean(written) + "” adds nothing, since “" + clean(wider) + "” stands there, too.",
                "Take it out.");
    }

    static Wording regionUnknown(String written, Collection<String> regions) {
        return new Wording(
                Kind.UNKNOWN_REGION,
                "“" + clean(written) + "” is no Region that AWS had in November 2026.",
                Guess.didYouMean(written, regions, "Write the Region's name as AWS does, us-west-2 for example."));
    }
}

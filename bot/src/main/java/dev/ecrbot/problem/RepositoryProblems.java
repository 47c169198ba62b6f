package dev.ecrbot.problem;

import static dev.ecrbot.problem.Typed.quote;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is wrong with the word that says which repository. What people typed is quoted here; an {@code example} is the name of one that there is. */
public final class RepositoryProblems {
    private static final String ARN =
            "A repository's ARN looks like arn:aws:ecr:us-west-2:111111111111:repository/payments/api.";

    private RepositoryProblems() {}

    public static Problem notFound() {
        return new Problem(Code.REPOSITORY_NOT_FOUND, "There is no such repository.", "Check its name.");
    }

    /**
     * @param problem that there is no such repository
     * @param name one that there is, and is nearly the same
     */
    public static Problem meant(Problem problem, String name) {
        return new Problem(problem.code(), problem.what(), "Did you mean " + name + "?");
    }

    /** @param problem what is wrong with the repository in a form */
    public static Problem otherName(Problem problem, String likely) {
        return new Problem(
                problem.code(), problem.what(), "Did you mean " + likely + "? Then write that in its field.");
    }

    public static Problem onlyOne(String pattern, String example) {
        return malformed(
                quote(pattern) + " is a pattern; this command takes one repository.",
                "Name it, for example " + example);
    }

    public static Problem webAddress(String typed, String example) {
        return malformed(
                quote(typed) + " is a web address, not a repository in ECR.",
                "An image URI looks like 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api; a name will do as well: "
                        + example);
    }

    public static Problem publicGallery(String typed, String example) {
        return malformed(
                quote(typed) + " is in the public gallery, which everyone can pull from.",
                "Name a private repository, for example " + example);
    }

    /** @param likely the pattern that is most likely meant */
    public static Problem badPattern(String typed, Optional<String> likely) {
        return malformed(
                quote(typed)
                        + " can't be a pattern: no repository's name could match it, or it isn't written as a pattern. "
                        + "* stands for any characters, slashes too; everything else stands for itself.",
                likely.map(name -> "Did you mean “" + name + "”?")
                        .orElse("For example: payments/*, or * for all repositories."));
    }

    public static Problem nameMissing(String example) {
        return malformed("The repository's name is missing.", "For example: " + example);
    }

    public static Problem questionMark(String typed) {
        return malformed(
                quote(typed) + " has a question mark in it, which isn't a wildcard here.",
                "Name the repository in full, or put * for any characters: payments/*");
    }

    /** @param likely the name that is most likely meant */
    public static Problem badName(String typed, Optional<String> likely, String example) {
        return malformed(
                quote(typed)
                        + " can't be a repository's name: it has 2 to 256 characters, "
                        + "lower-case letters, digits, . _ - and /.",
                likely.map(name -> "Did you mean “" + name + "”?").orElse("For example: " + example));
    }

    public static Problem badImage(String typed) {
        return malformed(
                quote(typed) + " isn't an image URI of ECR.",
                "One looks like 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api, with or without a tag.");
    }

    public static Problem partialArn(String typed) {
        return malformed(quote(typed) + " isn't a whole ARN.", ARN);
    }

    public static Problem arnOfOtherService(String typed, String service) {
        return malformed(quote(typed) + " is an ARN of the service " + quote(service) + ", not of ECR.", ARN);
    }

    public static Problem arnWithoutRegion(String region) {
        return malformed(quote(region) + " in the ARN isn't a Region.", ARN);
    }

    public static Problem arnOfOtherPartition(String partition, Region region) {
        return malformed(
                "The ARN says partition " + quote(partition) + ", but " + region + " is in " + region.partition() + ".",
                ARN);
    }

    public static Problem arnWithoutAccount(String account) {
        return malformed(quote(account) + " in the ARN isn't an account id of 12 digits.", ARN);
    }

    public static Problem arnOfNoRepository(String typed) {
        return malformed(quote(typed) + " isn't the ARN of a repository.", ARN);
    }

    /** @param registries the names of those that are configured */
    public static Problem accountNotARegistry(String typed, AccountId account, Collection<String> registries) {
        return malformed(
                quote(typed) + " is in account " + account + ", which isn't a registry here.",
                registries.isEmpty() ? "Ask who runs this bot." : known(registries));
    }

    public static Problem noRegistries() {
        return malformed("No registry is configured.", "Ask who runs this bot to add one.");
    }

    /** @param forms the name in each of the registries */
    public static Problem registryNotSaid(String name, Collection<String> forms) {
        return malformed(
                "There are several registries, and " + quote(name) + " can be in each of them.",
                "Say which one you mean: " + Typed.list(forms) + ".");
    }

    /**
     * @param registries the names of those that are configured
     * @param repository what may be the repository, if that before the colon is one and what follows a tag
     */
    public static Problem registryUnknown(String typed, Collection<String> registries, Optional<String> repository) {
        return malformed(
                "There is no registry " + quote(typed) + ".",
                Guess.didYouMean(typed, registries, known(registries))
                        + repository
                                .map(name -> " If " + quote(name)
                                        + " is the repository, leave out the tag: access is to the whole repository.")
                                .orElse(""));
    }

    /** @param regions those of the registry */
    public static Problem regionUnknown(String registry, String typed, List<String> regions) {
        String all = "It has " + Typed.list(regions) + ".";
        return malformed(
                "The registry " + registry + " has no Region " + quote(typed) + " here.",
                Guess.near(typed, regions)
                        .map(region -> "Did you mean “" + region + "”? " + all)
                        .orElse(all));
    }

    private static String known(Collection<String> registries) {
        return (registries.size() == 1 ? "The only registry is " : "The registries are ") + Typed.list(registries)
                + ".";
    }

    private static Problem malformed(String what, String next) {
        return new Problem(Code.REPOSITORY_MALFORMED, what, next);
    }
}

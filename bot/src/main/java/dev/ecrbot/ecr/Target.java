package dev.ecrbot.ecr;

/** What access is given to: one repository, or all those of a registry in a Region whose names match a pattern. */
public sealed interface Target permits Repository, MatchingRepositories {

    /** Returns the target that {@link #text()} stands for, in this account and Region. */
    static Target of(AccountId account, Region region, String text) {
        return NamePattern.isPattern(text)
                ? new MatchingRepositories(new RegionalRegistry(account, region), new NamePattern(text))
                : new Repository(account, region, new RepositoryName(text));
    }

    AccountId account();

    Region region();

    /** Returns the repository's name, or the pattern, as people type it; the two are never the same text. */
    String text();

    /** Returns what to type for it so that no other one is meant, whatever has the same name elsewhere. */
    default String typed() {
        return NamePattern.isPattern(text()) ? arn() : uri();
    }

    /** Returns what a policy names it by: an ARN, with {@code *} where the pattern has it. */
    String arn();

    /** Returns where the policy lies that gives access to it. */
    PolicyHolder holder();

    /** Returns the host that docker logs in to. */
    default String host() {
        return new RegistryHost(account(), region()).plain();
    }

    /** Returns what an image's name starts with, host and repository, without a tag; placeholders are in capitals. */
    String uri();
}

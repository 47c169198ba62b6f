package dev.ecrbot.ecr;

/** What has a policy document of its own: a repository, or an account's registry in a Region. */
public sealed interface PolicyHolder permits Repository, RegionalRegistry {

    AccountId account();

    Region region();

    /** Returns what tells it from the other holders in its account and Region. It is stored, so it never changes. */
    String key();

    /** Returns what messages call it, as it stands after “the policy of”. */
    String label();
}

package dev.ecrbot.ecr;

import java.util.Comparator;

/** A repository as AWS knows it: account, Region and name together are its identity. */
public record Repository(AccountId account, Region region, RepositoryName name) implements Comparable<Repository> {
    private static final Comparator<Repository> ORDER = Comparator.comparing(Repository::account)
            .thenComparing(Repository::region)
            .thenComparing(Repository::name);

    /** Returns the repository's ARN. */
    public String arn() {
        return "arn:" + region.partition() + ":ecr:" + region + ":" + account + ":repository/" + name;
    }

    /** Returns the host that docker logs in to. */
    public String host() {
        return account + ".dkr.ecr." + region + "." + region.partition().dnsSuffix();
    }

    /** Returns what an image's name starts with: host and repository, without a tag. */
    public String uri() {
        return host() + "/" + name;
    }

    @Override
    public int compareTo(Repository other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return arn();
    }
}

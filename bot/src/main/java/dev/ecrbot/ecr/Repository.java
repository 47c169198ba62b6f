package dev.ecrbot.ecr;

import java.util.Comparator;

/** A repository as AWS knows it: account, Region and name together are its identity. */
public record Repository(AccountId account, Region region, RepositoryName name)
        implements Target, PolicyHolder, Comparable<Repository> {
    private static final Comparator<Repository> ORDER = Comparator.comparing(Repository::account)
            .thenComparing(Repository::region)
            .thenComparing(Repository::name);

    @Override
    public String text() {
        return name.value();
    }

    @Override
    public String key() {
        return name.value();
    }

    @Override
    public String label() {
        return name.value();
    }

    @Override
    public Repository holder() {
        return this;
    }

    /** Returns the repository's ARN. */
    @Override
    public String arn() {
        return "arn:" + region.partition() + ":ecr:" + region + ":" + account + ":repository/" + name;
    }

    @Override
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

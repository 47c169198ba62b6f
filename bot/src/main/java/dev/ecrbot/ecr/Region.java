package dev.ecrbot.ecr;

import java.util.Optional;

/** The name of an AWS Region, {@code us-west-2} for example; its form tells the partition. */
public record Region(String value) implements Comparable<Region> {
    public Region {
        Malformed.unless(Partition.ofRegion(value).isPresent(), "a Region looks like us-west-2 or eu-central-1", value);
    }

    /** Returns the Region if the text has the form of one. */
    public static Optional<Region> parse(String text) {
        return Partition.ofRegion(text).map(p -> new Region(text));
    }

    /** Returns the partition this Region is in. */
    public Partition partition() {
        return Partition.ofRegion(value).orElseThrow();
    }

    @Override
    public int compareTo(Region other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

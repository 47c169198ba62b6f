package dev.ecrbot.ecr;

import java.util.Optional;

/**
 * The name of an AWS Region, {@code us-west-2} for example; its form tells the partition.
 *
 * @param partition the one that the name belongs to, and no other
 */
public record Region(String value, Partition partition) implements Comparable<Region> {
    public Region {
        Malformed.unless(isOf(partition, value), "a Region looks like us-west-2 or eu-central-1", value);
    }

    public Region(String value) {
        this(value, Partition.ofRegion(value).orElse(Partition.AWS));
    }

    /** Returns the Region if the text has the form of one. */
    public static Optional<Region> parse(String text) {
        return Partition.ofRegion(text).map(partition -> new Region(text, partition));
    }

    @Override
    public int compareTo(Region other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isOf(Partition partition, String value) {
        return Partition.ofRegion(value).equals(Optional.of(partition));
    }
}

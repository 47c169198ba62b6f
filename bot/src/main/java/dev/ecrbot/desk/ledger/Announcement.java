package dev.ecrbot.desk.ledger;

import dev.ecrbot.policy.diff.ForeignChange;
import java.util.List;
import java.util.Set;

/**
 * Something that a channel is told, about no request.
 *
 * @param topic what it is about: each channel is told once of each
 * @param lines plain text, cut where it is very long; the first one is the heading
 * @param people ids of users and groups that the lines name
 * @param changes what the lines say that others did to policies
 */
public record Announcement(
        String topic, String channel, List<String> lines, Set<String> people, List<ForeignChange> changes) {
    private static final int LONGEST = 1_000;

    public Announcement {
        lines = lines.stream().map(Announcement::line).toList();
        people = Set.copyOf(people);
        changes = List.copyOf(changes);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an announcement has a heading");
        }
    }

    /** Returns one that says nothing of what others did to policies. */
    public Announcement(String topic, String channel, List<String> lines, Set<String> people) {
        this(topic, channel, lines, people, List.of());
    }

    /** Returns one about what others did to policies. */
    public static Announcement of(String topic, String channel, List<String> lines, List<ForeignChange> changes) {
        return new Announcement(topic, channel, lines, Set.of(), changes);
    }

    /** What a file holds, and a parser says of it, may be long, and have lines of its own. */
    private static String line(String text) {
        String line = text.replaceAll("\\v+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}

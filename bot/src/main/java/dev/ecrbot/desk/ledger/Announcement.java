package dev.ecrbot.desk.ledger;

import java.util.List;
import java.util.Set;

/**
 * Something that a channel is told, about no request.
 *
 * @param topic what it is about: each channel is told once of each
 * @param lines plain text, cut where it is very long; the first one is the heading
 * @param people ids of users and groups that the lines name
 */
public record Announcement(String topic, String channel, List<String> lines, Set<String> people) {
    private static final int LONGEST = 1_000;

    public Announcement {
        lines = lines.stream().map(Announcement::line).toList();
        people = Set.copyOf(people);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an announcement has a heading");
        }
    }

    /** What a file holds, and a parser says of it, may be long, and have lines of its own. */
    private static String line(String text) {
        String line = text.replaceAll("\\v+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}

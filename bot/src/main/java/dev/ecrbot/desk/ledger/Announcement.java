package dev.ecrbot.desk.ledger;

import java.util.List;
import java.util.Set;

/**
 * Something that a channel is told, about no request.
 *
 * @param topic what it is about: each channel is told once of each
 * @param lines plain text; the first one is the heading
 * @param people ids of users and groups that the lines name
 */
public record Announcement(String topic, String channel, List<String> lines, Set<String> people) {
    public Announcement {
        lines = List.copyOf(lines);
        people = Set.copyOf(people);
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.contains("\n"))) {
            throw new IllegalArgumentException("an announcement has lines");
        }
    }
}

package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.RequestId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * That the holder of a grant is to be warned of its end.
 *
 * @param step the number of the warning
 */
public record Warned(GrantId grant, Instant until, int step) {
    private static final int PARTS = 3;

    /** Returns what a notice keeps of those that one message tells of; the first is the one whose time has come. */
    public static Map<String, String> details(List<Warned> together) {
        var details = new HashMap<>(together.get(0).details());
        if (together.size() > 1) {
            details.put(Detail.GRANTS, together.stream().map(Warned::written).collect(Collectors.joining(" ")));
        }
        return Map.copyOf(details);
    }

    /** Returns what an event keeps of it. */
    public Map<String, String> details() {
        return Map.of(Detail.STEP, String.valueOf(step), Detail.UNTIL, until.toString());
    }

    /** Returns those that the notice is for. */
    static List<Warned> of(Notice notice) {
        String listed = notice.details().getOrDefault(Detail.GRANTS, "");
        return listed.isEmpty()
                ? List.of(new Warned(
                        new GrantId(notice.request()),
                        Instant.parse(notice.details().getOrDefault(Detail.UNTIL, "")),
                        Integer.parseInt(notice.details().getOrDefault(Detail.STEP, "0"))))
                : Arrays.stream(listed.split(" ", -1))
                        .flatMap(each -> read(each).stream())
                        .toList();
    }

    private String written() {
        return grant + "," + until + "," + step;
    }

    private static Optional<Warned> read(String written) {
        String[] parts = written.split(",", -1);
        return parts.length == PARTS
                ? RequestId.parse(parts[0])
                        .map(id -> new Warned(new GrantId(id), Instant.parse(parts[1]), Integer.parseInt(parts[2])))
                : Optional.empty();
    }
}

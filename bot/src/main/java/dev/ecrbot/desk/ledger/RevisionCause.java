package dev.ecrbot.desk.ledger;

import dev.ecrbot.policy.plan.Plan;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why what was approved is asked for anew.
 *
 * @param byOthers whether somebody else changed the policy meanwhile
 * @param differences in what the change would do something else than was shown
 * @param byRule whether its rule gives it under other conditions by now
 */
public record RevisionCause(boolean byOthers, Set<Plan.Aspect> differences, boolean byRule) {
    /** The rule that decides gives it under other conditions by now. */
    public static final RevisionCause RULE = new RevisionCause(false, Set.of(), true);

    private static final String OTHERS = "others";
    private static final String CONDITIONS = "conditions";

    /** What was to be changed is another by now. */
    public RevisionCause(boolean byOthers, Set<Plan.Aspect> differences) {
        this(byOthers, differences, false);
    }

    public RevisionCause {
        differences = Set.copyOf(differences);
    }

    /** Returns what events and notices keep of it. */
    public Map<String, String> details() {
        if (byRule) {
            return Map.of(Detail.WHY, CONDITIONS);
        }
        return Map.of(
                Detail.WHY,
                byOthers
                        ? OTHERS
                        : differences.stream()
                                .map(aspect -> aspect.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .collect(Collectors.joining(",")));
    }

    /** Returns what events and notices keep of it, and one thing more. */
    public Map<String, String> details(String key, String more) {
        var all = new HashMap<>(details());
        all.put(key, more);
        return all;
    }

    /** Returns what the details of an event or a notice tell; what nothing is kept of was others' doing. */
    public static RevisionCause of(Map<String, String> details) {
        Set<String> kept = Set.of(details.getOrDefault(Detail.WHY, OTHERS).split(",", -1));
        if (kept.contains(CONDITIONS)) {
            return RULE;
        }
        var differences = EnumSet.noneOf(Plan.Aspect.class);
        Arrays.stream(Plan.Aspect.values())
                .filter(aspect -> kept.contains(aspect.name().toLowerCase(Locale.ROOT)))
                .forEach(differences::add);
        return new RevisionCause(differences.isEmpty(), differences);
    }

    /** Returns why the last revision of these events was made. */
    static RevisionCause last(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.REVISED)
                .reduce((first, second) -> second)
                .map(event -> of(event.details()))
                .orElseGet(() -> of(Map.of()));
    }
}

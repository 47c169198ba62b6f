package dev.ecrbot.rehearsal;

import dev.ecrbot.ecr.AccessConditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An ask that nobody made, and what is expected of it.
 *
 * @param line where it stands in its file
 * @param ask what would be typed after the slash command
 * @param by the id of the user who would ask, or {@code machine:} and a name
 * @param allowed whether they may ask for it
 * @param code why they may not; empty if that doesn't matter
 * @param rule the name of the rule that decides; empty if that doesn't matter
 * @param approvers ids of users who may approve it
 * @param others ids of users who may not
 * @param conditions under which it would be given; empty if that doesn't matter
 * @param byRule whether the rule would approve it by itself, if nothing in AWS were against it; empty if that doesn't matter
 * @param tags those of the repository, for a rule that knows by one who decides
 */
public record Rehearsed(
        int line,
        String ask,
        String by,
        boolean allowed,
        Optional<String> code,
        Optional<String> rule,
        Set<String> approvers,
        Set<String> others,
        Optional<AccessConditions> conditions,
        Optional<Boolean> byRule,
        Map<String, String> tags) {
    public Rehearsed {
        approvers = Set.copyOf(approvers);
        others = Set.copyOf(others);
        tags = Map.copyOf(tags);
    }

    /**
     * What came of it.
     *
     * @param failures what isn't as expected; none if all is
     */
    public record Result(Rehearsed test, List<String> failures) {
        public Result {
            failures = List.copyOf(failures);
        }
    }
}

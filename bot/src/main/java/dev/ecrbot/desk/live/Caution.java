package dev.ecrbot.desk.live;

import dev.ecrbot.policy.plan.Warning;
import java.util.Map;
import java.util.Optional;

/** Sees by a repository's tags that another tool manages it, whose next run may wipe a change made here. */
public final class Caution {
    private Caution() {}

    public static Optional<Warning> of(RepositoryFacts facts) {
        return tool(facts.tags())
                .map(tool -> new Warning(
                        Warning.Kind.MANAGED_ELSEWHERE,
                        tool + " seems to manage this repository, by its tags: its next run may wipe this change. "
                                + "Make the change there, too."));
    }

    private static Optional<String> tool(Map<String, String> tags) {
        if (tags.keySet().stream().anyMatch(key -> key.startsWith("aws:cloudformation:"))) {
            return Optional.of("CloudFormation");
        }
        boolean terraform = tags.entrySet().stream()
                .anyMatch(tag -> (tag.getKey() + " " + tag.getValue())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("terraform"));
        return terraform ? Optional.of("Terraform") : Optional.empty();
    }
}

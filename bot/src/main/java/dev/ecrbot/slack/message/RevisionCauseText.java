package dev.ecrbot.slack.message;

import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.policy.plan.Plan;
import java.util.stream.Collectors;

/** Says why what was approved is asked for anew. */
public record RevisionCauseText(RevisionCause cause) {

    /** Returns the reason, as a sentence without its full stop. */
    public String why() {
        if (cause.byRule()) {
            return "By now its rule gives this under other conditions";
        }
        return cause.byOthers()
                ? "Somebody else changed the policy meanwhile"
                : "Nobody else changed the policy, but " + differing();
    }

    private String differing() {
        return cause.differences().stream()
                .sorted()
                .map(RevisionCauseText::differing)
                .collect(Collectors.joining(" and "));
    }

    private static String differing(Plan.Aspect aspect) {
        return switch (aspect) {
            case EFFECTS -> "the access that would be given or taken is no longer as shown";
            case TOUCHED_FOREIGN -> "it would change other statements of others than those shown";
            case WARNINGS -> "its warnings are no longer as shown";
        };
    }
}

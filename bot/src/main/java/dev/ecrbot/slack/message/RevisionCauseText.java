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
            case EFFECTS -> "who would gain or lose what is no longer as shown";
            case TOUCHED_FOREIGN -> "other statements of others would be changed than shown";
            case WARNINGS -> "what to look twice at is no longer as shown";
        };
    }
}

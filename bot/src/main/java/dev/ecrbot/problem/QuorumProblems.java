package dev.ecrbot.problem;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** That a rule's approvers are too few, and why not more of those whom it lists can approve. */
public final class QuorumProblems {
    private static final int SHOWN = 8;

    private QuorumProblems() {}

    /**
     * @param approvals how many it needs
     * @param able how many people could give it
     * @param passedOver why not the others, in the words of this class
     * @param people ids of those whom it lists
     */
    public static Problem tooFewApprovers(
            String rule, int approvals, int able, List<String> passedOver, Set<String> people) {
        String needed = approvals == 1 ? "an approval" : approvals + " approvals";
        String given = able == 0 ? "nobody" : able == 1 ? "only one person" : "only " + able + " people";
        return new Problem(
                Code.NO_APPROVER,
                "Rule " + rule + " needs " + needed + ", and " + given + " could give it"
                        + why(passedOver).map(reasons -> ": " + reasons + ".").orElse("."),
                "Ask whoever runs this bot to list more approvers in the rule.",
                people);
    }

    private static Optional<String> why(List<String> passedOver) {
        String shown = String.join("; ", passedOver.subList(0, Math.min(SHOWN, passedOver.size())));
        String more = passedOver.size() > SHOWN ? "; and " + (passedOver.size() - SHOWN) + " more" : "";
        return Optional.of(shown + more).filter(some -> !some.isEmpty());
    }

    /** Returns why a group gives nobody who can approve, as a part of the sentence; so do the next ones of a person. */
    public static String isDisabledOrEmpty(String group) {
        return group + " is disabled or empty";
    }

    public static String asksForIt(String person) {
        return person + " asks for it, and may not approve that";
    }

    public static String hasLeft(String person) {
        return person + " has left";
    }

    public static String isBot(String person) {
        return person + " is a bot";
    }

    public static String isGuest(String person) {
        return person + " is a guest";
    }

    public static String isFromElsewhere(String person) {
        return person + " is from another workspace";
    }
}

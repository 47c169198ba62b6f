package dev.ecrbot.problem;

import java.util.Optional;
import java.util.Set;

/** Why a request can't be decided on, or commented on, as somebody wants to: it was before, it is another one by now, or its end is wrong. */
public final class DecisionProblems {
    private static final String ITS_CARD = "Its card shows how it stands now.";

    private DecisionProblems() {}

    public static Problem approvedAlready(String request) {
        return new Problem(
                Code.APPROVED_ALREADY,
                "You have approved " + request + " already; it needs somebody else's approval too.",
                "Ask another approver to look at the card.");
    }

    public static Problem approvedByOthersNow(String request) {
        return new Problem(
                Code.BUSY,
                "Several people approve " + request + " at this moment, so your click was not counted.",
                "Click again.");
    }

    public static Problem cardReplaced(String request, int revision) {
        return new Problem(
                Code.REVISION_REPLACED,
                "This card of " + request + " has been replaced: the policy was changed by somebody else, "
                        + "its rule was, or the end was shortened, and the request now shows a new plan (revision "
                        + revision + "). Your click decided nothing.",
                "Look at the card as it is now, and click there.");
    }

    /**
     * @param decider the id of who did, if that was somebody
     * @param people the same, if it can be shown as a person
     */
    public static Problem approved(String request, Optional<String> decider, Set<String> people) {
        return decided(request, "approved", decider, people);
    }

    /**
     * @param decider the id of who did, if that was somebody
     * @param people the same, if it can be shown as a person
     */
    public static Problem denied(String request, Optional<String> decider, Set<String> people) {
        return decided(request, "denied", decider, people);
    }

    /**
     * @param decider the id of who did, if that was somebody
     * @param people the same, if it can be shown as a person
     */
    public static Problem cancelled(String request, Optional<String> decider, Set<String> people) {
        return decided(request, "cancelled", decider, people);
    }

    public static Problem expired(String request, Set<String> people) {
        return decided(request, "left undecided for too long, and expired", Optional.empty(), people);
    }

    private static Problem decided(String request, String how, Optional<String> decider, Set<String> people) {
        return new Problem(
                Code.REQUEST_DECIDED,
                request + " was already " + how
                        + decider.map(user -> " by " + user).orElse("") + ", so nothing was done.",
                ITS_CARD,
                people);
    }

    public static Problem rulesDiffer(String request) {
        return new Problem(
                Code.SEVERAL_RULES,
                "The rules have changed since " + request
                        + " and the others were asked for, and no longer decide on all of them in the same way.",
                "Ask the requester to cancel them, and to ask for each part by itself.");
    }

    /** @param outdated why it can't be decided on as it was */
    public static Problem shownAnew(Problem outdated) {
        return new Problem(
                outdated.code(),
                outdated.what(),
                "Its card shows it anew, as the rule gives it now: look at it, and decide there.");
    }

    public static Problem tooFewApprovals(String rule, int approvals, String request) {
        return new Problem(
                Code.APPROVER_REFUSED,
                "Rule " + rule + " wants " + approvals + " approvals by now, and " + request + " has fewer.",
                "Ask again.");
    }

    public static Problem notApprovedByRule(String rule, String request) {
        return new Problem(
                Code.APPROVER_REFUSED,
                "Rule " + rule + " no longer approves by itself what " + request + " asks for.",
                "Ask again.");
    }

    public static Problem endPassed(String request) {
        return new Problem(
                Code.DURATION_MALFORMED,
                "The end that " + request + " asks for has passed.",
                "Deny it; the requester can ask again with a later end.");
    }

    public static Problem endNotSooner() {
        return new Problem(
                Code.END_NOT_SOONER,
                "That end is not sooner than the one that was asked for.",
                "Name a sooner end, as in “for 1d”.");
    }

    public static Problem endNotSooner(String request) {
        return endKept(request, "That end is not sooner than the one that was asked for.");
    }

    public static Problem noEndNamed(String request) {
        return endKept(request, "No end was named.");
    }

    /** @param why why the policy would be the same with the sooner end */
    public static Problem endKept(String request, String why) {
        return new Problem(
                Code.END_NOT_SOONER,
                "The end of " + request + " stays as it is. " + why,
                "Name a sooner end, as in “for 1d”; or approve or deny what is asked for.");
    }

    public static Problem noGlassToReview(String request) {
        return new Problem(
                Code.REQUEST_DECIDED,
                "Nobody broke the glass with " + request + ", so there is nothing to review.",
                ITS_CARD);
    }

    public static Problem reviewed(String reviewer, String request) {
        return new Problem(
                Code.REQUEST_DECIDED, reviewer + " has reviewed " + request + " already.", ITS_CARD, Set.of(reviewer));
    }

    public static Problem laterEndAskedFor(String request) {
        return new Problem(
                Code.REQUEST_DECIDED,
                "A later end of what " + request + " gave is asked for already.",
                "Have the approvers decide on that one first.");
    }

    public static Problem emptyComment(String request) {
        return new Problem(
                Code.COMMAND_MALFORMED,
                "Your comment on " + request + " has nothing in it, so nobody was told.",
                "Write what you want to say.");
    }

    /** As the other, said beside the field itself. */
    public static Problem emptyComment() {
        return new Problem(Code.COMMAND_MALFORMED, "There is nothing in it.", "Write what you want to say.");
    }

    public static Problem commentOnApproved(String request) {
        return commentOnOther(request, "was approved, and is being applied");
    }

    public static Problem commentOnFailed(String request) {
        return commentOnOther(request, "was approved, and failed");
    }

    public static Problem commentOnDenied(String request) {
        return commentOnOther(request, "was denied");
    }

    public static Problem commentOnCancelled(String request) {
        return commentOnOther(request, "was cancelled");
    }

    public static Problem commentOnExpired(String request) {
        return commentOnOther(request, "expired");
    }

    private static Problem commentOnOther(String request, String how) {
        return commentTooLate(request, how, "Type /ecr show " + request + " to see what happened.");
    }

    public static Problem commentOnApplied(String request) {
        return commentTooLate(
                request,
                "was approved, and is in effect or has been",
                "Type /ecr undo " + request + " to ask for it to be taken back.");
    }

    private static Problem commentTooLate(String request, String how, String instead) {
        return new Problem(
                Code.REQUEST_DECIDED,
                request + " " + how + ", so your comment comes too late: nobody was told.",
                "Reply in the thread of its card, or write to whoever asked. " + instead);
    }
}

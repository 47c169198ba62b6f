package dev.ecrbot.problem;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Target;
import java.util.List;
import java.util.Optional;

/** What became of a write to a policy, or of one that was approved, where it isn't simply done. */
public final class WriteProblems {
    private WriteProblems() {}

    public static Problem notTaken(String request, PolicyHolder holder) {
        return new Problem(
                Code.WRITE_NOT_TAKEN,
                "AWS's answer to the write of " + request + " got lost, and reading the policy of " + holder.label()
                        + " twice shows that AWS did not apply it: nothing was changed.",
                "Ask again.");
    }

    public static Problem overwritten(String request, PolicyHolder holder) {
        return new Problem(
                Code.READ_BACK_DIFFERS,
                "AWS accepted the write of " + request + ", but the policy of " + holder.label()
                        + " is a different one now and lacks the change: somebody else has overwritten it.",
                "Find out who else writes this policy (a pipeline, Terraform), then ask again.");
    }

    public static Problem principalDeleted(String request, String principal) {
        return new Problem(
                Code.READ_BACK_DIFFERS,
                "AWS accepted the write of " + request + ", but " + principal
                        + " was deleted right after: AWS shows an id in its place, which lets nobody in.",
                "Ask again once it is there again; it has another id then, so the access doesn't come back by itself.");
    }

    public static Problem policyKeepsChanging(String request, Target target) {
        return unknown(request, target, " keeps changing.");
    }

    /** @param why what keeps it from being read */
    public static Problem policyUnreadable(String request, Target target, Problem why) {
        return unknown(request, target, " couldn't be read for an hour. " + why.what());
    }

    private static Problem unknown(String request, Target target, String policy) {
        return new Problem(
                Code.OUTCOME_UNKNOWN,
                "ecr-bot can't tell whether the write of " + request + " took effect: the policy of "
                        + target.holder().label() + policy,
                "Type /ecr status " + target.typed()
                        + " to see who has what there now. ecr-bot looks for the write for an hour, and tells you if it finds it.");
    }

    public static Problem repositoryDeleted(PolicyHolder holder, String request) {
        return new Problem(
                Code.REPOSITORY_NOT_FOUND,
                holder.label() + " was deleted while " + request
                        + " was being written. Its policy went with it, so nothing of that write is left.",
                "Ask again if the repository is made anew.");
    }

    /** @param unsaid what Slack didn't say */
    public static Problem slackSilent(String request, Problem unsaid) {
        return new Problem(
                unsaid.code(),
                request + " was approved a while ago, so ecr-bot had to ask Slack again whether it may be written, and "
                        + "got no answer for a quarter of an hour. Nothing was changed. " + unsaid.what(),
                "Ask again once Slack answers.",
                unsaid.people());
    }

    /** @param why how the policy is that already */
    public static Problem nothingLeftToChange(String request, String why, Target target) {
        return new Problem(
                Code.NOTHING_TO_CHANGE,
                "By the time " + request + " was approved there was nothing left to change. As it was then: " + why,
                "Type /ecr status " + target.typed() + " to see who has what there now.");
    }

    public static Problem changedSinceRuleApproved(Target target, String rule, String request) {
        return new Problem(
                Code.POLICY_CHANGED,
                "The policy of " + target.text() + " was changed after rule " + rule + " approved " + request
                        + " by itself, so nothing was written.",
                "Ask again.");
    }

    public static Problem recordLost(String sid, PolicyHolder holder) {
        return new Problem(
                Code.RECORD_LOST,
                "The statement “" + sid + "” stands in the policy of " + holder.label()
                        + ", and there is no record of it.",
                "Stop ecr-bot and run ecr-bot adopt --config FILE, or revoke the access if nobody needs it.");
    }

    public static Problem othersStillWrite(PolicyHolder holder) {
        return new Problem(
                Code.BUSY, "Other changes to " + holder + " are still under way.", "Try again in a few minutes.");
    }

    /**
     * AWS refused a principal in the policy, and didn't say which.
     *
     * @param subject that the policy was not changed, as {@link AwsProblems} begins
     * @param likely who was asked for, and what that may be for; empty if the policy doesn't name them
     * @param others who else may be meant, as a list; empty if there is nobody
     * @param orphans whether deleted ones are among them
     * @param besides what else may be wrong, where AWS's words can mean more than a principal; empty if they can't
     */
    public static Problem principalRefused(
            String subject,
            Optional<String> likely,
            Optional<String> others,
            boolean orphans,
            Optional<List<String>> besides) {
        String lead = subject + " AWS refused a principal in it without saying which"
                + (besides.isPresent() ? ", or something else in it." : ".");
        String most = likely.map(some -> " Most likely " + some + ".").orElse("");
        String rest = others.map(some -> (likely.isPresent() ? " Otherwise " : " Suspects: ") + some + ".")
                .orElse("");
        String first = likely.isPresent() ? "Check the spelling, have it created if it is missing, and ask again." : "";
        String second = orphans
                ? "Ids that begin with AROA or AIDA belonged to deleted roles and users: revoke them, they let nobody in."
                : others.isEmpty() ? "" : "Revoke those that are gone.";
        String next = (first + " " + second).strip();
        return new Problem(
                Code.AWS_PRINCIPAL_NOT_FOUND,
                lead + most + rest + String.join("", besides.orElse(List.of())),
                next.isEmpty() ? "Check the policy that was shown for principals that are gone." : next);
    }

    /** Returns why an account may be refused, as the end of a sentence. */
    public static String accountDoubted(Region region) {
        return "there is no such account, or it has not enabled " + region;
    }

    /** Returns why a role or a user may be refused, as the end of a sentence. */
    public static String entityDoubted(Region region) {
        return "it does not exist (yet), its name or path is spelled differently, or its account has not enabled "
                + region;
    }

    /** Returns why somebody else may be refused, as the end of a sentence. */
    public static String kindDoubted(Region region) {
        return "AWS does not accept it as a principal in " + region;
    }

    /** Returns what a repository's policy may be refused for, too. */
    public static String resourceElement() {
        return " It also has a Resource element, which a repository policy must not have.";
    }

    /** Returns what a registry's policy may be refused for, too. */
    public static String registryForm() {
        return " Every statement of a registry policy needs a Resource, and its scope has to be V2.";
    }

    /** Returns what a repository's policy may be refused for, too. */
    public static String loginAction() {
        return " It also names ecr:GetAuthorizationToken, which a repository policy must not grant.";
    }
}

package dev.ecrbot.problem;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;

/**
 * What AWS answers to the bot's calls, or that it doesn't. A {@code subject} is the beginning of the sentence, and says what failed:
 * {@link #notChanged} or {@link #notRead}. A {@code code} is AWS's own name of an error, and an {@code identity} who AWS sees calling.
 */
public final class AwsProblems {
    private static final String LATER =
            "Try again in a few minutes; if this keeps happening, look at the AWS Health Dashboard and at the network between the bot"
                    + " and AWS.";

    private AwsProblems() {}

    /** Returns the subject of a problem of a write. */
    public static String notChanged(String thing) {
        return "The policy of " + thing + " was not changed:";
    }

    /** Returns the subject of a problem of a call that only reads. */
    public static String notRead(String thing) {
        return thing + " could not be read:";
    }

    public static Problem registryUnknown(PolicyHolder holder) {
        return new Problem(
                Code.REGISTRY_UNKNOWN,
                "No registry is configured for account " + holder.account() + " in " + holder.region() + ".",
                "Name a registry and a Region that the bot looks after, or have this one added to its configuration.");
    }

    /** @param problem what is wrong with the policy that AWS answered with */
    public static Problem policyUnreadable(String subject, Problem problem) {
        return new Problem(problem.code(), subject + " " + problem.what(), problem.next());
    }

    /** Returns why there is no answer, as the end of a sentence; so do the next ones. */
    public static String answered(String code) {
        return "AWS answered " + code;
    }

    public static String tooSlow() {
        return "AWS did not answer in time";
    }

    public static String answerNotUnderstood() {
        return "the bot could not understand AWS's answer";
    }

    public static String unreachable() {
        return "AWS could not be reached";
    }

    public static String connectionBroke() {
        return "the connection to AWS broke";
    }

    /** @param reason as the end of a sentence */
    public static Problem answerLost(String thing, String reason) {
        return new Problem(
                Code.AWS_UNAVAILABLE,
                "AWS's answer to the change of the policy of " + thing + " got lost: " + reason
                        + ". The change may or may not have taken effect.",
                "The bot reads the policy again to find out. Wait for what it finds before you ask again.");
    }

    public static Problem policyMissing(String subject) {
        return new Problem(Code.AWS_UNAVAILABLE, subject + " AWS's answer holds no policy text.", LATER);
    }

    /** @param reason as the end of a sentence */
    public static Problem unanswered(String subject, String reason) {
        return new Problem(Code.AWS_UNAVAILABLE, subject + " " + reason + ".", LATER);
    }

    public static Problem broken(String subject, String code) {
        return unanswered(subject, answered(code));
    }

    public static Problem throttled(String subject, String operation) {
        return new Problem(
                Code.AWS_THROTTLED,
                subject + " AWS throttles calls like this one in that account and Region, and did so at each try.",
                "Try again in a few minutes; if this keeps happening, find out who else calls " + operation
                        + " there.");
    }

    public static Problem noRepository(String subject) {
        return new Problem(
                Code.REPOSITORY_NOT_FOUND,
                subject + " there is no such repository.",
                "Check its name and the Region: a repository of that name in another Region is another repository.");
    }

    public static Problem noPolicy(String subject) {
        return new Problem(
                Code.AWS_POLICY_REFUSED,
                subject + " it is gone.",
                "Ask for the change again: it starts from the policy as it is now.");
    }

    /** @param ofRegistry whether it is a registry's policy, and not a repository's */
    public static Problem policyRefused(String subject, String code, String words, boolean ofRegistry) {
        return new Problem(
                Code.AWS_POLICY_REFUSED,
                refused(subject, code, words),
                "Compare the policy that was shown with AWS's rules for " + (ofRegistry ? "registry" : "repository")
                        + " policies; the live policy is unchanged.");
    }

    public static Problem callRefused(String subject, String code, String words) {
        return new Problem(
                Code.INTERNAL,
                refused(subject, code, words),
                "Tell whoever runs the bot: it sent AWS a call that AWS can't accept.");
    }

    private static String refused(String subject, String code, String words) {
        return subject + " AWS refused it with " + code + ": “" + words + "”.";
    }

    public static Problem limitReached(String subject) {
        return new Problem(
                Code.AWS_POLICY_REFUSED,
                subject + " a limit of the account is reached.",
                "Look at the quotas of Amazon ECR in that account and Region, and ask AWS to raise the one that is used up.");
    }

    public static Problem keyUnusable(String subject) {
        return new Problem(
                Code.AWS_UNAVAILABLE,
                subject + " ECR could not use the KMS key that the repository is encrypted with.",
                "Check that the key is enabled and that its policy and grants still let ECR use it.");
    }

    public static Problem deniedOnRegistry(String subject, String permission, String identity) {
        return new Problem(
                Code.AWS_ACCESS_DENIED,
                subject + " AWS denied the bot " + permission + ".",
                "Allow that action, on the resource *, in a policy of " + identity
                        + " (the template registry-role.yaml has a parameter for it); if it is allowed there, look"
                        + " for a Deny in its permissions boundary and in an SCP.");
    }

    public static Problem denied(String subject, String permission, String arn, String identity) {
        return new Problem(
                Code.AWS_ACCESS_DENIED,
                subject + " AWS denied the bot " + permission + " on " + arn + ".",
                "Allow that action on that ARN in a policy of " + identity
                        + "; if it is allowed there, look for a Deny in its permissions boundary, in an SCP and in the"
                        + " repository's own policy.");
    }

    public static Problem credentialsExpired(String subject, String code, String identity) {
        return new Problem(
                Code.AWS_ACCESS_DENIED,
                subject + " AWS answered " + code + ": the bot's credentials have run out, or its clock is wrong.",
                "Check the clock of the bot's machine, and renew the credentials of " + identity + ".");
    }

    public static Problem credentialsUnknown(String subject, String code, AccountId account) {
        return new Problem(
                Code.AWS_ACCESS_DENIED,
                subject + " AWS answered " + code + ": it does not know the bot's credentials.",
                "Check which credentials the bot's process finds, and that the Region is enabled in account " + account
                        + ".");
    }

    public static Problem signatureWrong(String subject, String code) {
        return new Problem(
                Code.AWS_ACCESS_DENIED,
                subject + " AWS answered " + code + ": the request's signature is wrong.",
                "Check the secret key that the bot's process finds, the clock of its machine, and that no proxy alters"
                        + " requests.");
    }

    public static Problem answerUnknown(String subject, String code, String requestId) {
        return new Problem(
                Code.AWS_UNAVAILABLE,
                subject + " AWS, or a proxy before it, answered " + code + ".",
                "Look up AWS's request " + requestId
                        + " in the bot's log, and check the network between the bot and AWS.");
    }

    /** A problem for messages that are made to be tried, and that nobody gets. */
    public static Problem sample() {
        return new Problem(
                Code.AWS_PRINCIPAL_NOT_FOUND,
                "AWS doesn't know the role, so nothing was changed.",
                "Check the role's name.");
    }
}

package dev.ecrbot.problem;

import java.util.Locale;

/** What is wrong with a policy that is read or compared, and with what is asked about one. */
public final class PolicyProblems {
    private PolicyProblems() {}

    /** @param document what can't be read, as it stands after “the” */
    public static Problem tooLong(String document, int most) {
        return unreadable(document, "it is longer than " + most + " characters");
    }

    /**
     * The text ceases to be JSON.
     *
     * @param document what can't be read, as it stands after “the”
     * @param slip where, and how that most likely came, as the end of a sentence
     */
    public static Problem notJson(String document, String slip) {
        return unreadable(document, slip);
    }

    public static Problem notAnObject() {
        return unreadable("policy", "it isn't a JSON object with statements");
    }

    public static Problem statementMissing() {
        return unreadable("policy", "it isn't a JSON object with statements: the key Statement is missing");
    }

    public static Problem statementMalformed() {
        return unreadable(
                "policy",
                "it isn't a JSON object with statements: Statement is neither an object nor an array of them");
    }

    private static Problem unreadable(String document, String why) {
        return new Problem(
                Code.POLICY_UNREADABLE,
                "The " + document + " can't be read: " + why + ".",
                "Look at it in the ECR console, repair it there, and try again.");
    }

    public static Problem tooLongForYaml(int most) {
        return yaml("it is longer than " + most + " characters");
    }

    /** @param slip where the text ceases to be YAML, and what the parser says of it */
    public static Problem slipInYaml(String slip) {
        return yaml(slip);
    }

    public static Problem notYaml() {
        return yaml("this isn't YAML");
    }

    private static Problem yaml(String why) {
        return new Problem(
                Code.POLICY_UNREADABLE, "The file can't be read as YAML: " + why + ".", "Repair it, and try again.");
    }

    public static Problem holdsNoPolicy() {
        return new Problem(
                Code.POLICY_UNREADABLE,
                "The policy can't be read: it isn't a JSON object with statements, nor something that holds one.",
                "Give a policy, an answer of the AWS CLI, a CloudFormation template, or the output of terraform show -json.");
    }

    /** @param name which of several policies it is that has the problem */
    public static Problem of(String name, Problem problem) {
        return new Problem(problem.code(), name + ": " + problem.what(), problem.next());
    }

    /**
     * A policy that is attached to a caller says who.
     *
     * @param statement counted from 1
     * @param element Principal or NotPrincipal
     */
    public static Problem saysWho(int statement, String element) {
        return new Problem(
                Code.POLICY_UNREADABLE,
                "Statement " + statement + " has " + element
                        + ", which only the policy of a resource may have: AWS refuses it here.",
                "Give a policy that is attached to a role, a user, a session or an account, or take " + element
                        + " out.");
    }

    public static Problem tooLargeToCompare(int length, int limit) {
        return new Problem(
                Code.POLICY_TOO_LARGE,
                String.format(
                        Locale.ROOT, "The policy has %,d characters without blanks: too large to be compared.", length),
                String.format(Locale.ROOT, "ECR takes policies of %,d characters; compare one that it takes.", limit));
    }

    public static Problem notACaller(String principal) {
        return caller(principal, "isn't a caller", "Name a role, a user, a session, an account or a service.");
    }

    public static Problem manyCallers(String principal) {
        return caller(principal, "stands for many callers, each with policies of their own", "Ask about one of them.");
    }

    public static Problem rootHasNoPolicies(String principal) {
        return caller(
                principal,
                "is a root user, and has neither identity policies nor a boundary or a session policy",
                "Ask about a role or a user, or leave those policies out.");
    }

    public static Problem serviceHasNoPolicies(String principal) {
        return caller(
                principal,
                "is a service, and has neither identity policies nor a boundary or a session policy",
                "Ask about a role or a user, or leave those policies out.");
    }

    public static Problem userHasNoSession(String principal) {
        return caller(
                principal, "is a user, and has no session policy", "Ask about a role or a session, or leave it out.");
    }

    private static Problem caller(String principal, String what, String next) {
        return new Problem(Code.PRINCIPAL_MALFORMED, "“" + principal + "” " + what + ".", next);
    }

    public static Problem notAnAction(String action) {
        return new Problem(
                Code.ACCESS_UNKNOWN,
                "“" + action + "” isn't one action.",
                "Name one with its prefix, ecr:BatchGetImage for example.");
    }
}

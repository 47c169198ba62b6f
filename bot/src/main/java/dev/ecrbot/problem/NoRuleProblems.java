package dev.ecrbot.problem;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.OrganizationPath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** That no rule is for what is asked, and which one nearly is. A {@code repository} is named with its registry and Region. */
public final class NoRuleProblems {
    private NoRuleProblems() {}

    /** @param others the patterns that there are rules for, as a list; empty if there are none */
    public static Problem noneForRepository(String repository, Optional<String> others) {
        return new Problem(
                Code.NO_RULE,
                "No rule covers repository " + repository + ".",
                others.map(patterns -> "There are rules for: " + patterns
                                + ". Check the name, or ask whoever runs this bot to add a rule for it.")
                        .orElse("Ask whoever runs this bot to add a rule for it."));
    }

    /**
     * @param rule the nearest one
     * @param asked what of the ask it doesn't cover, in the words of this class
     * @param covered what it covers instead, likewise
     */
    public static Problem none(String rule, String repository, Collection<String> asked, Collection<String> covered) {
        return new Problem(
                Code.NO_RULE,
                "No rule covers this. The nearest, " + rule + ", covers repository " + repository + ", but not "
                        + String.join(" and not ", asked) + ".",
                "It covers " + String.join("; ", covered)
                        + ". Ask for that, or ask whoever runs this bot to add a rule.");
    }

    /** Returns what is asked for, as a part of the sentence; so do the next ones. */
    public static String repository(String repository) {
        return "repository " + repository;
    }

    /** @param access empty if it is any */
    public static String access(Optional<Access> access) {
        return "access " + access.map(Access::word).orElse("all");
    }

    public static String organization(OrganizationPath path) {
        return "organization " + path;
    }

    public static String account(String account) {
        return "account " + account;
    }

    public static String withoutAccount() {
        return "a principal without an account";
    }

    public static String ofOtherKind() {
        return "a principal that isn't a role, user, account or organization";
    }

    public static String role() {
        return "a role";
    }

    public static String user() {
        return "a user";
    }

    public static String wholeAccount() {
        return "a whole account";
    }

    public static String someOrganization() {
        return "an organization";
    }

    /** Returns what a rule covers, as a part of the sentence; so do the next ones. Each is handed a list. */
    public static String repositories(String patterns) {
        return "repositories " + patterns;
    }

    public static String accesses(String words) {
        return "access " + words;
    }

    public static String accounts(String names) {
        return "accounts " + names;
    }

    public static String organizations(String paths) {
        return "organizations " + paths;
    }

    public static String both(List<String> parts) {
        return String.join(", and ", parts);
    }
}

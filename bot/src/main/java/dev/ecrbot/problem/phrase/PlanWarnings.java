package dev.ecrbot.problem.phrase;

import dev.ecrbot.ecr.MatchingRepositories;
import java.util.Optional;

/**
 * What those who decide should know about a plan, in whole sentences. Whoever is {@code whom} is named as people read it, in the middle of a
 * sentence or, where it says so, at the beginning.
 */
public final class PlanWarnings {
    private PlanWarnings() {}

    public static String pattern(MatchingRepositories some) {
        String whose = some.text().equals("*") ? "whatever its name" : "whose name matches " + some.text();
        return "This covers every repository in " + some.account() + ", " + some.region() + ", " + whose
                + ": those there now, and those made later.";
    }

    /** @param whom as the beginning of a sentence */
    public static String pushes(String whom) {
        return whom + " can put images there, and move tags that aren't immutable.";
    }

    public static String permanent() {
        return "The access has no end and stays until somebody revokes it.";
    }

    public static String heldByOthers() {
        return "Others may have given the same in a statement of theirs. This one stands beside it: what they wrote"
                + " stays when this ends.";
    }

    public static String userNamedLikeRole(String user) {
        return user + " is asked for as a user, and is named like a role.";
    }

    public static String wholeAccount(String account) {
        return "Every role that " + account + " trusts gets this.";
    }

    public static String session() {
        return "This is one session of a role: a later session of another name doesn't get it.";
    }

    public static String federatedUser() {
        return "Whoever may call GetFederationToken in that account can take the name of this federated user.";
    }

    public static String accountBesideFunctions(String account) {
        return "AWS wants the whole account named beside the functions: every role that " + account
                + " trusts gets this, too.";
    }

    public static String organization(String organization) {
        return "Every account in " + organization
                + " gets this, those that join it later included, and hands it on to the roles it trusts.";
    }

    /** @param keepsOut whether somebody of that id would be kept out by it, rather than let in */
    public static String orphanDropped(String orphan, boolean keepsOut) {
        return "The id of a deleted principal, " + orphan + ", is taken out, too. It "
                + (keepsOut ? "keeps nobody out." : "lets nobody in.");
    }

    public static String nearLimit() {
        return "The policy has less than a tenth of its room left: soon no more grants will fit.";
    }

    public static String opaque(Optional<String> sid) {
        return "A statement" + sid.map(text -> " (" + text + ")").orElse("")
                + " of this policy can't be understood, and stays as it is.";
    }

    public static String split(Optional<String> sid, String whom) {
        return "A statement that others wrote"
                + sid.map(text -> " (" + text + ")").orElse("") + " names others too: it is split, and what is left to "
                + whom + " gets a statement of its own.";
    }

    public static String managedElsewhere(String tool) {
        return tool
                + " seems to manage this repository, by its tags: its next run may wipe this change. Make the change"
                + " there, too.";
    }

    public static String production(String tag, String value) {
        return "The repository's tag " + tag + " was " + value + " when this was asked for.";
    }

    public static String firstForAccount(String registry) {
        return "When this was asked for, ecr-bot had never given anything to this account in registry " + registry
                + ".";
    }
}

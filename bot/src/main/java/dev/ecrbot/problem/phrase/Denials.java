package dev.ecrbot.problem.phrase;

import java.util.Collection;

/**
 * Which Deny statements deny what of a grant: how they are named, and in whole sentences what they come to. Whoever is {@code whom} is named
 * as people read it, in the middle of a sentence.
 */
public final class Denials {
    /** Stands behind each statement of the registry's own policy. */
    public static final String OF_REGISTRY = " of the registry's own policy";

    private Denials() {}

    public static String named(String sid) {
        return "the Deny statement “" + sid + "”";
    }

    /** @param number the statement's, counted from 1 */
    public static String numbered(int number) {
        return "the Deny in statement " + number;
    }

    public static String unnamed() {
        return "a Deny without a Sid";
    }

    public static String dependingOn(String statement, Collection<String> keys) {
        return statement + ", depending on " + String.join(", ", keys);
    }

    /** Returns the statement with whose policy it is in, where that isn't said. */
    public static String withPolicy(String statement) {
        return statement.endsWith(OF_REGISTRY) ? statement : statement + " of its policy";
    }

    public static String stays(Collection<String> actions, String whom, String statement) {
        return String.join(", ", actions) + " stays denied to " + whom + " by " + statement + ".";
    }

    public static String mayBe(Collection<String> actions, String whom, String statement) {
        return String.join(", ", actions) + " may be denied to " + whom + " by " + statement + ".";
    }

    /** Names them where not all of an account are meant. */
    public static String someOf(String account) {
        return "some of " + account;
    }

    public static String suspected(String whom) {
        return suspected(" in this policy", whom);
    }

    public static String suspectedOfRegistry(String whom) {
        return suspected(OF_REGISTRY, whom);
    }

    private static String suspected(String where, String whom) {
        return "A Deny statement" + where + " may keep " + whom + " out all the same.";
    }

    public static String unknown() {
        return "It isn't known whether the registry's policy denies it.";
    }
}

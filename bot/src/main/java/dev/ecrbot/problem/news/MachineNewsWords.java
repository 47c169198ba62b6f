package dev.ecrbot.problem.news;

import java.util.Collection;

/** What can be a machine that couldn't before, and what one may do, as lines, each behind the machine's name. */
public final class MachineNewsWords {
    private MachineNewsWords() {}

    /** Said of all machines. */
    public static String audience(String audience) {
        return "Machines prove who they are to “" + audience + "” now";
    }

    /** @param what one of the next ones */
    public static String of(String machine, String what) {
        return "machine:" + machine + " " + what;
    }

    public static String isWhoeverHas(String token) {
        return "is now whoever has " + token;
    }

    public static String isAlso(String caller) {
        return "is now " + caller + ", too, as AWS proves it";
    }

    public static String isTold() {
        return "is now told how things are, as every member is";
    }

    public static String readsAudit() {
        return "may now read the audit trail";
    }

    public static String asksMore(String now, String before) {
        return "may now ask more: " + now + " instead of " + before;
    }

    public static String isGone() {
        return "is no machine any more: it can't ask, and what it asked for can't be approved";
    }

    public static String isNotWhoeverHas(String token) {
        return "is no longer whoever has " + token;
    }

    public static String isNot(String caller) {
        return "is no longer " + caller;
    }

    public static String isNotTold() {
        return "is no longer told how things are";
    }

    public static String readsAuditNoMore() {
        return "may no longer read the audit trail";
    }

    /** Returns what proves a machine, as a part of a line; so does the next one. */
    public static String token(String issuer, Collection<String> subjects) {
        return "a token of " + issuer + " for " + String.join(", ", subjects);
    }

    /** @param kind role or user */
    public static String caller(String kind, String name, String account) {
        return "the " + kind + " " + name + " of account " + account;
    }

    public static String limits(int asksPerMinute, int asksPerDay, int questionsPerMinute) {
        return asksPerMinute + " asks a minute, " + asksPerDay + " a day, " + questionsPerMinute
                + " questions a minute";
    }
}

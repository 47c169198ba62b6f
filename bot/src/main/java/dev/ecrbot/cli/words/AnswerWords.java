package dev.ecrbot.cli.words;

import java.time.Instant;
import java.util.List;

/** What “can” and “diff” answer. */
public final class AnswerWords {
    private AnswerWords() {}

    public static String noneAllows() {
        return "No statement allows it.";
    }

    public static String repositorysSideAlone() {
        return "This is the repository's side alone: the caller's own policies aren't looked at without --identity.";
    }

    public static String takenForGranted(String what) {
        return "taken for granted: " + what;
    }

    public static String noOtherIdentity() {
        return "no other identity policies";
    }

    public static String noBoundary() {
        return "no permissions boundary";
    }

    public static String noSession() {
        return "no session policy";
    }

    public static String noScps(boolean some) {
        return some ? "no other service control policies" : "no service control policies";
    }

    public static String noRcps(boolean some) {
        return some ? "no other resource control policies" : "no resource control policies";
    }

    public static String thereAre(List<String> missing) {
        return "there are " + String.join(", ", missing) + ", and no endpoint's policy denies it";
    }

    public static String noManagementAccountCalls() {
        return "the caller's account isn't its organization's management account, to which no SCP applies";
    }

    public static String noManagementAccountOwns() {
        return "the repository's account isn't its organization's management account, to which no RCP applies";
    }

    public static String level(int level) {
        return " on level " + level;
    }

    public static String on(String keys) {
        return " on " + keys;
    }

    public static String dependingOn(String keys) {
        return ", depending on " + keys;
    }

    public static String statementOf(String statement, String policy) {
        return "statement " + statement + " of the " + policy;
    }

    public static String statement(String statement) {
        return ", statement " + statement;
    }

    public static String nobodyGainsOrLoses() {
        return "Nobody gains or loses anything.";
    }

    public static String gains(boolean certain) {
        return certain ? " gains " : " may gain ";
    }

    public static String loses(boolean certain) {
        return certain ? " loses " : " may lose ";
    }

    public static String from(Instant from) {
        return " from " + from + " on";
    }

    public static String gainedUntil(Instant until) {
        return " until " + until;
    }

    public static String lostUntil(Instant until) {
        return ", for the time until " + until;
    }

    public static String gainedUnder(String conditions) {
        return ", under conditions: " + conditions;
    }

    public static String lostExcept(String conditions) {
        return ", except under conditions: " + conditions;
    }

    public static String unnumbered() {
        return "A statement";
    }

    public static String numbered(int number) {
        return "Statement " + number;
    }

    public static String isNew() {
        return " of the new policy is new";
    }

    public static String isGone() {
        return " of the old policy is gone";
    }

    public static String changed() {
        return " changed";
    }

    public static String notUnderstood() {
        return "; this program can't understand it, so it states no effect of it.";
    }

    public static String before(String terms) {
        return "before: " + terms;
    }

    public static String now(String terms) {
        return "now: " + terms;
    }
}

package dev.ecrbot;

import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.rehearsal.Rehearsed;
import java.nio.file.Path;

/** What the bot's own commands write to whoever has typed them. */
final class CommandWords {
    private CommandWords() {}

    static String sayWhatToDo() {
        return "Say what to do, for example: ecr-bot run --config FILE";
    }

    static String cannotStart(String why) {
        return "ecr-bot can't start: " + why;
    }

    static String wrongLogFormat(String format) {
        return "LOG_FORMAT takes text or json, not “" + format + "”.";
    }

    static String sayWhatToTest() {
        return "Say what to do: test FILE --config FILE";
    }

    static String tests(int all, long failed) {
        return all + (all == 1 ? " test, " : " tests, ") + failed + " failed";
    }

    static String asExpected(String test) {
        return "ok      " + test;
    }

    static String notAsExpected(String test) {
        return "FAILED  " + test;
    }

    static String test(Rehearsed test, Path file) {
        return test.ask() + " (" + test.by() + ", line " + test.line() + " of " + file + ")";
    }

    static String jsonOrCsv() {
        return "--json and --csv exclude each other: name one of them.";
    }

    static String stillReading() {
        return "Still reading.";
    }

    static String botRuns() {
        return "A bot runs on this database. Stop every ecr-bot on it first, then type the same again.";
    }

    static String nothingAdopted(String why) {
        return "Nothing can be adopted: " + why;
    }

    static String adopted(Grant grant) {
        return grant.id() + ": " + grant.access() + " on " + grant.target().text() + " (" + grant.registry() + ", "
                + grant.target().region() + ") for " + grant.principal().text()
                + grant.until().map(until -> " until " + until).orElse(" without an end");
    }

    static String allAdopted(int records, int policies, int unread) {
        return records + " recorded, in " + policies + " policies"
                + (unread == 0 ? "" : "; " + unread + " of them couldn't be read") + ".";
    }

    static String policyUnread(String policy, String why) {
        return policy + " can't be read: " + why;
    }

    static String wrongSince() {
        return "--since takes the seq of an event, or a time: 2026-12-31T10:00:00Z.";
    }

    static String backupUnread(String why) {
        return "The backup can't be read: " + why;
    }

    static String trailUnread(String why) {
        return "The audit trail can't be read: " + why;
    }

    static String trailUnwritten(String why) {
        return "The audit trail can't be written: " + why;
    }

    static String anchorsUnread(String why) {
        return "The anchors can't be read: " + why;
    }

    static String laterAnchors(int many) {
        return "Anchors of what came later than the end of this backup, which it can't show: " + many + ".";
    }

    static String textChanged(String hash) {
        return "The text of a policy that is kept as " + hash + " was changed.";
    }

    static String chain(long events, long end, String hash) {
        return "Events in the chain: " + events + ". Its end: link " + end + ", " + hash + ".";
    }

    static String waiting(long events) {
        return "Events that come into it within seconds while the bot runs: " + events + ".";
    }

    static String noAnchors() {
        return "No anchors: somebody who changed events and made the whole chain anew would go unnoticed.";
    }

    static String anchors(int many) {
        return "Anchors that fit: " + many + ".";
    }

    static String trailChanged() {
        return "The audit trail was changed.";
    }

    static String trailWhole() {
        return "The audit trail is what was recorded.";
    }

    static String now(String says) {
        return "Now:   " + says;
    }

    static String identityPolicy(String json) {
        return "Identity policy for the caller's own account: " + json;
    }

    static String statement(String sid) {
        return "statement “" + sid + "”";
    }

    static String statement(int place) {
        return "statement " + place;
    }

    static String allowedBy(String statement, String policy) {
        return "allowed by " + of(statement, policy);
    }

    static String deniedBy(String statement, String policy) {
        return "denied by " + of(statement, policy);
    }

    static String notUnderstood(String statement, String policy) {
        return "not understood: " + of(statement, policy);
    }

    /** Whose policy it is. */
    static String registrys() {
        return "registry's";
    }

    static String repositorys() {
        return "repository's";
    }

    private static String of(String statement, String policy) {
        return statement + " of the " + policy + " policy";
    }
}

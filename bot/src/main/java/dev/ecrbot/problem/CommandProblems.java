package dev.ecrbot.problem;

import static dev.ecrbot.problem.Typed.quote;

import java.util.Collection;
import java.util.List;

/**
 * What keeps a line from being a command: its first word, the number of its words, the word that says which access, or others that stand in several commands. What people
 * typed is quoted here; an {@code example} is a whole command that there is.
 */
public final class CommandProblems {
    private static final String NO_ID = " isn't a request's id: it has letters, digits and dashes.";

    private CommandProblems() {}

    public static Problem decidedOnCards(String typed) {
        return new Problem(
                Code.COMMAND_UNKNOWN,
                "There is no command " + quote(typed) + ": requests are decided with the buttons on their card.",
                "Type “/ecr requests pending” to see which requests wait.");
    }

    public static Problem questionNotUnderstood() {
        return new Problem(
                Code.COMMAND_UNKNOWN,
                "ecr-bot doesn't understand this question.",
                "Put the repository's name into it, as in “who can pull payments/api?”, or paste the error behind"
                        + " “/ecr explain”. Type “/ecr help” for all commands.");
    }

    public static Problem unknown(String typed, List<String> commands) {
        return unknown(typed, commands, "", " Type “/ecr help” for more.");
    }

    /** @param likely what most likely is meant */
    public static Problem unknown(String typed, String likely, List<String> commands) {
        return unknown(typed, commands, "Did you mean “" + likely + "”? ", "");
    }

    private static Problem unknown(String typed, List<String> commands, String before, String after) {
        return new Problem(
                Code.COMMAND_UNKNOWN,
                "There is no command " + quote(typed) + ".",
                before + "The commands are " + String.join(", ", commands) + "." + after);
    }

    public static Problem answeredInSlackOnly() {
        return new Problem(
                Code.COMMAND_UNKNOWN,
                "That is answered in Slack only.",
                "Here, name an account or a role in one, and write --csv or --json in place of “as file”.");
    }

    public static Problem tooLong(int length, int most, String example) {
        return malformed(
                "Your command has " + length + " characters; at most " + most + " are allowed.",
                "Keep it to one line. For example: " + example);
    }

    /**
     * @param what what is missing, as it stands after “the”
     * @param takesId whether the command takes the id of a request: nobody knows one by heart
     */
    public static Problem missing(String what, boolean takesId, String example) {
        return malformed("The " + what + " is missing.", ids(takesId) + "For example: " + example);
    }

    /**
     * @param takesReason whether what is too much may be a reason
     * @param takesId as above
     */
    public static Problem tooMuch(String command, String extra, boolean takesReason, boolean takesId, String example) {
        return malformed(
                "“" + command + "” doesn't take " + quote(extra) + ".",
                (takesReason ? "If it is the reason, put “because” before it. " : "") + ids(takesId) + "For example: "
                        + example);
    }

    private static String ids(boolean takesId) {
        return takesId ? "It takes the id of a request: “/ecr requests” shows those of yours. " : "";
    }

    public static Problem glassTakesNoEnd(String typed, String example) {
        return takesNoEnd("The rule says how long it lasts", typed, example);
    }

    public static Problem revocationTakesNoEnd(String typed, String example) {
        return takesNoEnd("A revocation has no end", typed, example);
    }

    public static Problem undoTakesNoEnd(String typed, String example) {
        return takesNoEnd("An undo has no end of its own", typed, example);
    }

    private static Problem takesNoEnd(String why, String typed, String example) {
        return malformed(why + ", so it can't take " + quote(typed) + ".", "Leave it out. For example: " + example);
    }

    public static Problem noReason() {
        return malformed(
                "There is no reason after “because”.",
                "Say why in a few words, for example “because nightly build”, or leave “because” out.");
    }

    public static Problem reasonTooLong(int length, int most) {
        return malformed(
                "The reason after “because” has " + length + " characters; at most " + most + " are allowed.",
                "Say it shorter, for example “because nightly build”, and link to the rest.");
    }

    public static Problem notAnId(String typed) {
        return malformed(quote(typed) + NO_ID, "“/ecr requests” shows the ids of your requests.");
    }

    /** As the other, where any request may be meant. */
    public static Problem notAnIdOfAny(String typed) {
        return malformed(
                quote(typed) + NO_ID,
                "“/ecr requests all” shows ids; for a repository there are “/ecr status” and “/ecr history”.");
    }

    public static Problem notToldWhich() {
        return malformed(
                "That line doesn't say what it is about.",
                "Name a repository, an account or a role, or the id of the request.");
    }

    public static Problem notAPage(String typed) {
        return malformed(quote(typed) + " isn't the number of a page.", "Write it as in “page 2”.");
    }

    public static Problem notAList(String typed, List<String> lists, String example) {
        return malformed(
                quote(typed) + " isn't a list of requests; the lists are " + Typed.list(lists) + ".",
                Guess.didYouMean(typed, lists, "For example: " + example));
    }

    public static Problem loginUnknown(String typed, Collection<String> tools) {
        return malformed(
                quote(typed) + " is no tool that ecr-bot knows a login for.",
                Guess.didYouMean(typed, tools, "It knows " + String.join(", ", tools) + "."));
    }

    public static Problem formUnknown(String typed, Collection<String> forms) {
        return malformed(
                quote(typed) + " isn't a form in which ecr-bot writes policies.",
                Guess.didYouMean(typed, forms, "The forms are " + String.join(", ", forms) + "."));
    }

    public static Problem personNotNamed(String typed) {
        return malformed(
                "ecr-bot can't tell who " + quote(typed) + " is: Slack handed over a name only.",
                "Pick the person from the list that Slack offers after “@”. If you did, the people who run ecr-bot have to set"
                        + " should_escape to true in the app's manifest; a member id works too: /ecr access U012AB3CD.");
    }

    public static Problem findingUnknown(String typed) {
        return malformed(
                "No kind of finding, severity, registry or repository is called “" + typed
                        + "”, so nothing was looked at.",
                "/ecr audit alone lists the kinds that there are. Others: public, warning, a Region, payments/*.");
    }

    public static Problem nothingToExplain(String example) {
        return malformed(
                "The error to explain is missing.",
                "Paste it behind “explain”, whole, in one line or several. For example: " + example);
    }

    public static Problem tooLongToExplain(int length, int most) {
        return malformed(
                "What you pasted has " + length + " characters; at most " + most + " are read.",
                "Paste only the message itself, from “User:” or from the image's name on.");
    }

    /**
     * @param typed the word, with the character spelled out
     * @param character its number, and its name if it has one
     */
    public static Problem unseenCharacter(String typed, String character) {
        return malformed(
                quote(typed) + " has a character in it that can't be seen: " + character + ".",
                "Type the word instead of pasting it: what can't be seen mostly comes along with what is copied.");
    }

    /** @param words those for accesses that there are */
    public static Problem accessNotGranted(String typed, List<String> words, String example) {
        return new Problem(
                Code.ACCESS_UNKNOWN,
                quote(typed) + " can't be granted: access is given by name, as " + Choice.of(words) + ".",
                "Push includes pull. For example: " + example);
    }

    public static Problem accessUnknown(String typed, List<String> words, String example) {
        return access(typed, words, Guess.didYouMean(typed, words, "It comes right after the command."), example);
    }

    public static Problem accessMeant(String typed, List<String> words, String likely, String example) {
        return access(typed, words, didYouMean(likely), example);
    }

    public static Problem pushMeant(String typed, List<String> words, String likely, String example) {
        return access(typed, words, didYouMean(likely) + " It includes pull.", example);
    }

    private static String didYouMean(String likely) {
        return "Did you mean “" + likely + "”?";
    }

    private static Problem access(String typed, List<String> words, String hint, String example) {
        return new Problem(
                Code.ACCESS_UNKNOWN,
                quote(typed) + " isn't a kind of access; use " + Choice.of(words) + ".",
                (hint + " For example: " + example).strip());
    }

    private static Problem malformed(String what, String next) {
        return new Problem(Code.COMMAND_MALFORMED, what, next);
    }
}

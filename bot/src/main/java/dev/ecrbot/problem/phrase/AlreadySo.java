package dev.ecrbot.problem.phrase;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Target;
import java.util.Collection;
import java.util.Optional;

/**
 * Why a policy is already as a change would make it, in whole sentences. Whoever is {@code whom} is named as people read it, in the middle
 * of a sentence or, where it says so, at the beginning.
 */
public final class AlreadySo {
    private AlreadySo() {}

    public static String anotherGrantGives(Access access, String whom) {
        return "Another grant still gives " + access + " to " + whom + ".";
    }

    /** @param namedByOthers whether other statements name them */
    public static String givenNoMore(Access access, String whom, boolean namedByOthers) {
        return "The bot's statement doesn't give " + access + " to " + whom + " any more."
                + (namedByOthers ? " Statements that others wrote or changed still name it." : "");
    }

    public static String givenAndPerhapsDenied(Access access, String whom) {
        return givenBut(access, whom, "a Deny statement");
    }

    public static String givenAndPerhapsKeptOut(Access access, String whom) {
        return givenBut(access, whom, "a statement that can't be understood");
    }

    private static String givenBut(Access access, String whom, String obstacle) {
        return "A statement of the bot's gives " + access + " to " + whom + " already, but " + obstacle
                + " may keep it out. Have that one changed.";
    }

    public static String takenOver(Access access, String whom) {
        return "A statement of the bot's gives " + access + " to " + whom
                + " already, for as long as that. To have what others wrote taken out beside it, ask them.";
    }

    /**
     * @param whom as the beginning of a sentence
     * @param end the end that was asked for
     */
    public static String extended(String whom, Access access, Target target, Optional<String> end) {
        return has(whom, access, target)
                + end.map(until -> ", until " + until + ".").orElse(", without an end.");
    }

    /**
     * @param whom as the beginning of a sentence
     * @param conditions under which it has the access, in words; empty if it has it in any case
     * @param end the end that was asked for
     */
    public static String held(
            String whom, Access access, Target target, Optional<String> conditions, Optional<String> end) {
        return has(whom, access, target)
                + conditions.map(terms -> " (if " + terms + ")").orElse("")
                + end.map(until -> ", until " + until + " or longer.").orElse(", without an end.");
    }

    private static String has(String whom, Access access, Target target) {
        return whom + " already has " + access + " on " + target.text();
    }

    /** Said behind the other. */
    public static String heldThrough(Collection<String> others) {
        return " It has it through " + String.join(" and ", others) + ".";
    }

    /** Said behind the others. */
    public static String writtenByOthers() {
        return " Others wrote that. Nobody here looks after it, and they may remove it without telling you.";
    }

    public static String nothingLeftToUndo(Target target) {
        return "Nothing of that change is left in the policy of " + target.text() + " to be undone.";
    }
}

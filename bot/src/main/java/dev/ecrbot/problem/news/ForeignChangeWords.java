package dev.ecrbot.problem.news;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import java.util.Collection;
import java.util.Optional;

/** What others did to a policy, line by line. What a policy is about is {@code typed} as a command takes it, or is {@link #called}. */
public final class ForeignChangeWords {
    private ForeignChangeWords() {}

    /** Returns whose policy it is, by the configured name of the registry where it has one. */
    public static String called(PolicyHolder holder, Optional<String> registry) {
        Optional<String> named = registry.map(name -> "registry " + name + " (" + holder.account() + ")");
        return holder instanceof Repository repository
                ? repository.text() + " in " + holder.region() + ", "
                        + named.orElseGet(() -> "account " + holder.account())
                : named.map(name -> "the " + name + " in " + holder.region()).orElseGet(holder::label);
    }

    public static String heading(String called, String noticed) {
        return "The policy of " + called + " was changed by somebody other than ecr-bot. It was noticed " + noticed
                + ".";
    }

    public static String commands(String typed) {
        return "“/ecr status " + typed + "” shows who has access, “/ecr history " + typed
                + "” what was asked for and changed there.";
    }

    public static String steps(int many) {
        return "That was in " + many + " steps, with changes of ecr-bot's own between them, which aren't listed here.";
    }

    public static String notTold() {
        return "What exactly was changed can't be told here: changes and readings came too close to each other.";
    }

    public static String perhapsMore() {
        return "There may be more that somebody else changed: ecr-bot changed it at about the same time.";
    }

    public static String removed() {
        return "The whole policy was removed.";
    }

    public static String morePeople(int many) {
        return "And " + many + " more who gained or lost something.";
    }

    public static String notUnderstood(int statements) {
        return "Statements changed that can't be understood: " + statements + ". What they come to isn't known.";
    }

    public static String nobody() {
        return "Nobody gained or lost anything by it.";
    }

    /**
     * @param until until when they have it
     * @param conditions under which they have it
     */
    public static String gained(
            String whom, Collection<String> what, Optional<String> until, Collection<String> conditions) {
        return whom + " gained " + String.join(", ", what)
                + until.map(end -> " until " + end).orElse("") + under(conditions) + ".";
    }

    /** As the other, of what they don't have any more. */
    public static String lost(
            String whom, Collection<String> what, Optional<String> until, Collection<String> conditions) {
        return whom + " lost " + String.join(", ", what)
                + until.map(end -> ", for the time until " + end).orElse("") + under(conditions) + ".";
    }

    private static String under(Collection<String> conditions) {
        return conditions.isEmpty() ? "" : ", under conditions (" + String.join(", ", conditions) + ")";
    }

    /** Returns all of it in one line, where what exactly can't be told. */
    public static String brief(String called) {
        return called + ": what exactly can't be told here";
    }

    /** Returns all of it in one line. */
    public static String brief(String called, long gained, long lost) {
        return called + ": " + gained + " gained access, " + lost + " lost some";
    }

    /** Returns the heading over several changes, each in a line. */
    public static String several(long policies, int times) {
        return policies + (policies == 1 ? " policy was" : " policies were")
                + " changed by somebody other than ecr-bot"
                + (policies == times ? ":" : ", " + times + " times in all:");
    }

    public static String more(int many) {
        return "And " + many + " more: “/ecr audit foreign” lists them.";
    }
}

package dev.ecrbot.command;

import static java.util.stream.Collectors.joining;

import dev.ecrbot.command.word.Word;
import dev.ecrbot.problem.Choice;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;

/** Checks how many words a command has against how many it takes. */
final class WordCount {
    private final Examples examples;
    private final AccessWord access;

    WordCount(Examples examples, AccessWord access) {
        this.examples = examples;
        this.access = access;
    }

    /** Returns the only word that the command takes. */
    String only(Verb verb, List<Word> rest, String what) {
        if (rest.isEmpty()) {
            throw missing(verb, what);
        }
        atMost(verb, rest, 1);
        return rest.get(0).text();
    }

    /** Checks that access, repository and account are there, perhaps a role, and nothing else. */
    List<Word> places(Verb verb, List<Word> places) {
        if (places.size() < 3 && places.stream().limit(1).anyMatch(WordCount::isName)) {
            throw missing(verb, "access, which is " + Choice.of(accesses(verb)) + ",");
        }
        switch (places.size()) {
            case 0 -> throw missing(verb, "access, which is " + Choice.of(accesses(verb)) + ",");
            case 1 -> throw missing(verb, "repository");
            case 2 -> throw missing(verb, "account, which says who it is about,");
            default -> atMost(verb, places, 4);
        }
        return places;
    }

    /** No access word looks like this. */
    private static boolean isName(Word word) {
        return word.text().contains("/") || word.text().startsWith("arn:");
    }

    private List<String> accesses(Verb verb) {
        return verb == Verb.REVOKE ? access.revocable() : access.words();
    }

    private ProblemException missing(Verb verb, String what) {
        return new ProblemException(CommandProblems.missing(what, takesId(verb), examples.of(verb)));
    }

    private static boolean takesId(Verb verb) {
        return switch (verb) {
            case EXTEND, END, UNDO, CANCEL, SHOW -> true;
            default -> false;
        };
    }

    /** Checks that so many words are there; {@code what} names them in their order. */
    List<Word> atLeast(Verb verb, List<Word> words, int least, List<String> what) {
        if (words.size() < least) {
            throw missing(verb, what.get(words.size()));
        }
        return words;
    }

    List<Word> atMost(Verb verb, List<Word> words, int most) {
        if (words.size() > most) {
            String extra =
                    words.subList(most, words.size()).stream().map(Word::text).collect(joining(" "));
            boolean takesReason = verb == Verb.GRANT
                    || verb == Verb.BREAKGLASS
                    || verb == Verb.REVOKE
                    || verb == Verb.EXTEND
                    || verb == Verb.UNDO;
            throw new ProblemException(
                    CommandProblems.tooMuch(verb.word(), extra, takesReason, takesId(verb), examples.of(verb)));
        }
        return words;
    }
}

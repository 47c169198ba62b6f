package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the reason begins, and what it is, as a command says it; or the end of the words, and nothing.
 *
 * @param at the first word that is no longer said of the change
 */
record LooseReason(int at, String text) {
    private static final Set<String> MARKERS = Set.of(
            "reason", "bc", "b/c", "cause", "cuz", "coz", "becuase", "beacuse", "becasue", "becaus", "bcs", "wegen",
            "weil");
    private static final Pattern DASH = Pattern.compile("[-:\\u2013\\u2014]{1,3}");
    private static final String EDGES = ",;:-";
    /** As it begins one in a program; a ticket's number has no blank behind its sign. */
    private static final Pattern COMMENT = Pattern.compile(" {0,9}(?://|#{1,3} )");

    /** What a change is, at the least: which access, on what, for whom. */
    private static final int FEWEST_BEFORE = 3;

    /** What begins, repeats or goes on at another time is no reason, and can't be asked for in a sentence either. */
    private static final Set<String> OF_TIME = Set.of(
            "start",
            "starting",
            "starts",
            "begin",
            "beginning",
            "from",
            "after",
            "before",
            "until",
            "till",
            "til",
            "later",
            "today",
            "tonight",
            "tomorrow",
            "every",
            "each",
            "daily",
            "weekly",
            "days",
            "weeks",
            "hours",
            "months");

    /** “Prod is down” is why, and asks nothing. */
    private static final Set<String> OF_A_STATE = Set.of("is", "are", "was", "has");

    /** Finds one that is marked as such: by a word, by a colon, or by a dash. */
    static LooseReason marked(List<Word> words, CommandText text, Predicate<Word> name) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).is("because")) {
                return new LooseReason(i, " because " + text.words(words.get(i).end()));
            }
        }
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            List<Word> rest = words.subList(i + 1, words.size());
            if (!word.quoted() && MARKERS.contains(bare(Fillers.lower(word))) && !rest.isEmpty()) {
                return new LooseReason(
                        i, because(rest.get(0).is("is") ? text.words(rest.get(0).end()) : text.words(word.end())));
            }
            boolean dash = DASH.matcher(word.text()).matches();
            boolean colon = word.text().endsWith(":") && !word.text().startsWith("-");
            int before = dash ? i : i + 1;
            if (!word.quoted() && (dash || colon) && before >= FEWEST_BEFORE && reads(rest, name)) {
                return new LooseReason(before, because(text.words(word.end())));
            }
        }
        return quoted(words, name).orElseGet(() -> new LooseReason(words.size(), ""));
    }

    /** Several words in quotes at the end are no name, unless a role is to follow there: that would be for a whole account. */
    private static Optional<LooseReason> quoted(List<Word> words, Predicate<Word> name) {
        int last = words.size() - 1;
        return last >= FEWEST_BEFORE
                        && !name.test(Sentence.unmarked(words.get(last - 1)))
                        && words.get(last).quoted()
                        && words.get(last).text().contains(" ")
                ? Optional.of(new LooseReason(last, because(words.get(last).text())))
                : Optional.empty();
    }

    /** Returns whether a word leads over to a reason. */
    static boolean begins(Word word) {
        return word.is("because") || MARKERS.contains(bare(Fillers.lower(word)));
    }

    /** Returns whether a word says when, or how often. */
    static boolean ofTime(Word word) {
        return OF_TIME.contains(Fillers.lower(word));
    }

    /** Returns whether these words can be a reason, and nothing of the change: no name, no access, no time, no turn in it. */
    static boolean reads(List<Word> words, Predicate<Word> name) {
        return !words.isEmpty() && words.stream().noneMatch(word -> ofTheChange(word, name));
    }

    private static boolean ofTheChange(Word word, Predicate<Word> name) {
        Word plain = Sentence.unmarked(word);
        return name.test(plain)
                || plain.text().contains("/")
                || plain.text().startsWith("arn:")
                || (Fillers.turns(plain) && !OF_A_STATE.contains(Fillers.lower(plain)))
                || Fillers.neverOneName(plain)
                || ofTime(plain);
    }

    /** Returns the words as a reason, without what leads over to it. */
    static String because(String said) {
        Matcher comment = COMMENT.matcher(said);
        int from = comment.lookingAt() ? comment.end() : 0;
        while (from < said.length() && (EDGES.indexOf(said.charAt(from)) >= 0 || said.charAt(from) == ' ')) {
            from++;
        }
        String reason = said.substring(from).strip();
        return reason.isEmpty() ? "" : " because " + reason;
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && (EDGES.indexOf(word.charAt(from)) >= 0 || word.charAt(from) == '(')) {
            from++;
        }
        while (to > from && EDGES.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }
}

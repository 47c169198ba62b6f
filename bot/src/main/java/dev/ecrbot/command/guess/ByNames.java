package dev.ecrbot.command.guess;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Which;
import dev.ecrbot.command.word.Reason;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what somebody wants to extend, end, undo, take back or shorten who names no request, but what it is about: “extend sales on
 * payments/api by a week”. What comes of it is a choice, so that words which say nothing do no harm.
 */
record ByNames(CommandParser exact, Guesses guesses) {
    private static final Map<String, Which.Step> STEPS = Map.ofEntries(
            Map.entry("extend", Which.Step.EXTEND),
            Map.entry("renew", Which.Step.EXTEND),
            Map.entry("prolong", Which.Step.EXTEND),
            Map.entry("lengthen", Which.Step.EXTEND),
            Map.entry("end", Which.Step.END),
            Map.entry("finish", Which.Step.END),
            Map.entry("terminate", Which.Step.END),
            Map.entry("undo", Which.Step.UNDO),
            Map.entry("revert", Which.Step.UNDO),
            Map.entry("rollback", Which.Step.UNDO),
            Map.entry("cancel", Which.Step.CANCEL),
            Map.entry("withdraw", Which.Step.CANCEL),
            Map.entry("abort", Which.Step.CANCEL),
            Map.entry("shorten", Which.Step.SHORTEN));

    /** Words that a slip can be meant as; short ones are too near to others. */
    private static final List<String> LONG =
            STEPS.keySet().stream().filter(word -> word.length() > 4).sorted().toList();

    private static final Pattern ID = Pattern.compile("req-.*|(?=.*[0-9])[0-9a-hjkmnp-tv-z]{8}");
    private static final Set<String> AGAINST =
            Set.of("not", "no", "never", "don't", "dont", "without", "nobody", "but", "except", "unless");
    private static final Set<String> SAYS_NOTHING = Set.of(
            "request",
            "requests",
            "ask",
            "grant",
            "grants",
            "it",
            "its",
            "them",
            "one",
            "that's",
            "which",
            "again",
            "mind",
            "asap",
            "still",
            "end",
            "expiry",
            "more",
            "longer",
            "so",
            "it's");

    private static final String BECAUSE = " because ";
    /** They stand between a number and its unit: “2 more weeks”. */
    private static final Set<String> BETWEEN = Set.of("more", "further", "additional", "extra");

    private static final Set<String> ON_TOP = Set.of("more", "another", "further", "additional", "extra", "longer");

    private static boolean isId(String word) {
        return ID.matcher(word.toLowerCase(Locale.ROOT)).matches();
    }

    /** Returns whether the command names a request by what can't be its id, and so is a name of something else. */
    boolean misses(Command command) {
        return command instanceof Command.OfRequest of && (!isId(of.request()) || guesses.isAccount(of.request()));
    }

    /** Returns what is meant; empty where it is something else. */
    Optional<Command> read(String raw) {
        Sentence sentence = guesses.plain(raw);
        int first = 0;
        List<Word> all = sentence.words();
        while (first < all.size()
                && says(all.get(first))
                && step(all.get(first)).isEmpty()) {
            first++;
        }
        Optional<Which.Step> step = first < all.size() ? step(all.get(first)) : Optional.empty();
        List<Word> rest = step.isEmpty() ? List.of() : all.subList(first + 1, all.size());
        boolean against = rest.stream().anyMatch(word -> AGAINST.contains(Fillers.lower(word)));
        return step.isEmpty() || against || rest.size() > Which.MOST
                ? Optional.empty()
                : which(step.get(), rest, sentence.reason()).map(choice -> choice);
    }

    /** “Never mind, cancel …” takes nothing back of what follows. */
    private static boolean says(Word word) {
        return Fillers.filler(word) || word.is("never") || word.is("nevermind") || word.is("mind");
    }

    private static Optional<Which.Step> step(Word word) {
        if (word.quoted()) {
            return Optional.empty();
        }
        String lower = Fillers.lower(word);
        return Optional.ofNullable(STEPS.get(lower))
                .or(() -> Optional.of(lower)
                        .filter(typed -> typed.length() > 4)
                        .flatMap(typed -> Guess.near(typed, LONG))
                        .filter(near -> Guess.distance(near, lower) <= 1)
                        .map(STEPS::get));
    }

    private Optional<Which> which(Which.Step step, List<Word> rest, String reason) {
        List<Word> words = rest.stream()
                .filter(word -> !BETWEEN.contains(Fillers.lower(word)))
                .map(ByNames::whole)
                .map(ByNames::single)
                .toList();
        Optional<LooseEnd> end = guesses.end(new Sentence(Optional.empty(), 0, false, words, ""));
        Optional<String> said = end.map(LooseEnd::ends)
                .filter(ends -> ends.size() == 1)
                .map(ends -> ends.get(0))
                .filter(text -> !text.isBlank());
        Until until = said.map(this::exactly).orElseGet(Until.None::new);
        List<String> about = end.map(LooseEnd::rest).orElse(words).stream()
                .filter(this::saysWhat)
                .map(Word::text)
                .distinct()
                .toList();
        boolean more = until instanceof Until.In
                && rest.stream().map(Fillers::lower).anyMatch(word -> ON_TOP.contains(word) || word.equals("by"));
        boolean read =
                said.isPresent() == (step == Which.Step.EXTEND && !until.text().isEmpty()) && end.isPresent();
        // What is wrong with a line that names a request is told better than by a choice of one.
        return about.stream().anyMatch(word -> word.startsWith("req-")) && !(read && about.size() == 1)
                ? Optional.empty()
                : Optional.of(new Which(step, about, until, more, said(reason)));
    }

    /** “ci-deployer's access” is said of ci-deployer. */
    private static Word whole(Word word) {
        String text = word.text().replace("\"", "");
        for (String ending : List.of("'s", "'")) {
            if (!word.quoted() && text.endsWith(ending)) {
                return new Word(text.substring(0, text.length() - ending.length()), word.end(), false);
            }
        }
        return new Word(text, word.end(), word.quoted());
    }

    /** “Another week” is a week. */
    private static Word single(Word word) {
        return word.is("another") ? new Word("a", word.end(), false) : word;
    }

    private boolean saysWhat(Word word) {
        String lower = Fillers.lower(word);
        boolean name = guesses.isAccount(word.text()) || word.quoted();
        return !word.text().isBlank()
                && (name
                        || (!Fillers.filler(word)
                                && !SAYS_NOTHING.contains(lower)
                                && !ON_TOP.contains(lower)
                                && !LooseEnd.begins(word)));
    }

    private Until exactly(String end) {
        try {
            return exact.end(new Line(end.strip()).sent());
        } catch (ProblemException e) {
            return new Until.None();
        }
    }

    private static Optional<String> said(String reason) {
        return Optional.of(reason)
                .filter(text -> text.startsWith(BECAUSE))
                .map(text -> text.substring(BECAUSE.length()))
                .filter(text -> !text.isBlank() && text.length() <= Reason.LONGEST);
    }
}

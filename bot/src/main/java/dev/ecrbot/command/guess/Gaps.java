package dev.ecrbot.command.guess;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Examples;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.problem.EndProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.SentenceProblems;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what keeps a sentence that asks for access from being read, where all that the grammar has to say of it is that it begins
 * with no command. Immutable.
 */
final class Gaps {
    private static final Problem UNKNOWN_USE = SentenceProblems.pastUseUnknown();

    private final CommandParser exact;
    private final Names names;
    private final Examples examples;
    private final Guesses guesses;

    Gaps(CommandParser exact, Names names, Guesses guesses) {
        this.exact = exact;
        this.names = names;
        this.examples = new Examples(names);
        this.guesses = guesses;
    }

    /** Returns it; empty where nothing of access is said, or nothing better can be told than what the grammar says. */
    Optional<Problem> of(String raw) {
        try {
            if (Topics.ofUse(words(raw))) {
                return Optional.of(UNKNOWN_USE);
            }
            boolean turned = guesses.sentence(raw).words().stream().anyMatch(Fillers::turns);
            Optional<Problem> asked = (turned ? List.<String>of() : Questions.lines(plain(raw)))
                    .stream().flatMap(line -> problem(line).stream()).findFirst();
            return asked.or(() -> of(guesses.sentence(raw)));
        } catch (ProblemException e) {
            // A character that nobody sees: the grammar has told of it.
            return Optional.empty();
        }
    }

    private static String plain(String raw) {
        return String.join(" ", words(raw).stream().map(Word::text).toList());
    }

    private static List<Word> words(String raw) {
        return Word.of(CommandText.of(raw)).stream().map(Sentence::unmarked).toList();
    }

    private Optional<Problem> of(Sentence sentence) {
        Verb verb = sentence.verb().orElse(Verb.GRANT);
        if (verb != Verb.GRANT && verb != Verb.REVOKE) {
            // “Could you extend …”: what is wrong with what follows the pleasantries.
            return sentence.before() > 0
                    ? problem(verb.word() + said(sentence.words()))
                    : ofAccess(sentence) ? turn(sentence.words()) : Optional.empty();
        }
        return ofAccess(sentence) ? Optional.of(gap(sentence, verb)) : Optional.empty();
    }

    private boolean ofAccess(Sentence sentence) {
        boolean alone = sentence.words().size() == 1
                && sentence.before() > 1
                && sentence.words().get(0).text().contains("/");
        return alone || (sentence.words().size() > 1 && ofAccess(sentence.words()));
    }

    private boolean ofAccess(List<Word> words) {
        return words.stream()
                .anyMatch(word -> guesses.isAccess(word)
                        || guesses.isAccount(word.text())
                        || word.text().contains("/"));
    }

    /** Returns whether a second command begins among the words. */
    private boolean goesOn(List<Word> words) {
        return IntStream.range(0, words.size() - 1)
                .anyMatch(at -> Verb.byWord(Fillers.lower(words.get(at)))
                                .filter(verb -> verb == Verb.GRANT || verb == Verb.REVOKE)
                                .isPresent()
                        && !words.get(at).quoted()
                        && guesses.isAccess(words.get(at + 1)));
    }

    private Problem gap(Sentence sentence, Verb verb) {
        if (sentence.words().stream().noneMatch(Fillers::turns) && goesOn(sentence.words())) {
            return SentenceProblems.severalCommands();
        }
        Optional<LooseEnd> end = guesses.end(sentence);
        List<Word> rest = end.map(LooseEnd::rest).orElse(sentence.words());
        List<Word> access = guesses.access(rest);
        if (access.size() > 1) {
            return SentenceProblems.severalAccesses(texts(access), examples.of(verb));
        }
        if (end.isEmpty()) {
            return EndProblems.notTold();
        }
        Optional<Problem> turn = turn(rest);
        return turn.isPresent() ? turn.get() : named(sentence, verb, end.get());
    }

    private Optional<Problem> turn(List<Word> words) {
        return words.stream()
                .filter(Fillers::turns)
                // “Do not” is said of the “not”.
                .min(Comparator.comparing(word -> word.is("do")))
                .map(word ->
                        SentenceProblems.unclearWord(word.text(), examples.of(Verb.GRANT), examples.of(Verb.REVOKE)));
    }

    private Problem named(Sentence sentence, Verb verb, LooseEnd end) {
        Optional<Word> several =
                end.rest().stream().filter(Fillers::neverOneName).findFirst();
        if (several.isPresent()) {
            return SentenceProblems.notOneName(several.get().text(), examples.of(verb));
        }
        if (end.rest().stream().anyMatch(Naming::isService)) {
            return SentenceProblems.serviceOrRole();
        }
        Optional<String> start = guesses.start(sentence, end.rest());
        if (start.isEmpty()) {
            return SentenceProblems.accessNotSaid(names.accesses().words(), examples.of(verb));
        }
        List<String> said =
                guesses.naming(sentence, end.rest()).map(Naming::all).orElse(List.of());
        return said.size() < 2
                ? missing(said, verb)
                : closest(start.get(), sentence, end).orElseGet(() -> unplaced(said, verb));
    }

    private Problem missing(List<String> said, Verb verb) {
        boolean whom = said.stream().anyMatch(guesses::isAccount);
        if (said.isEmpty()) {
            return SentenceProblems.placesMissing(examples.of(verb));
        }
        return whom
                ? SentenceProblems.repositoryMissing(examples.of(verb))
                : SentenceProblems.accountMissing(examples.of(verb));
    }

    /** Returns what is wrong with the likeliest reading: the one whose repository looks like one. */
    private Optional<Problem> closest(String start, Sentence sentence, LooseEnd end) {
        return guesses.naming(sentence, end.rest()).stream()
                .flatMap(naming -> naming.readings(guesses::isAccount).stream())
                .sorted((one, other) -> Boolean.compare(isPath(other), isPath(one)))
                .flatMap(reading -> problem(start + reading + end.ends().get(0) + sentence.reason()).stream())
                .findFirst();
    }

    private static boolean isPath(String reading) {
        return reading.substring(0, reading.indexOf(' ')).contains("/");
    }

    private Problem unplaced(List<String> said, Verb verb) {
        if (said.stream().anyMatch(LooseEnd::saysWhen)) {
            return EndProblems.notTold();
        }
        List<String> odd = said.stream()
                .filter(name -> !name.contains("/") && !guesses.isAccount(name))
                .toList();
        return SentenceProblems.unclearNames(odd.isEmpty() ? said : odd, examples.of(verb));
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).distinct().toList();
    }

    private static String said(List<Word> words) {
        return String.join(
                "", words.stream().map(word -> " " + Naming.quoted(word)).toList());
    }

    private Optional<Problem> problem(String line) {
        return exact.parse(new Line(line).sent())
                .visit(understood -> Optional.empty(), misunderstood -> Optional.of(misunderstood.problem()));
    }
}

package dev.ecrbot.command.guess;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Examples;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.problem.Choice;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what keeps a sentence that asks for access from being read, where all that the grammar has to say of it is that it begins
 * with no command. Immutable.
 */
final class Gaps {
    private static final int SHOWN = 3;
    private static final Problem UNKNOWN_USE = new Problem(
            Code.COMMAND_UNKNOWN,
            "ecr-bot knows who may pull and push, and not who did: neither policies nor its records say that.",
            "CloudTrail in the registry’s account has it, as BatchGetImage and PutImage. Who may: /ecr who pull, and the repository.");

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
        return sentence.words().size() > 1
                && sentence.words().stream()
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
            return gap(
                    "Several commands stand in one line, so nothing was asked for.",
                    "Send one after the other. What differs in a name only can be one command with a list:"
                            + " payments/api,payments/worker.");
        }
        Optional<LooseEnd> end = guesses.end(sentence);
        List<Word> rest = end.map(LooseEnd::rest).orElse(sentence.words());
        List<Word> access = guesses.access(rest);
        if (access.size() > 1) {
            return gap(
                    "Several kinds of access are named: " + list(access) + ".",
                    "Name one; push includes pull. For example: " + examples.of(verb));
        }
        if (end.isEmpty()) {
            return new Problem(
                    Code.DURATION_MALFORMED,
                    "It can't be told when the access is to end, so nothing was asked for.",
                    "Write one end: a date, until 2026-12-31 or until 2026-12-31 18:00, or how long, for 7d.");
        }
        Optional<Problem> turn = turn(rest);
        return turn.isPresent() ? turn.get() : named(sentence, verb, end.get());
    }

    private Optional<Problem> turn(List<Word> words) {
        return words.stream()
                .filter(Fillers::turns)
                .findFirst()
                .map(word -> gap(
                        "With “" + word.text() + "” in it, that can mean different things, so nothing was asked for.",
                        "Say it as one command. To give access: " + examples.of(Verb.GRANT) + " – to take it away: "
                                + examples.of(Verb.REVOKE)));
    }

    private Problem named(Sentence sentence, Verb verb, LooseEnd end) {
        Optional<Word> several =
                end.rest().stream().filter(Fillers::neverOneName).findFirst();
        if (several.isPresent()) {
            return gap(
                    "“" + several.get().text() + "” can't be asked for: each ask names its repositories and accounts.",
                    "A pattern such as payments/* stands for many repositories. For example: " + examples.of(verb));
        }
        Optional<String> start = guesses.start(sentence, end.rest());
        if (start.isEmpty()) {
            return gap(
                    "It isn't said which access: " + Choice.of(names.accesses().words()) + ".",
                    "For example: " + examples.of(verb));
        }
        List<String> said =
                guesses.naming(sentence, end.rest()).map(Naming::all).orElse(List.of());
        return said.size() < 2
                ? missing(said, verb)
                : closest(start.get(), sentence, end).orElseGet(() -> unplaced(said, verb));
    }

    private Problem missing(List<String> said, Verb verb) {
        boolean whom = said.stream().anyMatch(guesses::isAccount);
        String what = said.isEmpty()
                ? "The repository and the account are missing."
                : whom ? "The repository is missing." : "The account, which says who it is about, is missing.";
        return gap(what, "For example: " + examples.of(verb));
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
        List<String> odd = said.stream()
                .filter(name -> !name.contains("/") && !guesses.isAccount(name))
                .toList();
        return gap(
                "It can't be told what each of these is: " + shown(odd.isEmpty() ? said : odd) + ".",
                "Leave out what isn't needed, put “because” before the reason, and write lists without blanks, as in"
                        + " ci-deployer,nightly-build. For example: " + examples.of(verb));
    }

    private static String shown(List<String> words) {
        var some = new ArrayList<>(
                words.stream().limit(SHOWN).map(word -> "“" + word + "”").toList());
        if (words.size() > SHOWN) {
            some.add("and " + (words.size() - SHOWN) + " more");
        }
        return String.join(", ", some);
    }

    private static String list(List<Word> words) {
        return shown(words.stream().map(Word::text).distinct().toList());
    }

    private static String said(List<Word> words) {
        return String.join(
                "", words.stream().map(word -> " " + Naming.quoted(word)).toList());
    }

    private Optional<Problem> problem(String line) {
        return exact.parse(new Line(line).sent())
                .visit(understood -> Optional.empty(), misunderstood -> Optional.of(misunderstood.problem()));
    }

    private static Problem gap(String what, String next) {
        return new Problem(Code.COMMAND_MALFORMED, what, next);
    }
}

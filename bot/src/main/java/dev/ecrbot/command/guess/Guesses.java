package dev.ecrbot.command.guess;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every command that gives or takes access and that a sentence can mean. Immutable. */
final class Guesses {
    private static final int MOST_WORDS = 40;
    private static final String DASHED = "[0-9]{4}-[0-9]{4}-[0-9]{4}";

    private final CommandParser exact;
    private final Names names;
    private final Clock clock;
    private final Predicate<Command> possible;

    Guesses(CommandParser exact, Names names, Clock clock, Predicate<Command> possible) {
        this.exact = exact;
        this.names = names;
        this.clock = clock;
        this.possible = possible;
    }

    /** Returns what in an exact line looks rather like a part of a sentence than like a name; empty if nothing does. */
    Optional<Doubt> doubt(String raw) {
        List<Word> words = sentence(raw).words();
        Optional<LooseEnd> end = LooseEnd.in(words, today());
        List<Word> places = end.map(LooseEnd::rest).orElse(words);
        Stream<Word> inPlaceOfNames = places.stream()
                .skip(1)
                .filter(word -> !isAccount(word.text()) && (Fillers.hardlyAName(word) || isAccess(word)));
        Stream<Word> accounts = places.stream().skip(3).filter(word -> !word.quoted() && isAccount(word.text()));
        Stream<Word> bare =
                words.stream().filter(word -> end.map(LooseEnd::bare).orElse(true) && !places.contains(word));
        return Stream.of(bare, accounts, inPlaceOfNames)
                .flatMap(found -> found)
                .map(word -> new Doubt(word.text(), !Fillers.aroundNames(word)))
                .max(Comparator.comparing(Doubt::strong));
    }

    /** Returns them, each with a line that says it exactly, in a map that can be added to. */
    Map<Command, Line> of(String raw) {
        var found = new LinkedHashMap<Command, Line>();
        Sentence sentence = sentence(raw);
        Optional<LooseEnd> end = LooseEnd.in(sentence.words(), today());
        if (sentence.words().size() > MOST_WORDS || end.isEmpty() || isBrokenOff(sentence.words())) {
            return found;
        }
        List<Word> access = end.get().rest().stream().filter(this::isAccess).toList();
        boolean takesAll = sentence.verb().filter(Verb.REVOKE::equals).isPresent();
        List<Word> others = end.get().rest().stream()
                .filter(word -> !isAccess(word) && !(takesAll && word.is("all")))
                .toList();
        Optional<String> start = start(sentence, access);
        Optional<Naming> naming = Naming.in(others, this::isAccount);
        if (start.isPresent() && naming.isPresent()) {
            for (String reading : naming.get().readings(this::isAccount)) {
                end.get().ends().forEach(until -> {
                    var line = new Line(start.get() + reading + until + sentence.reason());
                    found.putAll(exactly(line, start.get()));
                });
            }
        }
        return found;
    }

    /** An end was meant, or an option, of which nobody can tell what it was. */
    private static boolean isBrokenOff(List<Word> words) {
        boolean open = !words.isEmpty()
                && (words.get(words.size() - 1).is("for")
                        || words.get(words.size() - 1).is("until"));
        return open
                || words.stream().anyMatch(word -> !word.quoted() && word.text().startsWith("-"));
    }

    /** Returns whether a text begins as one that gives or takes access. */
    boolean asksForAChange(String raw) {
        try {
            return sentence(raw)
                    .verb()
                    .filter(verb -> verb == Verb.GRANT || verb == Verb.REVOKE)
                    .isPresent();
        } catch (ProblemException e) {
            // Terminals put characters that nobody sees into what is copied from them.
            return false;
        }
    }

    private Sentence sentence(String raw) {
        return Sentence.of(CommandText.of(raw), word -> isAccess(word) || isAccount(word.text()));
    }

    /** Returns how the command begins. What a grant gives has to be said; a revocation without it takes all. */
    private static Optional<String> start(Sentence sentence, List<Word> access) {
        Verb verb = sentence.verb().orElse(Verb.GRANT);
        boolean change = verb == Verb.GRANT || verb == Verb.REVOKE;
        if (!change || access.size() > 1 || (verb == Verb.GRANT && access.isEmpty())) {
            return Optional.empty();
        }
        String word = access.stream().findFirst().map(Fillers::lower).orElse("all");
        return Optional.of(verb.word() + (sentence.instead() ? " instead " : " ") + word + " ");
    }

    private Map<Command, Line> exactly(Line line, String start) {
        Map<Command, Line> read = parsed(line);
        if (!read.isEmpty() || names.registries().size() < 2) {
            return read;
        }
        var found = new LinkedHashMap<Command, Line>();
        names.registries().keySet().stream()
                .map(registry -> new Line(start + registry + ":" + line.text().substring(start.length())))
                .flatMap(one -> parsed(one).entrySet().stream())
                .filter(entry -> possible.test(entry.getKey()))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private Map<Command, Line> parsed(Line line) {
        return exact.parse(line.sent())
                .<Map<Command, Line>>visit(understood -> Map.of(understood.command(), line), misunderstood -> Map.of());
    }

    private boolean isAccess(Word word) {
        return !word.quoted() && names.accesses().byWord(Fillers.lower(word)).isPresent();
    }

    private boolean isAccount(String text) {
        return names.account(text).isPresent()
                || names.organization(text).isPresent()
                || AccountId.parse(text.matches(DASHED) ? text.replace("-", "") : text)
                        .isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

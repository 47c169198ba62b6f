package dev.ecrbot.command.guess;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.AccountId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every command that gives or takes access and that a sentence can mean. Immutable. */
final class Guesses {
    private static final int MOST_WORDS = 40;
    private static final String DASHED = "[0-9]{4}-[0-9]{4}-[0-9]{4}";

    private static final Pattern EDGE_SLASHES = Pattern.compile("^/++|(?<!/)/++$");

    private final CommandParser exact;
    private final Names names;
    private final Clock clock;
    private final Predicate<Command> possible;
    private final Home home;
    private final SaidAccess access;
    private final Kinds kinds;

    Guesses(CommandParser exact, Names names, Clock clock, Predicate<Command> possible, Home home) {
        this.home = home;
        this.exact = exact;
        this.names = names;
        this.clock = clock;
        this.possible = possible;
        this.access = new SaidAccess(names.accesses(), this::isAccount);
        this.kinds = new Kinds(word -> isAccount(word.text()), access::isOne);
    }

    Kinds kinds() {
        return kinds;
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
        Stream<Word> marked = Sentence.typed(raw)
                .filter(word -> !word.text().equals(Sentence.unmarked(word).text()));
        Stream<Word> bare =
                words.stream().filter(word -> end.map(LooseEnd::bare).orElse(true) && !places.contains(word));
        return Stream.of(bare, marked, accounts, inPlaceOfNames)
                .flatMap(found -> found)
                .map(word -> new Doubt(word.text(), !Fillers.aroundNames(word)))
                .max(Comparator.comparing(Doubt::strong));
    }

    /** Returns them, each with a line that says it exactly, in a map that can be added to. */
    Map<Command, Line> of(String raw) {
        Sentence sentence = sentence(raw);
        Optional<LooseEnd> end = end(sentence);
        if (sentence.words().size() > MOST_WORDS || end.isEmpty() || sentence.isBrokenOff()) {
            return new LinkedHashMap<>();
        }
        Map<Command, Line> found = of(sentence, end.get());
        Optional<String> behind = reasonBehind(raw, sentence, end.get());
        // One word behind the end can be a role's name, unless a comma keeps it apart: then it may be both.
        if (behind.isPresent() && (found.isEmpty() || isApart(raw, end.get()))) {
            found.putAll(of(sentence.because(behind.get()), end.get().alone()));
        }
        if (sentence.reason().isEmpty()) {
            boolean none = found.isEmpty();
            AfterComma.in(CommandText.of(raw), kinds, today()).stream()
                    .filter(why -> why.oneWord() != none)
                    .forEach(why -> found.putAll(of(why)));
        }
        return found;
    }

    private Map<Command, Line> of(AfterComma why) {
        Sentence before = sentence(new Line(why.before()).sent());
        return end(before).map(end -> of(before.because(why.reason()), end)).orElse(Map.of());
    }

    private Map<Command, Line> of(Sentence sentence, LooseEnd end) {
        var found = new LinkedHashMap<Command, Line>();
        Optional<String> start = start(sentence, end.rest());
        Optional<Naming> naming = naming(sentence, end.rest());
        if (start.isPresent() && naming.isPresent()) {
            for (String reading : naming.get().readings(this::isAccount)) {
                end.ends().forEach(until -> {
                    Map<Command, Line> read = exactly(line(start.get(), reading, until, sentence), start.get());
                    found.putAll(
                            read.isEmpty()
                                    ? exactly(line(start.get(), lowered(reading), until, sentence), start.get())
                                    : read);
                });
            }
        }
        return found;
    }

    private static Line line(String start, String reading, String until, Sentence sentence) {
        return new Line(start + reading + until + sentence.reason());
    }

    /** A repository's name has small letters only, however loud it was typed, and no slash at its edges. */
    private static String lowered(String reading) {
        int blank = reading.indexOf(' ');
        String name = reading.substring(0, blank).toLowerCase(Locale.ROOT);
        return EDGE_SLASHES.matcher(name).replaceAll("") + reading.substring(blank);
    }

    /** Returns the end that the sentence has, and its other words, with lists written as the grammar has them. */
    Optional<LooseEnd> end(Sentence sentence) {
        List<Word> words = Joined.once(sentence.words(), word -> id(word.text()));
        return LooseEnd.in(Joined.lists(words, kinds), today());
    }

    /** What stands behind an end, and isn't said of the change, is why. */
    private Optional<String> reasonBehind(String raw, Sentence sentence, LooseEnd end) {
        boolean reads =
                end.upTo().isPresent() && sentence.reason().isEmpty() && LooseReason.reads(end.behind(), kinds::known);
        return reads
                ? Optional.of(
                        LooseReason.because(CommandText.of(raw).words(end.upTo().getAsInt())))
                : Optional.empty();
    }

    private static boolean isApart(String raw, LooseEnd end) {
        return end.upTo().isPresent()
                && CommandText.of(raw).plain().charAt(end.upTo().getAsInt() - 1) == ',';
    }

    /** Returns the names in it, without the words for access. */
    Optional<Naming> naming(Sentence sentence, List<Word> rest) {
        List<Word> said = access(rest);
        boolean takesAll = takes(sentence);
        return Naming.in(
                rest.stream()
                        .filter(word -> !said.contains(word) && !(takesAll && word.is("all")))
                        .toList(),
                this::isAccount);
    }

    private static boolean takes(Sentence sentence) {
        return sentence.verb().filter(Verb.REVOKE::equals).isPresent();
    }

    /** Returns the words for access; where there is none, one that nearly is. */
    List<Word> access(List<Word> rest) {
        return access.in(rest);
    }

    Sentence sentence(String raw) {
        return Sentence.of(CommandText.of(raw), kinds);
    }

    /** Returns the words as they stand, none of them taken for the verb, and why. */
    Sentence plain(String raw) {
        return Sentence.plain(CommandText.of(raw), kinds);
    }

    /** Returns how the command begins. What a grant gives has to be said; a revocation without it takes all. */
    Optional<String> start(Sentence sentence, List<Word> rest) {
        List<Word> said = access(rest);
        Verb verb = sentence.verb().orElse(Verb.GRANT);
        boolean change = verb == Verb.GRANT || verb == Verb.REVOKE;
        if (!change || said.size() > 1 || (verb == Verb.GRANT && said.isEmpty())) {
            return Optional.empty();
        }
        String word = said.stream().findFirst().map(access::meant).orElse("all");
        return Optional.of(verb.word() + (sentence.instead() ? " instead " : " ") + word + " ");
    }

    private Map<Command, Line> exactly(Line line, String start) {
        Map<Command, Line> read = parsed(line);
        if (!read.isEmpty() || names.registries().size() < 2) {
            return read;
        }
        String rest = line.text().substring(start.length());
        Map<Command, Line> there =
                home.named(rest).map(full -> parsed(new Line(start + full))).orElse(Map.of());
        if (!there.isEmpty()) {
            return there;
        }
        var found = new LinkedHashMap<Command, Line>();
        names.registries().keySet().stream()
                .map(registry -> new Line(start + registry + ":" + rest))
                .flatMap(one -> parsed(one).entrySet().stream())
                .filter(entry -> possible.test(entry.getKey()))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private Map<Command, Line> parsed(Line line) {
        return exact.parse(line.sent())
                .<Map<Command, Line>>visit(understood -> Map.of(understood.command(), line), misunderstood -> Map.of());
    }

    boolean isAccess(Word word) {
        return access.isOne(word);
    }

    /** Returns whether it is an account, an organization, or a list of some. */
    boolean isAccount(String text) {
        return text.indexOf(',') < 0
                ? isOneAccount(text)
                : Stream.of(text.split(",", -1)).allMatch(this::isOneAccount);
    }

    private boolean isOneAccount(String text) {
        return names.organization(text).isPresent() || id(text).isPresent();
    }

    private Optional<AccountId> id(String text) {
        return names.account(text).or(() -> AccountId.parse(text.matches(DASHED) ? text.replace("-", "") : text));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

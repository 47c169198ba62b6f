package dev.ecrbot.command.guess;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.Several;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.SentenceProblems;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads what people type who don't know the grammar. It makes exact lines of a sentence, in every order that its names can
 * have, and has the exact parser read them: where these mean more than one thing, nothing is guessed. Takes any text
 * whatever and never throws. Immutable; can be used from many threads.
 */
public final class LenientParser {
    private static final int LONGEST = 1_500;
    private static final int MOST_WORDS = 5;
    private static final Set<Code> PLACES =
            EnumSet.of(Code.ACCESS_UNKNOWN, Code.ACCOUNT_UNKNOWN, Code.REPOSITORY_MALFORMED);
    /** These begin commands, and sentences as well. */
    private static final Pattern ASKING = Pattern.compile(
            "\\s*(?:can (?:i|we|you|u|my|our|somebody)|access (?:to|on|for))\\s", Pattern.CASE_INSENSITIVE);

    private final CommandParser exact;
    private final Lookup lookup;
    private final ByNames byNames;
    private final Guesses guesses;
    private final Slips slips;
    private final Gaps gaps;

    /**
     * @param possible whether a rule speaks of such a command; asked where it is to be found out which of several registries
     *     somebody means
     */
    public LenientParser(CommandParser exact, Names names, Clock clock, Predicate<Command> possible) {
        this(exact, names, clock, possible, name -> List.of());
    }

    /**
     * As the other.
     *
     * @param homes tells of a repository's name under which full names there are some; asked where several registries are configured
     */
    public LenientParser(
            CommandParser exact,
            Names names,
            Clock clock,
            Predicate<Command> possible,
            Function<String, List<String>> homes) {
        var home = new Home(names, homes);
        this.exact = exact;
        this.guesses = new Guesses(exact, names, clock, possible, home);
        this.slips = new Slips(names, guesses.kinds());
        this.byNames = new ByNames(exact, guesses);
        this.lookup = new Lookup(exact, guesses::isAccount, home);
        this.gaps = new Gaps(exact, names, guesses);
    }

    /** Reads what stands after the slash command, as Slack hands it over. */
    public LineReading read(String raw) {
        return exact.parse(raw)
                .<LineReading>visit(
                        understood ->
                                named(raw, understood.command()).orElseGet(() -> checked(raw, understood.command())),
                        misunderstood -> inQuotes(raw)
                                .map(this::read)
                                .or(() -> guessed(raw))
                                .orElseGet(() -> unread(raw, misunderstood.problem())));
    }

    /** Returns what stands in the quotes around a whole command. */
    private static Optional<String> inQuotes(String raw) {
        try {
            List<Word> words = raw.length() > LONGEST ? List.of() : Word.of(CommandText.of(raw));
            return words.size() == 1
                            && words.get(0).quoted()
                            && words.get(0).text().contains(" ")
                    ? Optional.of(new Line(words.get(0).text()).sent())
                    : Optional.empty();
        } catch (ProblemException e) {
            // A character that nobody sees, or a quote without its other one: the problem says so.
            return Optional.empty();
        }
    }

    /** Where no command was written, the grammar can't say more than that; the sentence may. */
    private LineReading unread(String raw, Problem problem) {
        boolean sentence = raw.length() <= LONGEST
                && (problem.code() == Code.COMMAND_UNKNOWN
                        || ASKING.matcher(raw).lookingAt()
                        || crowded(raw, problem)
                        || lookup.asksWhoDid(raw));
        if (!sentence) {
            return new LineReading.Unread(problem);
        }
        Optional<Problem> gap = gaps.of(raw);
        return gap.isEmpty() && lookup.greets(raw)
                ? new LineReading.Exact(new Command.Help(Optional.empty()))
                : new LineReading.Unread(gap.orElse(problem));
    }

    /**
     * Of a grant with more words than it takes, the sentence says better what is wrong than their number does; and of one with
     * pleasantries in it, than that “to” is no account.
     */
    private boolean crowded(String raw, Problem problem) {
        try {
            List<Word> words = Word.of(CommandText.of(raw)).stream()
                    .takeWhile(word -> !word.is("because"))
                    .toList();
            boolean many = problem.code() == Code.COMMAND_MALFORMED && words.size() > MOST_WORDS;
            boolean polite = PLACES.contains(problem.code())
                    && words.stream().skip(1).anyMatch(word -> Fillers.filler(word) && !word.is("for"))
                    && (problem.code() != Code.ACCESS_UNKNOWN
                            || words.stream().skip(2).anyMatch(guesses::isAccess));
            return words.get(0).is("grant") && (many || polite);
        } catch (ProblemException e) {
            // A word of it can't be read at all, which the problem says.
            return false;
        }
    }

    /** Where a request's id is expected, people write what the request was about. */
    private Optional<LineReading> named(String raw, Command command) {
        return raw.length() <= LONGEST && byNames.misses(command)
                ? byNames.read(raw).map(LineReading.Exact::new)
                : Optional.empty();
    }

    /** An exact line with a role called “please” in it most likely isn't meant as one. */
    private LineReading checked(String raw, Command command) {
        if (raw.length() > LONGEST) {
            return new LineReading.Exact(command);
        }
        if (command instanceof Command.Status status
                && status.word().filter(Fillers::polite).isPresent()) {
            return new LineReading.Exact(
                    new Command.Status(status.target(), Optional.empty(), status.fresh(), status.page()));
        }
        if (!changes(command)) {
            boolean sentence = command instanceof Command.Status && lookup.leadsOver(raw);
            return new LineReading.Exact(sentence ? lookup.read(raw).orElse(command) : command);
        }
        Optional<Doubt> doubt = guesses.doubt(raw);
        if (doubt.isEmpty()) {
            return new LineReading.Exact(command);
        }
        Map<Command, Line> readings = guesses.of(raw);
        if (readings.isEmpty()) {
            return doubt.get().strong()
                    ? new LineReading.Unread(doubt.get().problem())
                    : new LineReading.Exact(command);
        }
        if (!doubt.get().strong()) {
            readings.putIfAbsent(command, new Line(command.text()));
        }
        return one(readings);
    }

    private Optional<LineReading> guessed(String raw) {
        Optional<Command> pasted = PastedError.read(raw);
        if (pasted.isPresent() || raw.length() > LONGEST) {
            return pasted.map(LineReading.Exact::new);
        }
        try {
            Optional<Command> look = byNames.read(raw).or(() -> lookup.read(raw));
            if (look.isPresent()) {
                return look.map(LineReading.Exact::new);
            }
            Map<Command, Line> readings = guesses.of(isLoud(raw) ? raw.toLowerCase(Locale.ROOT) : raw);
            if (readings.isEmpty()) {
                slips.mended(raw).forEach(line -> readings.putAll(mended(line)));
            }
            return readings.isEmpty() ? Optional.empty() : Optional.of(one(readings));
        } catch (ProblemException e) {
            // A character that nobody sees: nothing is guessed of that.
            return Optional.empty();
        }
    }

    /** Where the key for capitals was left on, none of them is meant. */
    private static boolean isLoud(String raw) {
        return raw.codePoints().anyMatch(Character::isUpperCase)
                && raw.codePoints().noneMatch(Character::isLowerCase);
    }

    private Map<Command, Line> mended(Line line) {
        Map<Command, Line> guessed = guesses.of(line.sent());
        return guessed.isEmpty()
                ? exact.parse(line.sent())
                        .<Map<Command, Line>>visit(
                                understood ->
                                        changes(understood.command()) ? Map.of(understood.command(), line) : Map.of(),
                                misunderstood -> Map.of())
                : guessed;
    }

    private static boolean changes(Command command) {
        return command instanceof Command.Single || command instanceof Several;
    }

    private static LineReading one(Map<Command, Line> readings) {
        if (readings.size() == 1) {
            Map.Entry<Command, Line> only = readings.entrySet().iterator().next();
            return new LineReading.Meant(only.getKey(), only.getValue());
        }
        return new LineReading.Unread(SentenceProblems.severalWays(
                readings.values().stream().map(Line::text).toList()));
    }
}

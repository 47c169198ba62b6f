package dev.ecrbot.command.word;

import static dev.ecrbot.command.word.Misread.quote;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.time.DurationText;
import dev.ecrbot.time.DurationText.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what follows “for”: {@code 30m}, {@code 1h30m}, {@code 7 days}, {@code a week}. */
public final class DurationReader {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{7,}+[a-zA-Z]*+");
    private static final Pattern FRACTION = Pattern.compile("[0-9]*+[.,/½¼¾][0-9½¼¾]*+[a-zA-Z]*+");
    private static final Pattern FOREVER =
            Pattern.compile("ever|forever|always|good|unlimited|permanent|permanently|indefinitely");
    private static final Duration SHORTEST_UNIT = Duration.ofMinutes(1);
    private static final String NEXT = "Write it like 30m, 8h, 7d or 2w.";

    private DurationReader() {}

    public static Duration read(Cursor words) {
        if (!words.more() || words.peek(0).isEmpty()) {
            throw wrong("There is no duration after “for”.", NEXT);
        }
        Duration total = piece(words.next().text(), words);
        while (words.peek(0).filter(next -> continues(next, words)).isPresent()) {
            total = total.plus(piece(words.next().text(), words));
        }
        if (total.isZero()) {
            throw wrong("A duration of zero gives no access at all.", NEXT);
        }
        return total;
    }

    private static boolean continues(String next, Cursor words) {
        boolean number = NUMBER.matcher(next).matches()
                && words.peek(1).flatMap(DurationReader::unit).isPresent();
        List<Piece> pieces = DurationText.pieces(next);
        return number
                || (!pieces.isEmpty()
                        && pieces.stream().allMatch(piece -> unit(piece.unit()).isPresent()));
    }

    private static Duration piece(String word, Cursor words) {
        boolean article = word.equalsIgnoreCase("a") || word.equalsIgnoreCase("an") || word.equalsIgnoreCase("one");
        if (article || NUMBER.matcher(word).matches()) {
            String unit = words.peek(0).orElseThrow(() -> wrong(quote(word) + " has no unit.", NEXT));
            words.next();
            return times(article ? 1 : Integer.parseInt(word), unit);
        }
        List<Piece> pieces = DurationText.pieces(word);
        if (pieces.isEmpty()) {
            throw unreadable(word);
        }
        return pieces.stream().map(piece -> times(piece.number(), piece.unit())).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration times(int number, String typed) {
        return unit(typed).map(unit -> unit.multipliedBy(number)).orElseThrow(() -> badUnit(typed));
    }

    private static Optional<Duration> unit(String typed) {
        return DurationText.unit(typed).filter(unit -> unit.compareTo(SHORTEST_UNIT) >= 0);
    }

    private static ProblemException badUnit(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "m" -> wrong("“M” could be minutes or months.", "Write 30m for minutes, or 30d for a month.");
            case "mo", "mon", "month", "months", "y", "yr", "year", "years" ->
                wrong(
                        "Months and years are not all of one length.",
                        "Write days, for example 30d or 365d, or a date: until 2026-12-31.");
            case "s", "sec", "secs", "second", "seconds" -> wrong("Seconds are too short to be granted.", NEXT);
            default -> wrong(quote(typed) + " isn't a unit of time; it is m, h, d or w.", NEXT);
        };
    }

    private static ProblemException unreadable(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.startsWith("-")) {
            return wrong(quote(word) + " is negative: access can't end before it began.", NEXT);
        }
        if (FOREVER.matcher(lower).matches()) {
            return wrong(quote("for " + word) + " isn't a duration.", "Leave it out to ask for access without an end.");
        }
        if (FRACTION.matcher(word).matches()) {
            return wrong(quote(word) + " is a fraction; a duration has whole numbers.", "Write 36h, not 1.5d.");
        }
        if (LONG_NUMBER.matcher(word).matches()) {
            return End.tooFar(word);
        }
        return wrong(quote(word) + " isn't a duration.", NEXT + " If it is the reason, put “because” before it.");
    }

    private static ProblemException wrong(String what, String next) {
        return Misread.of(Code.DURATION_MALFORMED, what, next);
    }
}

package dev.ecrbot.command.word;

import dev.ecrbot.problem.EndProblems;
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

    private DurationReader() {}

    public static Duration read(Cursor words) {
        if (!words.more() || words.peek(0).isEmpty()) {
            throw new ProblemException(EndProblems.durationMissing());
        }
        Duration total = piece(words.next().text(), words);
        while (words.peek(0).filter(next -> continues(next, words)).isPresent()) {
            total = total.plus(piece(words.next().text(), words));
        }
        if (total.isZero()) {
            throw new ProblemException(EndProblems.zero());
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
            String unit = words.peek(0).orElseThrow(() -> new ProblemException(EndProblems.unitMissing(word)));
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
            case "m" -> new ProblemException(EndProblems.minutesOrMonths());
            case "mo", "mon", "month", "months", "y", "yr", "year", "years" ->
                new ProblemException(EndProblems.monthsOrYears());
            case "s", "sec", "secs", "second", "seconds" -> new ProblemException(EndProblems.seconds());
            default -> new ProblemException(EndProblems.notAUnit(typed));
        };
    }

    private static ProblemException unreadable(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.startsWith("-")) {
            return new ProblemException(EndProblems.negative(word));
        }
        if (FOREVER.matcher(lower).matches()) {
            return new ProblemException(EndProblems.forEver(word));
        }
        if (FRACTION.matcher(word).matches()) {
            return new ProblemException(EndProblems.fraction(word));
        }
        if (LONG_NUMBER.matcher(word).matches()) {
            return EndCheck.tooFar(word);
        }
        return new ProblemException(EndProblems.notADuration(word));
    }
}

package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The end that stands somewhere in a sentence, and what is left without it.
 *
 * @param ends what can be meant, as the words of a command; several where it can be read in several ways
 * @param bare whether it stood there without {@code for} or {@code until}
 * @param rest the other words
 * @param before how many of these stand before it, or all where there is none
 * @param upTo where it ends in the whole text; nothing where there is none
 */
record LooseEnd(List<String> ends, boolean bare, List<Word> rest, int before, OptionalInt upTo) {
    private static final Pattern TIME = Pattern.compile("(?i)[0-9]{1,2}(?:[:.][0-9]{2})?(?:am|pm|h)?");
    private static final Pattern CLOCK =
            Pattern.compile("(?i)[0-9]{1,2}(?:[:.][0-9]{2})?(?:am|pm)|[0-9]{1,2}:[0-9]{2}");
    private static final Set<String> WHEN = Set.of("weekend", "weekends", "weekdays", "eod", "noon", "midnight");
    private static final Set<String> UNTIL =
            Set.of("until", "till", "til", "bis", "jusqu'au", "jusqu'à", "jusqu'a", "jusque", "hasta");
    private static final Set<String> FOR = Set.of("for", "für", "fuer", "pendant", "pour", "durante", "por", "during");
    private static final Set<String> BEFORE_DATES = Set.of("the", "zum", "zur", "den", "le", "la", "au", "el");
    private static final Set<String> FOREVER =
            Set.of("forever", "permanently", "indefinitely", "always", "unbefristet", "dauerhaft");
    private static final Set<String> EVER = Set.of("ever", "good", "always", "forever");
    private static final Set<String> NO_END = Set.of("end", "expiry", "expiration", "limit");

    /** Returns whether a word begins an end that is a date. */
    static boolean begins(Word word) {
        return !word.quoted() && UNTIL.contains(Fillers.lower(word));
    }

    /** Returns whether a word can begin an end of any kind. */
    static boolean mayBegin(Word word) {
        String lower = Fillers.lower(word);
        return begins(word) || FOR.contains(lower) || FOREVER.contains(lower) || LooseDuration.counts(lower);
    }

    /** Returns whether a word can only be a part of an end, or of a beginning, which stands there in a way that isn't read. */
    static boolean saysWhen(String text) {
        Word word = new Word(text, 0, false);
        return WHEN.contains(Fillers.lower(word))
                || CLOCK.matcher(text).matches()
                || LooseDate.read(List.of(text), LocalDate.EPOCH).isPresent();
    }

    /** Finds it; empty where there are two, or one that can't be read. */
    static Optional<LooseEnd> in(List<Word> words, LocalDate today) {
        var rest = new ArrayList<Word>();
        var found = new ArrayList<Piece>();
        int at = 0;
        int before = 0;
        OptionalInt upTo = OptionalInt.empty();
        while (at < words.size()) {
            Optional<Piece> piece =
                    words.get(at).quoted() ? Optional.empty() : piece(words.subList(at, words.size()), today);
            if (piece.isEmpty() && begins(words.get(at))) {
                return Optional.empty();
            }
            piece.ifPresent(found::add);
            if (piece.isEmpty()) {
                rest.add(words.get(at));
            }
            at += piece.map(Piece::words).orElse(1);
            if (piece.isPresent()) {
                before = rest.size();
                upTo = OptionalInt.of(words.get(at - 1).end());
            }
        }
        return found.size() > 1
                ? Optional.empty()
                : Optional.of(new LooseEnd(
                        found.isEmpty() ? List.of("") : found.get(0).ends(),
                        !found.isEmpty() && found.get(0).bare(),
                        List.copyOf(rest),
                        found.isEmpty() ? rest.size() : before,
                        upTo));
    }

    /** Returns the words behind it. */
    List<Word> behind() {
        return rest.subList(before, rest.size());
    }

    /** Returns the same without the words behind it. */
    LooseEnd alone() {
        return new LooseEnd(ends, bare, rest.subList(0, before), before, upTo);
    }

    private record Piece(List<String> ends, boolean bare, int words) {}

    /** Returns whether a time of day follows: left out, it would be taken for a role's name. */
    private static boolean timeFollows(List<String> texts, int at) {
        return at < texts.size() && TIME.matcher(texts.get(at)).matches();
    }

    private static Optional<Piece> piece(List<Word> words, LocalDate today) {
        List<String> texts =
                words.stream().takeWhile(word -> !word.quoted()).map(Word::text).toList();
        List<String> lower = words.stream()
                .takeWhile(word -> !word.quoted())
                .map(Fillers::lower)
                .toList();
        String first = lower.get(0);
        if (UNTIL.contains(first)) {
            int from = lower.size() > 1 && BEFORE_DATES.contains(lower.get(1)) ? 2 : 1;
            return LooseDate.read(texts.subList(from, texts.size()), today)
                    .filter(date -> !timeFollows(texts, date.words() + from))
                    .map(date -> new Piece(
                            date.dates().stream().map(day -> " until " + day).toList(), false, date.words() + from));
        }
        if (FOREVER.contains(first)) {
            return Optional.of(new Piece(List.of(""), true, 1));
        }
        if (lower.size() > 1 && endless(first, lower.get(1))) {
            return Optional.of(new Piece(List.of(""), true, 2));
        }
        if (LooseDate.isWhole(first)) {
            return LooseDate.read(texts, today)
                    .filter(date -> !timeFollows(texts, date.words()))
                    .map(date -> new Piece(
                            date.dates().stream().map(day -> " until " + day).toList(), true, date.words()));
        }
        int skipped = FOR.contains(first) ? (lower.size() > 1 && lower.get(1).equals("the") ? 2 : 1) : 0;
        skipped += skipped == 2 && lower.size() > 2 && lower.get(2).equals("next") ? 1 : 0;
        int before = skipped;
        // An “M” could be minutes or months: with its case lost, it would be minutes.
        return LooseDuration.read(texts.subList(before, texts.size()).stream()
                        .map(text -> text.endsWith("M") ? text : text.toLowerCase(Locale.ROOT))
                        .toList())
                .map(duration -> new Piece(List.of(" " + duration.text()), before == 0, duration.words() + before));
    }

    private static boolean endless(String first, String second) {
        return (first.equals("for") && EVER.contains(second))
                || ((first.equals("without") || first.equals("no")) && NO_END.contains(second));
    }
}

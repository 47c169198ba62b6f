package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes “this and that”, or “this, that”, as the list that the grammar has for it, where both are of one kind for sure. */
final class Joined {
    private static final Set<String> AND = Set.of("and", "&", "+", "plus", "und", "et");

    private static final String SLASH = "/";
    private static final String COMMA = ",";
    private static final int NOTHING = -1;
    /** Whom something is to be done for by people: “and tell me”. */
    private static final Set<String> PEOPLE = Set.of("me", "us", "it", "them", "him", "her", "you");

    private Joined() {}

    /** Returns the words with each two names of one kind that an “and” or a comma joins as one word. */
    static List<Word> lists(List<Word> words, Kinds kinds) {
        var joined = new ArrayList<Word>();
        boolean begun = false;
        int at = 0;
        while (at < words.size()) {
            int next = joined.isEmpty() ? NOTHING : next(joined.get(joined.size() - 1), words, at);
            if (next != NOTHING && alike(joined.get(joined.size() - 1), words, next, kinds, begun)) {
                Word before = joined.remove(joined.size() - 1);
                Word item = words.get(next);
                joined.add(new Word(withoutComma(before).text() + COMMA + item.text(), item.end(), false));
                at = next + 1;
            } else {
                begun = begun || begins(joined, kinds);
                joined.add(words.get(at));
                at++;
            }
        }
        return joined;
    }

    /** Returns where the word stands that goes on with the one before: behind the comma or the “and”, or both. */
    private static int next(Word before, List<Word> words, int at) {
        boolean comma = !before.quoted() && before.text().endsWith(COMMA);
        boolean and = !words.get(at).quoted() && AND.contains(Fillers.lower(words.get(at)));
        int next = and ? at + 1 : at;
        return (and || comma) && next < words.size() ? next : NOTHING;
    }

    /** A role is told from what else people write only where it is said before what this is about. */
    private static boolean begins(List<Word> joined, Kinds kinds) {
        return !joined.isEmpty() && kinds.opens(withoutComma(joined.get(joined.size() - 1)));
    }

    private static boolean alike(Word one, List<Word> words, int at, Kinds kinds, boolean begun) {
        Kinds.Kind kind = kinds.of(withoutComma(one));
        boolean same = kind != Kinds.Kind.NONE && kind == kinds.of(withoutComma(words.get(at)));
        boolean toPeople = at + 1 < words.size() && PEOPLE.contains(Fillers.lower(words.get(at + 1)));
        return same && (kind != Kinds.Kind.ROLE || (begun && !toPeople));
    }

    private static Word withoutComma(Word word) {
        String text = word.text();
        return !word.quoted() && text.endsWith(COMMA)
                ? new Word(text.substring(0, text.length() - COMMA.length()), word.end(), false)
                : word;
    }

    /** Puts commas that stand alone, or before a word, behind the word before. */
    static List<Word> withCommas(List<Word> words) {
        var moved = new ArrayList<Word>();
        for (Word word : words) {
            int last = moved.size() - 1;
            boolean leads = !word.quoted() && word.text().startsWith(COMMA) && last >= 0;
            if (leads && !moved.get(last).quoted()) {
                Word before = withoutComma(moved.get(last));
                moved.set(last, new Word(before.text() + COMMA, before.end(), false));
                moved.add(new Word(word.text().substring(COMMA.length()), word.end(), false));
            } else {
                moved.add(word);
            }
        }
        return moved.stream().filter(word -> !word.text().isEmpty()).toList();
    }

    /**
     * Leaves out the account where it is named twice, as ecr-bot itself writes it: “sales (222222222222)”.
     *
     * @param account which account a word stands for, if it does
     */
    static List<Word> once(List<Word> words, Function<Word, Optional<AccountId>> account) {
        var once = new ArrayList<Word>();
        for (Word word : words) {
            Optional<AccountId> before = once.isEmpty() ? Optional.empty() : account.apply(once.get(once.size() - 1));
            boolean number = word.text().chars().allMatch(Character::isDigit);
            if (before.isEmpty() || !number || !before.equals(account.apply(word))) {
                once.add(word);
            }
        }
        return once;
    }

    /** Writes “payments / api” as the one name that it is; behind “payments/api/” an account is none of its parts. */
    static List<Word> paths(List<Word> words, Kinds kinds) {
        var joined = new ArrayList<Word>();
        for (Word word : words) {
            int last = joined.size() - 1;
            Optional<Word> before = last < 0 ? Optional.empty() : Optional.of(joined.get(last));
            if (before.filter(one -> joins(one, word) && !(isDeep(one) && kinds.known(word)))
                    .isPresent()) {
                joined.set(last, new Word(joined.get(last).text() + word.text(), word.end(), false));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    private static boolean isDeep(Word word) {
        return word.text().indexOf(SLASH) < word.text().length() - SLASH.length();
    }

    private static boolean joins(Word one, Word other) {
        boolean plain = !one.quoted()
                && !other.quoted()
                && !one.text().startsWith("/")
                && !one.text().contains(":");
        boolean slash = (one.text().endsWith("/") && !other.is(SLASH))
                || (other.is(SLASH) && !one.text().contains(SLASH));
        return plain && slash && !AND.contains(Fillers.lower(other));
    }
}

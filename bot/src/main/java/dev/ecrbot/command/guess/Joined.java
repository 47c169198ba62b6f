package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes “this and that” as the list that the grammar has for it, where both are of one kind for sure. */
final class Joined {
    private static final Set<String> AND = Set.of("and", "&", "+", "plus", "und", "et");

    private static final String SLASH = "/";

    private Joined() {}

    /**
     * Returns the words with each two accounts, or two paths, that an “and” joins as one word.
     *
     * @param account whether a word is an account here
     */
    static List<Word> lists(List<Word> words, Predicate<Word> account) {
        var joined = new ArrayList<Word>();
        int at = 0;
        while (at < words.size()) {
            Word word = words.get(at);
            int last = joined.size() - 1;
            boolean and = !word.quoted() && AND.contains(Fillers.lower(word)) && last >= 0 && at + 1 < words.size();
            if (and && alike(joined.get(last), words.get(at + 1), account)) {
                Word next = words.get(at + 1);
                joined.set(last, new Word(joined.get(last).text() + "," + next.text(), next.end(), false));
                at += 2;
            } else {
                joined.add(word);
                at++;
            }
        }
        return joined;
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

    /** Writes “payments / api” as the one name that it is. */
    static List<Word> paths(List<Word> words) {
        var joined = new ArrayList<Word>();
        for (Word word : words) {
            int last = joined.size() - 1;
            Optional<Word> before = last < 0 ? Optional.empty() : Optional.of(joined.get(last));
            if (before.filter(one -> joins(one, word)).isPresent()) {
                joined.set(last, new Word(joined.get(last).text() + word.text(), word.end(), false));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    /**
     * Writes “payments/api, payments/worker” as the list that it is.
     *
     * @param name whether a word is known to be a name, so that what stands behind it and a slash is no path
     */
    static List<Word> commas(List<Word> words, Predicate<Word> name) {
        var joined = new ArrayList<Word>();
        for (Word word : words) {
            int last = joined.size() - 1;
            Optional<Word> before = last < 0 ? Optional.empty() : Optional.of(joined.get(last));
            boolean goesOn = before.filter(one -> !one.quoted() && one.text().endsWith(",") && isPath(one, name))
                    .isPresent();
            if (goesOn && !word.quoted() && isPath(word, name)) {
                joined.set(last, new Word(joined.get(last).text() + word.text(), word.end(), false));
            } else {
                joined.add(word);
            }
        }
        return joined;
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

    private static boolean alike(Word one, Word other, Predicate<Word> account) {
        boolean plain = !one.quoted() && !other.quoted();
        boolean accounts = account.test(one) && account.test(other);
        return plain && (accounts || (isPath(one, account) && isPath(other, account)));
    }

    /** A role with a path, or an account with one behind it, isn't as plain: these have a colon, or begin with what they are. */
    private static boolean isPath(Word word, Predicate<Word> account) {
        String text = word.text();
        return text.contains("/")
                && !text.contains(":")
                && !text.startsWith("role/")
                && !text.startsWith("user/")
                && !account.test(new Word(text.substring(0, text.indexOf('/')), word.end(), false));
    }
}

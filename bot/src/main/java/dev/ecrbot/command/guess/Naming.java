package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The names that a sentence has in it, and every way in which they can be a repository and somebody who gets access to it.
 *
 * @param repository where the sentence says which one is the repository
 */
record Naming(Optional<String> repository, List<String> names) {
    private static final Set<String> ON = Set.of("on", "auf", "sur");
    private static final Set<String> KINDS = Set.of("role", "user", "session");
    private static final Set<String> SERVICES = Set.of("lambda", "lambdas");
    /** Said before names of these kinds. */
    private static final Set<String> BEFORE_LISTS = Set.of("roles", "users", "accounts", "repos", "repositories");

    /**
     * Picks the names out; empty where that would be guessing too much.
     *
     * @param words without access and end
     * @param account whether a word is an account here
     */
    static Optional<Naming> in(List<Word> words, Predicate<String> account) {
        if (words.stream().anyMatch(word -> Fillers.turns(word) || Fillers.neverOneName(word) || isService(word))) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        Optional<String> repository = Optional.empty();
        int at = 0;
        while (at < words.size()) {
            Word word = words.get(at);
            if (isOn(word) && repository.isEmpty()) {
                List<Word> phrase = phrase(words.subList(at + 1, words.size()), account);
                int taken = joined(phrase, account) ? 2 : Math.min(1, phrase.size());
                repository = taken == 0
                        ? Optional.empty()
                        : Optional.of(String.join(
                                "/",
                                phrase.subList(0, taken).stream()
                                        .map(Naming::quoted)
                                        .toList()));
                at += taken == 0 ? 1 : words.subList(at + 1, words.size()).indexOf(phrase.get(0)) + taken + 1;
            } else {
                if (!isFiller(word, account)) {
                    names.add(quoted(word));
                }
                at++;
            }
        }
        return Optional.of(new Naming(repository, List.copyOf(names)));
    }

    /** “Our lambda in sales” hardly is a role of that name, and which of its functions is meant isn't said. */
    static boolean isService(Word word) {
        return !word.quoted() && SERVICES.contains(Fillers.lower(word));
    }

    /** Returns every name in it. */
    List<String> all() {
        var all = new ArrayList<>(names);
        repository.ifPresent(all::add);
        return List.copyOf(all);
    }

    private static boolean isFiller(Word word, Predicate<String> account) {
        boolean kind = !word.quoted() && BEFORE_LISTS.contains(Fillers.lower(word));
        return (kind || Fillers.filler(word)) && !account.test(word.text());
    }

    private static boolean isOn(Word word) {
        return !word.quoted() && ON.contains(Fillers.lower(word));
    }

    /** The names that follow one another from here on, up to the next word that is none. */
    private static List<Word> phrase(List<Word> words, Predicate<String> account) {
        return words.stream()
                .dropWhile(word -> isFiller(word, account))
                .takeWhile(word -> !isFiller(word, account))
                .toList();
    }

    /** “On payments api” is said of payments/api: of a repository and a role one says “on payments for api”. */
    private static boolean joined(List<Word> phrase, Predicate<String> account) {
        return phrase.size() == 2
                && phrase.stream()
                        .noneMatch(word -> word.quoted()
                                || word.text().contains("/")
                                || word.text().contains(":")
                                || account.test(word.text()));
    }

    /** Returns every “repository account role” that this can be, likely or not; whether there is such a thing is for others. */
    Set<String> readings(Predicate<String> account) {
        var readings = new LinkedHashSet<String>();
        if (repository.isPresent()) {
            who(names, account).forEach(who -> readings.add(repository.get() + " " + who));
            return readings;
        }
        for (int i = 0; i < names.size(); i++) {
            var others = new ArrayList<>(names);
            String one = others.remove(i);
            who(others, account).forEach(who -> readings.add(one + " " + who));
        }
        return readings;
    }

    private static Set<String> who(List<String> names, Predicate<String> account) {
        var readings = new LinkedHashSet<String>();
        if (names.size() == 1) {
            String name = names.get(0);
            // In a revocation anything can be somebody who stands in a policy; what looks like a repository is none
            // here.
            boolean path = name.contains("/") && !name.contains(":") && !account.test(name);
            if (!path) {
                readings.add(name);
            }
            int cut = cut(name);
            if (cut > 0 && account.test(name.substring(0, cut))) {
                readings.add(name.substring(0, cut) + " " + name.substring(cut + 1));
            }
        } else if (names.size() == 2) {
            inOrder(names.get(0), names.get(1), account).ifPresent(readings::add);
            inOrder(names.get(1), names.get(0), account).ifPresent(readings::add);
        }
        return readings;
    }

    private static int cut(String name) {
        int slash = name.indexOf('/');
        int colon = name.indexOf(':');
        return slash < 0 || (colon >= 0 && colon < slash) ? colon : slash;
    }

    private static Optional<String> inOrder(String account, String role, Predicate<String> isAccount) {
        int slash = role.indexOf('/');
        // What begins with a digit is more likely an end that can't be read, and “@channel” is somebody in Slack.
        boolean plain = slash < 0
                ? !Character.isDigit(role.charAt(0)) && role.charAt(0) != '@'
                : KINDS.contains(role.substring(0, slash)) || role.startsWith("arn:");
        return plain && !isAccount.test(role) && isAccount.test(account)
                ? Optional.of(account + " " + role)
                : Optional.empty();
    }

    /** Quotes stay: what stands in them is a name whatever it looks like. */
    static String quoted(Word word) {
        return word.quoted()
                ? (word.text().contains("\"") ? "'" + word.text() + "'" : '"' + word.text() + '"')
                : word.text();
    }
}

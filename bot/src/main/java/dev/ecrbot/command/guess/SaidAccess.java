package dev.ecrbot.command.guess;

import dev.ecrbot.command.AccessWord;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.problem.Guess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the access that a sentence speaks of.
 *
 * @param account whether a text is an account here, and so no access
 */
record SaidAccess(AccessCatalogue accesses, Predicate<String> account) {
    /** Words that look like one for access, or can stand for one, and mean something else in a sentence. */
    private static final Set<String> NO_ACCESS =
            Set.of("pool", "poll", "real", "ready", "lead", "posh", "get", "use", "list", "view", "describe");

    private static final int SHORTEST = 3;

    /** Returns whether it is a word for access. */
    boolean isOne(Word word) {
        return !word.quoted() && accesses.byWord(Fillers.lower(word)).isPresent();
    }

    /** Returns the words for access; where there is none, one that nearly is, or means the same. */
    List<Word> in(List<Word> words) {
        List<Word> said = words.stream().filter(this::isOne).toList();
        return said.isEmpty()
                ? words.stream().filter(word -> nearly(word).isPresent()).toList()
                : said;
    }

    /** Returns what one of these words stands for. */
    String meant(Word word) {
        return isOne(word) ? Fillers.lower(word) : nearly(word).orElseThrow();
    }

    private Optional<String> nearly(Word word) {
        String lower = Fillers.lower(word);
        if (Fillers.pullAndPush(word)) {
            return accesses.smallest(access -> access.pulls() && access.pushes())
                    .map(Access::word);
        }
        if (word.quoted() || NO_ACCESS.contains(lower) || account.test(word.text())) {
            return Optional.empty();
        }
        return AccessWord.alike(lower, accesses).map(Access::word).or(() -> slipped(lower));
    }

    private Optional<String> slipped(String lower) {
        return lower.length() < SHORTEST
                ? Optional.empty()
                : Guess.near(lower, accesses.words())
                        .filter(access -> access.charAt(0) == lower.charAt(0))
                        .filter(access -> Guess.distance(access, lower) <= 1);
    }
}

package dev.ecrbot.command;

import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the word that says which access. */
final class AccessWord {
    private static final String ALL = "all";
    private static final List<String> LIKE_PUSH = List.of(
            "write",
            "rw",
            "readwrite",
            "read-write",
            "upload",
            "publish",
            "pull+push",
            "push+pull",
            "pull,push",
            "push,pull",
            "pull/push",
            "push/pull");
    private static final String READ = "read";
    private static final List<String> LIKE_READ = List.of("readonly", "read-only", "ro", "view", "list", "describe");
    private static final List<String> LIKE_PULL = List.of("download", "fetch", "get", "use");

    private final AccessCatalogue accesses;

    AccessWord(AccessCatalogue accesses) {
        this.accesses = accesses;
    }

    List<String> words() {
        return accesses.words();
    }

    boolean isOne(Word word) {
        return !word.quoted()
                && accesses.byWord(word.text().toLowerCase(Locale.ROOT)).isPresent();
    }

    List<String> revocable() {
        return Stream.concat(words().stream(), Stream.of(ALL)).toList();
    }

    Access granted(String typed, String example) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.equals(ALL) || lower.equals("*") || lower.equals("ecr:*") || lower.equals("admin")) {
            throw new ProblemException(CommandProblems.accessNotGranted(typed, words(), example));
        }
        return accesses.byWord(lower).orElseThrow(() -> unknown(typed, lower, words(), example));
    }

    /** Returns the access to take away; empty means all of it. */
    Optional<Access> revoked(String typed, String example) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.equals(ALL)) {
            return Optional.empty();
        }
        return Optional.of(accesses.byWord(lower).orElseThrow(() -> unknown(typed, lower, revocable(), example)));
    }

    private ProblemException unknown(String typed, String lower, List<String> words, String example) {
        if (LIKE_PUSH.contains(lower)) {
            Optional<String> push = accesses.smallest(access -> access.pulls() && access.pushes())
                    .map(Access::word);
            return new ProblemException(CommandProblems.pushMeant(typed, words, push, example));
        }
        if (LIKE_PULL.contains(lower)) {
            return new ProblemException(
                    CommandProblems.accessMeant(typed, words, accesses.pulling().word(), example));
        }
        return new ProblemException(
                LIKE_READ.contains(lower) && words.contains(READ)
                        ? CommandProblems.accessMeant(typed, words, READ, example)
                        : CommandProblems.accessUnknown(typed, words, example));
    }
}

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

/** Reads the word that says which access. Immutable. */
public final class AccessWord {
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
        return new ProblemException(alike(lower, accesses)
                .map(Access::word)
                .filter(words::contains)
                .map(meant -> LIKE_PUSH.contains(lower)
                        ? CommandProblems.pushMeant(typed, words, meant, example)
                        : CommandProblems.accessMeant(typed, words, meant, example))
                .orElseGet(() -> CommandProblems.accessUnknown(typed, words, example)));
    }

    /** Returns the access that people mean who say it in another word. */
    public static Optional<Access> alike(String lower, AccessCatalogue accesses) {
        if (LIKE_PUSH.contains(lower)) {
            return accesses.smallest(access -> access.pulls() && access.pushes());
        }
        if (LIKE_PULL.contains(lower)) {
            return Optional.of(accesses.pulling());
        }
        return LIKE_READ.contains(lower) ? accesses.byWord(READ) : Optional.empty();
    }
}

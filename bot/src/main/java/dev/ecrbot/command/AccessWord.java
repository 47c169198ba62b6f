package dev.ecrbot.command;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.problem.ProblemException;
import java.util.Arrays;
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
    private static final List<String> LIKE_PULL = List.of("download", "fetch", "get", "use");

    private AccessWord() {}

    static List<String> words() {
        return Arrays.stream(Access.values()).map(Access::word).toList();
    }

    static List<String> revocable() {
        return Stream.concat(words().stream(), Stream.of(ALL)).toList();
    }

    static Access granted(String typed, String example) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.equals(ALL) || lower.equals("*") || lower.equals("ecr:*") || lower.equals("admin")) {
            throw Misread.of(
                    Code.ACCESS_UNKNOWN,
                    Misread.quote(typed) + " can't be granted: access is given by name, as " + sentence(words()) + ".",
                    "Push includes pull. For example: " + example);
        }
        return Access.byWord(lower).orElseThrow(() -> unknown(typed, lower, words(), example));
    }

    /** Returns the access to take away; empty means all of it. */
    static Optional<Access> revoked(String typed, String example) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.equals(ALL)) {
            return Optional.empty();
        }
        return Optional.of(Access.byWord(lower).orElseThrow(() -> unknown(typed, lower, revocable(), example)));
    }

    static String sentence(List<String> words) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }

    private static ProblemException unknown(String typed, String lower, List<String> words, String example) {
        String what = Misread.quote(typed) + " isn't a kind of access; use " + sentence(words) + ".";
        String hint = LIKE_PUSH.contains(lower)
                ? "Did you mean “push”? It includes pull."
                : LIKE_PULL.contains(lower)
                        ? "Did you mean “pull”?"
                        : Guess.didYouMean(typed, words, "It comes right after the command.");
        return Misread.of(Code.ACCESS_UNKNOWN, what, hint + " For example: " + example);
    }
}

package dev.ecrbot.command;

import dev.ecrbot.command.word.Misread;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.problem.Choice;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Guess;
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
            throw Misread.of(
                    Code.ACCESS_UNKNOWN,
                    Misread.quote(typed) + " can't be granted: access is given by name, as " + Choice.of(words()) + ".",
                    "Push includes pull. For example: " + example);
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
        String what = Misread.quote(typed) + " isn't a kind of access; use " + Choice.of(words) + ".";
        String hint = LIKE_PUSH.contains(lower)
                ? accesses.smallest(access -> access.pulls() && access.pushes())
                        .map(push -> meant(push) + " It includes pull.")
                        .orElse("")
                : LIKE_PULL.contains(lower)
                        ? meant(accesses.pulling())
                        : LIKE_READ.contains(lower) && words.contains(READ)
                                ? "Did you mean “" + READ + "”?"
                                : Guess.didYouMean(typed, words, "It comes right after the command.");
        return Misread.of(Code.ACCESS_UNKNOWN, what, (hint + " For example: " + example).strip());
    }

    private static String meant(Access access) {
        return "Did you mean “" + access + "”?";
    }
}

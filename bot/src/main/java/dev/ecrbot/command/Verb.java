package dev.ecrbot.command;

import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The first word of a command. */
public enum Verb {
    GRANT(List.of("give", "allow", "add", "share", "ask")),
    REVOKE(List.of("remove", "delete", "take", "drop", "ungrant")),
    BREAKGLASS(List.of("emergency", "break-glass", "urgent", "glass")),
    STATUS(List.of("info", "describe", "policy")),
    WHO(List.of("whom", "whose", "holders")),
    CAN(List.of("may", "could", "check", "allowed")),
    SHOW(List.of("story", "view", "details")),
    HISTORY(List.of("log", "changes", "past")),
    RULES(List.of("rule", "approvers", "allowed-asks")),
    WHOAMI(List.of("me", "id", "self", "groups")),
    ACCESS(List.of("reaches", "reach", "holds")),
    AUDIT(List.of("findings", "lint", "problems")),
    DRIFT(List.of("differences", "compare", "diff")),
    EXPORT(List.of("terraform", "cloudformation", "code")),
    EXPLAIN(List.of("why", "denied", "error", "debug", "analyze", "analyse")),
    REQUESTS(List.of("list", "ls", "queue")),
    EXTEND(List.of("renew", "prolong", "lengthen", "longer")),
    END(List.of("finish", "expire", "release", "return")),
    UNDO(List.of("revert", "rollback", "restore", "reverse", "back")),
    DOCTOR(List.of("checkup", "diagnose", "selftest", "self-test")),
    CANCEL(List.of("withdraw", "abort", "stop")),
    LOGIN(List.of("docker", "signin", "auth")),
    HELP(List.of("?", "-h", "--help", "usage", "man", "hello", "hi"));

    /** Words that begin a question and are near no command, however they look. */
    private static final Set<String> QUESTIONS = Set.of(
            "what", "what's", "when", "where", "which", "how", "is", "are", "am", "was", "does", "do", "did", "has",
            "have", "should", "would", "any");

    /** So few letters are near to anything. */
    private static final int SHORTEST = 3;

    private final List<String> alike;

    Verb(List<String> alike) {
        this.alike = alike;
    }

    /** Returns the word that people type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the words of all commands. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Verb::word).toList();
    }

    static void check(Optional<String> word) {
        if (word.filter(some -> !words().contains(some)).isPresent()) {
            throw new IllegalArgumentException("help is for the word of a command");
        }
    }

    /** Returns the command with this word, in any case. */
    public static Optional<Verb> byWord(String word) {
        return Arrays.stream(values())
                .filter(v -> v.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /**
     * Reads a verb, or says which one was likely meant.
     *
     * @param accesses the words that may follow the one for a grant
     */
    static Verb read(String typed, List<String> accesses) {
        return byWord(typed).orElseThrow(() -> unknown(typed, accesses));
    }

    private static ProblemException unknown(String typed, List<String> accesses) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.equals("approve") || lower.equals("deny")) {
            return new ProblemException(CommandProblems.decidedOnCards(typed));
        }
        if (QUESTIONS.contains(lower)) {
            return new ProblemException(CommandProblems.questionNotUnderstood());
        }
        Optional<String> likely = accesses.contains(lower)
                ? Optional.of("grant " + lower)
                : meant(lower).map(Verb::word);
        return new ProblemException(likely.map(word -> CommandProblems.unknown(typed, word, words()))
                .orElseGet(() -> CommandProblems.unknown(typed, words())));
    }

    /** Returns whether a word is that of a command, or means the same as one. */
    public static boolean says(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return byWord(lower).isPresent() || Arrays.stream(values()).anyMatch(v -> v.alike.contains(lower));
    }

    /** Returns the command whose word this nearly is, or means the same as; in small letters. */
    public static Optional<Verb> meant(String lower) {
        return Arrays.stream(values())
                .filter(v -> v.alike.contains(lower))
                .findFirst()
                .or(() -> Optional.of(lower)
                        .filter(word -> word.length() >= SHORTEST)
                        .flatMap(word -> Guess.near(word, words()))
                        .flatMap(Verb::byWord));
    }
}

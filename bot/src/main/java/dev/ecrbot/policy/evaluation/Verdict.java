package dev.ecrbot.policy.evaluation;

import java.util.List;

/** Whether something is allowed. */
public sealed interface Verdict {

    /** It is allowed, whatever isn't known. */
    record Yes() implements Verdict {}

    /** It isn't allowed, whatever isn't known: nothing allows it, or something denies it. */
    record No() implements Verdict {}

    /**
     * It depends.
     *
     * @param keys what it depends on, each once, in the order met: condition keys as written, or the element of a
     *     statement about which IAM's documentation leaves a doubt ({@code NotPrincipal}, {@code Statement}, …)
     */
    record Conditional(List<String> keys) implements Verdict {
        public Conditional {
            keys = List.copyOf(keys);
        }
    }

    /** Returns {@code yes}, {@code no} or {@code conditional}. */
    default String word() {
        if (this instanceof Yes) {
            return "yes";
        }
        return this instanceof No ? "no" : "conditional";
    }

    /** Returns what it depends on; nothing unless it is conditional. */
    default List<String> dependsOn() {
        return this instanceof Conditional conditional ? conditional.keys() : List.of();
    }
}

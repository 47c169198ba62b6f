package dev.ecrbot.policy.evaluation;

import java.util.List;

/** Whether something is allowed. */
public sealed interface Verdict {

    /** It is allowed, whatever isn't known. */
    record Yes() implements Verdict {
        @Override
        public String word() {
            return "yes";
        }

        @Override
        public List<String> dependsOn() {
            return List.of();
        }
    }

    /** It isn't allowed, whatever isn't known: nothing allows it, or something denies it. */
    record No() implements Verdict {
        @Override
        public String word() {
            return "no";
        }

        @Override
        public List<String> dependsOn() {
            return List.of();
        }
    }

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

        @Override
        public String word() {
            return "conditional";
        }

        @Override
        public List<String> dependsOn() {
            return keys;
        }
    }

    /** Returns {@code yes}, {@code no} or {@code conditional}. */
    String word();

    /** Returns what it depends on; nothing unless it is conditional. */
    List<String> dependsOn();
}

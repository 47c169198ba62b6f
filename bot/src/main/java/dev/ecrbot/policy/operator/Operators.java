package dev.ecrbot.policy.operator;

/** What is known of condition operators by their names. */
public final class Operators {
    private Operators() {}

    /** Returns whether IAM has an operator of this name. */
    public static boolean known(String name) {
        return name.equals("Null") || Operator.named(name).isPresent();
    }

    /** Returns whether a condition with this operator can't be met by a request that lacks the key. */
    public static boolean needsKey(String name) {
        return Operator.named(name)
                .filter(operator -> !operator.holdsForAbsent())
                .isPresent();
    }
}

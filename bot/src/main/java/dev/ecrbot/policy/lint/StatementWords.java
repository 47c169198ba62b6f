package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.Locale;

/** The words of findings about statements as a whole, beside each other, and about what a policy is beside them. */
final class StatementWords {
    private StatementWords() {}

    static Wording duplicate() {
        return new Wording(
                Kind.DUPLICATE,
                "An earlier statement already says the same.",
                "Take it out: room in a policy is scarce.");
    }

    static Wording redundant() {
        return new Wording(
                Kind.REDUNDANT_STATEMENT,
                "Another statement says all that this one says, and more.",
                "Take it out, or narrow the other one: room in a policy is scarce.");
    }

    static Wording aboutNobody() {
        return neverMatches("The statement names nobody, or no action: it has no effect.");
    }

    static Wording neverMet() {
        return neverMatches("The statement's conditions can never be met, or no longer.");
    }

    private static Wording neverMatches(String what) {
        return new Wording(Kind.NEVER_MATCHES, what, "Take it out, or correct it.");
    }

    static Wording lockedOut() {
        return lockout("This keeps those who look after the policy from reading or changing it.");
    }

    static Wording perhapsLockedOut() {
        return lockout("Under some conditions this keeps those who look after the policy from reading or changing it.");
    }

    private static Wording lockout(String what) {
        return new Wording(
                Kind.SELF_LOCKOUT,
                what,
                "Leave Get, Set, Put and Delete of policies out of the Deny, or except them by aws:PrincipalArn.");
    }

    static Wording allDenied() {
        return shadowed("all");
    }

    static Wording partDenied() {
        return shadowed("part");
    }

    private static Wording shadowed(String howMuch) {
        return new Wording(
                Kind.SHADOWED,
                "A Deny takes away " + howMuch + " of what this statement allows.",
                "Take out what is denied anyhow, or narrow the Deny.");
    }

    static Wording noStatements() {
        return new Wording(
                Kind.NO_STATEMENTS,
                "The policy has no statements: it says nothing.",
                "Delete the policy instead, or add what is meant.");
    }

    static Wording versionMissing(String present, String old) {
        return new Wording(
                Kind.VERSION_MISSING,
                "The policy names no Version, so the language of " + old + " is meant, which has no policy variables.",
                "Add \"Version\": \"" + present + "\".");
    }

    static Wording versionOld(String present, String old) {
        return new Wording(
                Kind.VERSION_OLD,
                "Version " + old + " is the older language, which has no policy variables.",
                "Write " + present + " when the policy is changed next, and look at every ${…} in it then.");
    }

    /**
     * @param kind whether it is too long, or nearly
     * @param whose a repository's, or a registry's
     */
    static Wording size(Kind kind, Source whose, int size, int limit) {
        return new Wording(
                kind,
                String.format(
                        Locale.ROOT,
                        "The policy of the %s has %,d of %,d characters as ECR writes it.",
                        whose == Source.REPOSITORY ? "repository" : "registry",
                        size,
                        limit),
                "Merge statements that differ in principals only, or name whole accounts instead of many of their roles.");
    }
}

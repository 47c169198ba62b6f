package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.Truth;
import java.util.List;
import java.util.Optional;

/**
 * Whom a statement is about.
 *
 * <p>An account that is named stands for everyone in it, since it may hand the access on and the caller's own side is taken
 * to allow everything. Entries that IAM knows for nobody (wildcards inside an ARN, ids of deleted principals) match nobody.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM:
 *     Principal</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">IAM:
 *     NotPrincipal</a>
 */
final class Callers {
    private static final Truth DOUBT = Truth.unknown("NotPrincipal");
    private static final Truth PERHAPS = Truth.unknown("Principal");

    private final List<Principal> named;
    private final Truth nobodyElse;
    private final boolean excepted;
    private final boolean denies;

    /** @param denies whether the statement denies what it is about, or may deny it as far as it can be read */
    Callers(Statement statement, boolean denies, Partition home) {
        this.named = statement.principals(home).stream()
                .filter(one -> !(one instanceof Principal.Orphan))
                .toList();
        this.nobodyElse = named.stream().map(Callers::obscure).reduce(Truth.FALSE, Truth::or);
        this.excepted = statement.exceptsPrincipals();
        this.denies = denies;
    }

    Truth include(Principal caller) {
        return excepted ? others(caller) : named(caller);
    }

    /**
     * Returns whether a statement that excepts principals is about the caller; where that is an account, about everyone in it,
     * or everyone, about all whose every form a Deny can't list.
     */
    Truth excepting(Principal caller) {
        boolean many = caller instanceof Principal.Account || caller instanceof Principal.Everyone;
        return many && denies && named.stream().anyMatch(one -> Reach.includes(caller, one)) ? DOUBT : others(caller);
    }

    /** Returns a text that statements about the same callers share. */
    String text() {
        boolean all = excepted && denies && named.isEmpty();
        List<Principal> whom = all ? List.of(new Principal.Everyone()) : named;
        return (excepted && !all ? "NotPrincipal " : "Principal ")
                + whom.stream()
                        .map(one -> one.type() + " " + one.text())
                        .sorted()
                        .toList();
    }

    private Truth named(Principal caller) {
        for (Principal one : named) {
            if (Reach.includes(one, caller) && (denies || !isAccountOfFunctions(one, caller))) {
                return Truth.TRUE;
            }
        }
        return mayBeNamed(caller) ? PERHAPS.or(nobodyElse) : nobodyElse;
    }

    // A service asks in the name of functions, and nothing that is allowed to their account is allowed to it.
    private static boolean isAccountOfFunctions(Principal named, Principal caller) {
        return caller instanceof Principal.LambdaFunctions && named instanceof Principal.Account;
    }

    // What is allowed to one session isn't allowed to its role, and what is denied to it is denied to part of its role.
    // A federated user may do at most what the user may who made it.
    private boolean mayBeNamed(Principal caller) {
        return (denies || caller instanceof Principal.FederatedUser)
                && named.stream().anyMatch(one -> Reach.touches(one, caller));
    }

    /**
     * Who is excepted for certain isn't meant. A Deny that excepts nobody alive is about everybody; any other is about everybody
     * of whom no form is listed, and leaves a doubt about accounts and roles of which some are; an Allow is better not relied on.
     */
    private Truth others(Principal caller) {
        if (!denies) {
            return named.contains(caller) ? Truth.FALSE : DOUBT;
        }
        if (named.isEmpty()) {
            return Truth.TRUE;
        }
        if (forms(caller).map(named::containsAll).orElse(false)) {
            return Truth.FALSE;
        }
        boolean listed = named.stream().anyMatch(one -> Reach.includes(one, caller) || Reach.touches(one, caller));
        return listed || !nobodyElse.isFalse() || !(caller instanceof Principal.OfAccount) ? DOUBT : Truth.TRUE;
    }

    /** Returns all forms of a caller that a Deny has to except, if they can be told. */
    private static Optional<List<Principal>> forms(Principal caller) {
        Optional<AccountId> owner = caller.account();
        if (owner.isEmpty() || caller instanceof Principal.Account) {
            return Optional.of(List.of(caller));
        }
        Principal account = new Principal.Account(caller.partition().orElseThrow(), owner.get());
        if (caller instanceof Principal.User) {
            return Optional.of(List.of(caller, account));
        }
        return caller instanceof Principal.Session session
                ? Optional.of(List.of(
                        caller, account, new Principal.Role(session.in(), session.owner(), "/", session.role())))
                : Optional.empty();
    }

    static Truth obscure(Principal one) {
        boolean obscure = one instanceof Principal.Other other
                && !other.type().equals("AWS")
                && !other.type().equals("Service")
                && !other.type().equals("Federated");
        return obscure ? Truth.unknown(one.type()) : Truth.FALSE;
    }
}

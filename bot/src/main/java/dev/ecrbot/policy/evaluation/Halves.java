package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.condition.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What all policies say of one question, and what that comes to.
 *
 * @param kind who asks
 * @param same whether the caller's account is the repository's
 * @param login whether the action is the login, which no policy of a repository or registry decides on
 * @param linked whether the caller is a service-linked role
 * @param resource what the repository's and the registry's policy say
 * @param scps what the service control policies say, by level
 */
record Halves(
        CallerKind kind,
        boolean same,
        boolean login,
        Truth linked,
        List<Opinion> resource,
        List<Opinion> identity,
        Optional<Opinion> boundary,
        Optional<Opinion> session,
        List<List<Opinion>> scps,
        List<Opinion> rcps) {

    /** Returns whether the request is allowed. */
    Truth together() {
        return allowed().and(withinScps()).and(denied().not());
    }

    /** Returns whether the policies of the repository and of the caller allow it, as far as they limit each other. */
    Truth allowed() {
        if (login) {
            return own();
        }
        if (same && kind == CallerKind.ROOT) {
            return Truth.TRUE;
        }
        if (same) {
            return own().or(theirs(Opinion::itself).and(limits())).or(theirs(Opinion::directly));
        }
        return own().and(theirs(Opinion::allows));
    }

    /** Returns whether the caller's own side allows it. */
    Truth own() {
        return entitled().and(limits());
    }

    /** Returns whether an identity policy allows it; a root user needs none, and a service for the login alone, which it never makes. */
    Truth entitled() {
        if (kind.hasIdentity()) {
            return Opinion.any(identity, Opinion::allows);
        }
        return Truth.of(kind == CallerKind.ROOT || !login);
    }

    /** Returns whether boundary and session policy allow it. */
    Truth limits() {
        return withinBoundary().and(withinSession());
    }

    Truth withinBoundary() {
        return boundary.map(Opinion::allows).orElse(Truth.TRUE);
    }

    /** Returns whether the session policy allows it; a federated user without one may do nothing by identity policies. */
    Truth withinSession() {
        return session.map(Opinion::allows).orElse(Truth.of(kind != CallerKind.FEDERATED_USER));
    }

    /** Returns whether each level of service control policies allows it, as far as they apply. */
    Truth withinScps() {
        return scpsApply() ? linked.or(levels()) : Truth.TRUE;
    }

    private Truth levels() {
        return scps.stream().map(level -> Opinion.any(level, Opinion::allows)).reduce(Truth.TRUE, Truth::and);
    }

    /** Returns whether a policy that applies denies it. */
    Truth denied() {
        List<Opinion> asked = all().stream().filter(this::isAsked).toList();
        Truth denied = Truth.FALSE;
        for (Opinion one : asked) {
            boolean organization = one.share().source().ofOrganization();
            denied = denied.or(organization ? one.denies().and(linked.not()) : one.denies());
        }
        return denied;
    }

    /** Returns what people are told of each policy, those that aren't asked too. */
    List<Share> shares() {
        return all().stream()
                .map(one -> isAsked(one) ? one.share() : one.share().unasked())
                .toList();
    }

    private Truth theirs(Function<Opinion, Truth> which) {
        return Opinion.any(resource, which);
    }

    private boolean isAsked(Opinion opinion) {
        return switch (opinion.share().source()) {
            case REPOSITORY, REGISTRY -> !login;
            case IDENTITY, BOUNDARY, SESSION -> true;
            case SCP -> scpsApply() && !linked.isTrue();
            // The login is made to the caller's own registry.
            case RCP -> (same || !login) && !linked.isTrue();
        };
    }

    private boolean scpsApply() {
        return kind != CallerKind.SERVICE;
    }

    private List<Opinion> all() {
        var all = new ArrayList<>(resource);
        all.addAll(identity);
        boundary.ifPresent(all::add);
        session.ifPresent(all::add);
        scps.forEach(all::addAll);
        all.addAll(rcps);
        return all;
    }
}

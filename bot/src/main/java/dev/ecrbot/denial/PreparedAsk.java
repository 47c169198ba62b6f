package dev.ecrbot.denial;

import java.util.Optional;
import java.util.Set;

/**
 * Writes the ask for a grant, where a grant can be what is missing: AWS speaks of no Allow in a resource-based policy, or
 * doesn't say; an access holds the action; and a caller of another account is known by a name that a policy can have.
 * Within one account an identity policy is enough, so nothing is asked for.
 */
final class PreparedAsk {
    /** Where an Allow in the repository's policy can be what is missing. */
    private static final Set<Cause> HELPED_BY_A_GRANT = Set.of(Cause.NO_RESOURCE_ALLOW, Cause.NO_REASON);

    private PreparedAsk() {}

    /** Returns the words after {@code /ecr}. */
    static Optional<String> of(Refusal refusal) {
        if (!HELPED_BY_A_GRANT.contains(refusal.cause()) || !refusal.acrossAccounts()) {
            return Optional.empty();
        }
        return refusal.access()
                .flatMap(access -> refusal.place()
                        .whole()
                        .flatMap(repository -> refusal.caller()
                                .flatMap(Caller::principal)
                                .filter(arn -> arn.startsWith(
                                        "arn:" + repository.region().partition() + ":"))
                                .map(arn -> "grant " + access + " " + repository.uri() + " " + arn)));
    }
}

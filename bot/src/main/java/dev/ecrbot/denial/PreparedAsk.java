package dev.ecrbot.denial;

import java.util.Optional;

/**
 * Writes the ask for a grant, where a grant can be what is missing: AWS speaks of no Allow in a resource-based policy, or
 * doesn't say; an access holds the action; and a caller of another account is known by a name that a policy can have.
 * Within one account an identity policy is enough, so nothing is asked for.
 */
final class PreparedAsk {
    private PreparedAsk() {}

    /** Returns the words after {@code /ecr}. */
    static Optional<String> of(Refusal refusal) {
        if (!refusal.cause().grantCanHelp() || !refusal.acrossAccounts()) {
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

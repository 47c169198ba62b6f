package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.PlanContext;
import java.util.Optional;

/**
 * What Deny statements leave of access that stands in a policy.
 *
 * @param mark which statements deny what, or may; the same for the same, whatever the words
 * @param text the same in sentences
 */
public record Hindrance(String mark, String text) {
    private static final String SUSPICION = "perhaps";

    /** Returns what hinders the grant in a policy in which it stands; nothing where it gives all that it says. As a plan's warning. */
    public static Optional<Hindrance> of(PolicyDocument live, Edit.Grant grant, PlanContext context) {
        return Denied.of(live, grant, context)
                .map(denied -> new Hindrance(denied.denied() + " " + denied.depends(), denied.text()))
                .or(() -> Optional.of(new Hindrance(
                                SUSPICION,
                                GrantWarnings.suspicion(context.names().of(grant.principal()))))
                        .filter(any -> Deny.isPresent(live, grant, context.home())));
    }
}

package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.EditScope;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.phrase.Denials;
import java.util.Optional;

/**
 * What Deny statements leave of access that stands in a policy.
 *
 * @param mark which statements deny what, or may; the same for the same, whatever the words
 * @param text the same in sentences
 */
public record Hindrance(String mark, String text) {
    /** Nothing is denied but, perhaps, by the registry's own policy, which can't be read. */
    public static final Hindrance UNKNOWN = new Hindrance("unknown", Denials.unknown());

    private static final String SUSPICION = "perhaps";

    /** Returns what hinders the grant in a policy in which it stands; nothing where it gives all that it says. As a plan's warning. */
    public static Optional<Hindrance> of(PolicyDocument live, Edit.Grant grant, PlanContext context) {
        return Denied.of(live, grant, context)
                .map(denied -> new Hindrance(denied.denied() + " " + denied.depends(), denied.text()))
                .or(() -> Optional.of(new Hindrance(
                                SUSPICION + (Deny.isBeside(grant, context) ? Denials.OF_REGISTRY : ""),
                                GrantWarnings.suspicion(grant, context)))
                        .filter(any -> Deny.isPresent(
                                EditScope.of(live, context.target()).document(), grant, context)));
    }

    /** Returns whether this is about a Deny of the registry's own policy: a mark, or what people are told. */
    public static boolean isBeside(String markOrText) {
        return markOrText.contains(Denials.OF_REGISTRY);
    }
}

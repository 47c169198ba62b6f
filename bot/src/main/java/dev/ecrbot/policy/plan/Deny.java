package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.holding.PlanContext;

/** Tells whether a Deny statement may keep a principal from an access. */
final class Deny {
    private Deny() {}

    /** Returns whether one stands in the policy, or in the registry's beside it. */
    static boolean isPresent(PolicyDocument document, Edit.Grant grant, PlanContext context) {
        return isPresent(document, grant, context.home()) || isBeside(grant, context);
    }

    /** Returns whether one stands in the registry's own policy. */
    static boolean isBeside(Edit.Grant grant, PlanContext context) {
        return isPresent(context.beside(), grant, context.home());
    }

    private static boolean isPresent(PolicyDocument document, Edit.Grant grant, Partition home) {
        return document.statements().stream()
                .filter(Statement::denies)
                .filter(deny -> grant.access().actions().stream().anyMatch(deny::covers))
                .anyMatch(deny -> reaches(deny, grant.principal(), home));
    }

    private static boolean reaches(Statement deny, Principal principal, Partition home) {
        if (principal instanceof Principal.Organization organization && !deny.exceptsPrincipals()) {
            return deny.holders(home).stream().anyMatch(named -> mayReach(named, organization));
        }
        return deny.principals(home).stream()
                        .anyMatch(named -> principal.parts().stream()
                                .anyMatch(part -> Reach.includes(named, part) || Reach.touches(named, part)))
                != deny.exceptsPrincipals();
    }

    // Whoever is named may belong to the organization, unless it is one itself and another.
    private static boolean mayReach(Principal named, Principal.Organization organization) {
        return !(named instanceof Principal.Organization other)
                || other.path().contains(organization.path())
                || organization.path().contains(other.path());
    }
}

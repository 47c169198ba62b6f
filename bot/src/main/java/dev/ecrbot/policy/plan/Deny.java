package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Conditions;
import dev.ecrbot.policy.evaluation.RequestContext;
import dev.ecrbot.policy.evaluation.Verdict;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.operator.Moments;
import java.time.Instant;
import java.util.stream.Stream;

/** Tells whether a Deny statement may keep a principal from an access. */
final class Deny {
    // A moment later there is no time.
    private static final Instant LAST = Instant.MAX.minusSeconds(1);

    private Deny() {}

    /** Returns whether one stands in the policy, or in the registry's beside it. */
    static boolean isPresent(PolicyDocument document, Edit.Grant grant, PlanContext context) {
        return stands(document, grant, context) || isBeside(grant, context);
    }

    /** Returns whether one stands in the registry's own policy. */
    static boolean isBeside(Edit.Grant grant, PlanContext context) {
        return stands(context.beside(), grant, context);
    }

    private static boolean stands(PolicyDocument document, Edit.Grant grant, PlanContext context) {
        return document.statements().stream()
                .filter(Statement::denies)
                .filter(deny -> grant.access().actions().stream().anyMatch(deny::covers))
                .filter(deny -> reaches(deny, grant.principal(), context.home()))
                .anyMatch(deny -> mayApply(deny, context.now()));
    }

    /** Returns whether the statement can apply to a request of now or later: its time may be over. */
    private static boolean mayApply(Statement deny, Instant now) {
        Stream<Instant> later = deny.conditions().stream()
                .flatMap(condition -> condition.values().stream())
                .flatMap(value -> Moments.compared(value).stream())
                .filter(moment -> now.isBefore(moment) && moment.isBefore(LAST))
                .flatMap(moment -> Stream.of(moment, moment.plusSeconds(1)));
        return Stream.concat(Stream.of(now), later)
                .anyMatch(moment -> !(Conditions.verdict(deny, true, RequestContext.of(moment)) instanceof Verdict.No));
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

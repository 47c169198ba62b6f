package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Conditions;
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
                .anyMatch(deny -> grant.principal().parts().stream()
                        .filter(part -> reaches(deny, part, context.home()))
                        .anyMatch(part -> mayApply(deny, document.hasVariables(), part, grant, context)));
    }

    /** Returns whether the statement can apply to a request of theirs while they have it: its time may be over, or come too late. */
    private static boolean mayApply(
            Statement deny, boolean variables, Principal part, Edit.Grant grant, PlanContext context) {
        Stream<Instant> later = deny.conditions().stream()
                .flatMap(condition -> condition.values().stream())
                .flatMap(value -> Moments.compared(value).stream())
                .filter(moment -> context.now().isBefore(moment) && moment.isBefore(LAST))
                .flatMap(moment -> Stream.of(moment, moment.plusSeconds(1)))
                .filter(moment -> grant.until().map(moment::isBefore).orElse(true));
        return Stream.concat(Stream.of(context.now()), later)
                .map(moment -> known(moment, part, context))
                .anyMatch(known -> !(Conditions.verdict(deny, variables, known) instanceof Verdict.No));
    }

    // What an entry says that stands for functions, or for accounts of an organization, isn't what each of their
    // requests says.
    private static RequestContext known(Instant moment, Principal part, PlanContext context) {
        if (!(part instanceof Principal.OfAccount) || part instanceof Principal.LambdaFunctions) {
            return RequestContext.of(moment);
        }
        RequestContext there = context.target() instanceof Repository repository
                ? RequestContext.of(repository, moment)
                : RequestContext.of(moment);
        return there.andAll(part).and(context.organizations().keys(part));
    }

    private static boolean reaches(Statement deny, Principal part, Partition home) {
        if (part instanceof Principal.Organization organization && !deny.exceptsPrincipals()) {
            return deny.holders(home).stream().anyMatch(named -> mayReach(named, organization));
        }
        return deny.principals(home).stream()
                                .anyMatch(named -> Reach.includes(named, part) || Reach.touches(named, part))
                        != deny.exceptsPrincipals()
                || (!deny.exceptsPrincipals()
                        && deny.principals(home).stream().anyMatch(named -> isOneOf(named, part)));
    }

    /** Returns whether the first one is one of those for whom an account stands. */
    private static boolean isOneOf(Principal named, Principal part) {
        return part instanceof Principal.Account && Reach.includes(part, named);
    }

    // Whoever is named may belong to the organization, unless it is one itself and another.
    private static boolean mayReach(Principal named, Principal.Organization organization) {
        return !(named instanceof Principal.Organization other)
                || other.path().contains(organization.path())
                || organization.path().contains(other.path());
    }
}

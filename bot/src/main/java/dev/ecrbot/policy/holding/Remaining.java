package dev.ecrbot.policy.holding;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the access that a principal has, by its own name and through others who hand it on. */
public final class Remaining {
    private Remaining() {}

    public static List<Holding> of(PolicyDocument document, Principal principal, PlanContext context) {
        return of(holdings(document, context), document, principal, context);
    }

    /** Lists what the policy of the registry gives beside the one of the context's repository. */
    public static List<Holding> beside(PolicyDocument registry, Principal principal, PlanContext context) {
        return of(RegistryHoldings.of(registry, context.target(), Map.of()), registry, principal, context);
    }

    private static List<Holding> of(
            List<Holding> holdings, PolicyDocument document, Principal principal, PlanContext context) {
        return holdings.stream()
                .filter(Holding::allow)
                .filter(holding -> {
                    Statement statement = document.statements().get(holding.statement());
                    return statement.exceptsPrincipals()
                            ? !statement.names(principal, context.home())
                            : reaches(holding.principal(), principal, context)
                                    && !context.setting().delegates(holding.principal(), principal);
                })
                .map(holding -> isCertain(holding.principal(), principal, context) ? holding : holding.perhaps())
                .toList();
    }

    private static boolean reaches(Principal holder, Principal principal, PlanContext context) {
        if (holder instanceof Principal.Organization organization
                && principal.account().isPresent()) {
            return within(organization, principal, context).orElse(true);
        }
        return Reach.includes(holder, principal);
    }

    private static boolean isCertain(Principal holder, Principal principal, PlanContext context) {
        return !(holder instanceof Principal.Organization organization)
                || principal.account().isEmpty()
                || within(organization, principal, context).isPresent();
    }

    private static Optional<Boolean> within(
            Principal.Organization organization, Principal principal, PlanContext context) {
        return principal.account().flatMap(account -> context.organizations().isWithin(account, organization.path()));
    }

    private static List<Holding> holdings(PolicyDocument document, PlanContext context) {
        return context.target() instanceof MatchingRepositories some
                ? RegistryHoldings.of(document, some, Map.of(some, context.owned()))
                : Holdings.of(document, context.owned(), context.home());
    }
}

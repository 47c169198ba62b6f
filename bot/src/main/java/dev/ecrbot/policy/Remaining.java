package dev.ecrbot.policy;

import java.util.List;

/** Lists the access that a principal has, by its own name and through others. */
final class Remaining {
    private Remaining() {}

    static List<Holding> of(PolicyDocument document, Principal principal, PlanContext context) {
        return Holdings.of(document, context.owned(), context.home()).stream()
                .filter(Holding::allow)
                .filter(holding -> {
                    Statement statement = document.statements().get(holding.statement());
                    return statement.exceptsPrincipals()
                            ? !statement.names(principal, context.home())
                            : Reach.includes(holding.principal(), principal);
                })
                .toList();
    }
}

package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.condition.TermText;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.phrase.AlreadySo;
import java.util.List;
import java.util.Optional;

/**
 * Says that somebody has what a grant would give.
 *
 * @param certain whether they have it whatever the conditions
 */
record HeldText(Edit.Grant grant, PlanContext context, boolean certain) {

    /** Returns that they have it, through what, and whether others see to it alone. */
    String text(List<Holding> holdings, boolean byOthers) {
        return already() + through(holdings) + (byOthers ? AlreadySo.writtenByOthers() : "");
    }

    private String already() {
        return AlreadySo.held(
                PrincipalLabels.capital(context.names().of(grant.principal())),
                grant.access(),
                context.target(),
                certain
                        ? Optional.empty()
                        : Optional.of(TermText.of(grant.access().conditions())),
                grant.until().map(Ends::shown));
    }

    /** Returns what it has the access through, unless that is its own name. */
    private String through(List<Holding> holdings) {
        boolean byName =
                holdings.stream().anyMatch(holding -> holding.principal().equals(grant.principal()));
        return holdings.isEmpty() || byName
                ? ""
                : AlreadySo.heldThrough(holdings.stream()
                        .map(holding -> context.names().of(holding.principal()))
                        .distinct()
                        .toList());
    }
}

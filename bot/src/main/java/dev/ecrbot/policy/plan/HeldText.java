package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.evaluation.TermText;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.PlanContext;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says that somebody has what a grant would give.
 *
 * @param certain whether they have it whatever the conditions
 */
record HeldText(Edit.Grant grant, PlanContext context, boolean certain) {

    /** Returns that they have it, through what, and whether others see to it alone. */
    String text(List<Holding> holdings, boolean byOthers) {
        return already()
                + through(holdings)
                + (byOthers ? " Others wrote that, so nobody here looks after it, and it may go without notice." : "");
    }

    private String already() {
        return Names.capital(context.names().of(grant.principal())) + " already has "
                + grant.access() + " on "
                + context.target().text()
                + (certain ? "" : " (if " + TermText.of(grant.access().conditions()) + ")")
                + grant.until()
                        .map(end -> ", until " + Ends.shown(end) + " or longer.")
                        .orElse(", without an end.");
    }

    /** Returns what it has the access through, unless that is its own name. */
    private String through(List<Holding> holdings) {
        boolean byName =
                holdings.stream().anyMatch(holding -> holding.principal().equals(grant.principal()));
        return holdings.isEmpty() || byName
                ? ""
                : holdings.stream()
                        .map(holding -> context.names().of(holding.principal()))
                        .distinct()
                        .collect(Collectors.joining(" and ", " It has it through ", "."));
    }
}

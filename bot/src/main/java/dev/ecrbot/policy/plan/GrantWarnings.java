package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.phrase.Denials;
import dev.ecrbot.problem.phrase.PlanWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an approver of a grant should know about it. Says nothing about what others hold, so that it stays the same while others come and go. */
final class GrantWarnings {
    private GrantWarnings() {}

    static List<Warning> of(Edit.Grant grant, PlanContext context, boolean denied) {
        var warnings = new ArrayList<Warning>();
        Principal principal = grant.principal();
        String name = context.names().of(principal);
        if (context.target() instanceof MatchingRepositories some) {
            warnings.add(new Warning(Kind.PATTERN, PlanWarnings.pattern(some)));
        }
        principal.visit(new PrincipalWarnings(context.names())).ifPresent(warnings::add);
        if (grant.access().pushes()) {
            warnings.add(new Warning(Kind.PUSH, PlanWarnings.pushes(PrincipalLabels.capital(name))));
        }
        if (grant.until().isEmpty()) {
            warnings.add(new Warning(Kind.PERMANENT, PlanWarnings.permanent()));
        }
        if (grant.own()) {
            warnings.add(new Warning(Kind.HELD_BY_OTHERS, PlanWarnings.heldByOthers()));
        }
        if (denied) {
            warnings.add(new Warning(Kind.DENY_PRESENT, suspicion(grant, context)));
        }
        return warnings;
    }

    /** Says that a Deny is there, of which isn't known what it denies. */
    static String suspicion(Edit.Grant grant, PlanContext context) {
        String name = context.names().of(grant.principal());
        String whom = grant.principal() instanceof Principal.Account ? Denials.someOf(name) : name;
        return Deny.isBeside(grant, context) ? Denials.suspectedOfRegistry(whom) : Denials.suspected(whom);
    }

    /** Returns the warnings with what Deny statements leave of the grant in place of the mere suspicion that there may be some. */
    static List<Warning> exact(List<Warning> warnings, Optional<Denied> denied) {
        return warnings.stream()
                .map(warning -> warning.kind() == Kind.DENY_PRESENT
                        ? denied.map(found -> new Warning(Kind.DENY_PRESENT, found.text()))
                                .orElse(warning)
                        : warning)
                .toList();
    }
}

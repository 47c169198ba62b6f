package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Warning.Kind;
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
            warnings.add(new Warning(
                    Kind.PATTERN,
                    "This covers every repository in " + some.account() + ", " + some.region() + ", " + whose(some)
                            + ": those there now, and those made later."));
        }
        principal.visit(new PrincipalWarnings(context.names())).ifPresent(warnings::add);
        if (grant.access().pushes()) {
            warnings.add(new Warning(
                    Kind.PUSH, Names.capital(name) + " can put images there, and move tags that aren't immutable."));
        }
        if (grant.until().isEmpty()) {
            warnings.add(new Warning(Kind.PERMANENT, "The access has no end and stays until somebody revokes it."));
        }
        if (grant.own()) {
            warnings.add(new Warning(
                    Kind.HELD_BY_OTHERS,
                    "Others may have given the same in a statement of theirs. This one stands beside it: what they wrote"
                            + " stays when this ends."));
        }
        if (denied) {
            warnings.add(new Warning(Kind.DENY_PRESENT, suspicion(grant, context)));
        }
        return warnings;
    }

    /** Says that a Deny is there, of which isn't known what it denies. */
    static String suspicion(Edit.Grant grant, PlanContext context) {
        return "A Deny statement" + (Deny.isBeside(grant, context) ? Hindrance.BESIDE : " in this policy")
                + " may keep " + context.names().of(grant.principal()) + " out all the same.";
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

    private static String whose(MatchingRepositories some) {
        return some.text().equals("*") ? "whatever its name" : "whose name matches " + some.text();
    }
}

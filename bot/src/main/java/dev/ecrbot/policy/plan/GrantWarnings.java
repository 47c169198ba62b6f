package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Warning.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        if (principal instanceof Principal.Account) {
            warnings.add(new Warning(Kind.WHOLE_ACCOUNT, "Every role that " + name + " trusts gets this."));
        }
        if (principal instanceof Principal.LambdaFunctions functions) {
            warnings.add(new Warning(
                    Kind.WHOLE_ACCOUNT,
                    "AWS wants the whole account named beside the functions: every role that "
                            + context.names().of(functions.owner()) + " trusts gets this, too."));
        }
        if (principal instanceof Principal.Organization) {
            warnings.add(new Warning(
                    Kind.ORGANIZATION,
                    "Every account in " + name + " gets this, those that join it later included, and hands it on to "
                            + "the roles it trusts."));
        }
        if (grant.access().pushes()) {
            warnings.add(new Warning(
                    Kind.PUSH, Names.capital(name) + " can put images there, and move tags that aren't immutable."));
        }
        if (grant.until().isEmpty()) {
            warnings.add(new Warning(Kind.PERMANENT, "The access has no end and stays until somebody revokes it."));
        }
        if (principal instanceof Principal.Session) {
            warnings.add(new Warning(
                    Kind.SESSION, "This is one session of a role: a later session of another name doesn't get it."));
        }
        if (principal instanceof Principal.FederatedUser) {
            warnings.add(new Warning(
                    Kind.FEDERATED_USER,
                    "Whoever may call GetFederationToken in that account can take the name of this federated user."));
        }
        if (principal instanceof Principal.User user
                && user.name().toLowerCase(Locale.ROOT).contains("role")) {
            warnings.add(new Warning(
                    Kind.USER_FORM_SUSPECT, user.name() + " is asked for as a user, and is named like a role."));
        }
        if (denied) {
            warnings.add(new Warning(
                    Kind.DENY_PRESENT, "A Deny statement in this policy may keep " + name + " out all the same."));
        }
        return warnings;
    }

    private static String whose(MatchingRepositories some) {
        return some.text().equals("*") ? "whatever its name" : "whose name matches " + some.text();
    }
}

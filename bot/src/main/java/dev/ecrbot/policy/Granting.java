package dev.ecrbot.policy;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a principal into the bot's statement for its access and end, which is added if there is none. */
final class Granting {
    private final PolicyDocument base;
    private final Edit.Grant grant;
    private final PlanContext context;
    private final Partition home;

    Granting(PolicyDocument base, Edit.Grant grant, PlanContext context) {
        this.base = base;
        this.grant = grant;
        this.context = context;
        this.home = context.home();
    }

    Outcome outcome() {
        return refusal().orElseGet(this::granted);
    }

    Optional<Outcome> refusal() {
        Principal principal = grant.principal();
        String name = context.names().of(principal);
        if (principal instanceof Principal.Everyone
                || principal instanceof Principal.Orphan
                || principal instanceof Principal.Service
                || principal instanceof Principal.Other) {
            return Optional.of(Outcome.refused(
                    Code.PRINCIPAL_MALFORMED,
                    "Access isn't granted to " + name + ".",
                    "Name a role, a user or a whole account."));
        }
        if (!principal.partition().equals(Optional.of(home))) {
            return Optional.of(Outcome.refused(
                    Code.PARTITION_MISMATCH,
                    "The repository is in the partition " + home + ", and " + Names.clean(principal.text())
                            + " is in another.",
                    "Name a principal whose ARN starts with arn:" + home + ":."));
        }
        if (grant.until()
                .filter(end -> !end.isAfter(context.now()) || end.isAfter(Ends.NEVER))
                .isPresent()) {
            return Optional.of(Outcome.refused(
                    Code.DURATION_MALFORMED,
                    "The access would end before it begins, or after the year 9999.",
                    "Name an end that lies ahead."));
        }
        return Optional.empty();
    }

    private Outcome granted() {
        Optional<Deny> deny = Deny.of(base, grant, home);
        if (held() && deny.filter(Deny::byName).isEmpty()) {
            return Outcome.nothing(already());
        }
        List<Statement> after = added();
        boolean recordsOnly = after.equals(base.statements()) && held();
        if (recordsOnly) {
            return Outcome.nothing(already() + " A Deny statement names it all the same, and keeps it out.");
        }
        return new Outcome.Changed(after, List.of(), GrantWarnings.of(grant, context, deny.isPresent()));
    }

    private String already() {
        return Names.capital(context.names().of(grant.principal())) + " already has "
                + grant.access() + " on "
                + context.target().text()
                + grant.until()
                        .map(end -> ", until " + Ends.shown(end) + " or longer.")
                        .orElse(", without an end.");
    }

    private boolean held() {
        Set<Mode> modes = Mode.in(base, context.owned(), home).getOrDefault(grant.principal(), Set.of());
        return grant.access().actions().stream()
                .map(action -> new Mode(action, "", grant.until()))
                .allMatch(wanted -> modes.stream().anyMatch(mode -> mode.includes(wanted)));
    }

    // Written while ends stood in the policy, it is there already; without the end it would be another grant.
    private boolean standsWithItsEnd() {
        return stands(new OwnForm(grant.access(), grant.until()));
    }

    private boolean stands(OwnForm form) {
        return base.statements().stream()
                .filter(statement -> OwnForm.of(statement).equals(Optional.of(form)))
                .anyMatch(statement -> statement.names(grant.principal(), home));
    }

    /** Returns whether the principal is in the statement that the grant would put it into. */
    boolean stands() {
        return stands(form()) || standsWithItsEnd();
    }

    private OwnForm form() {
        return new OwnForm(grant.access(), context.expiryInPolicy() ? grant.until() : Optional.empty());
    }

    /** Returns the statements with the principal in the one for its access and end. */
    List<Statement> added() {
        OwnForm form = form();
        var statements = new ArrayList<>(base.statements());
        if (standsWithItsEnd()) {
            return statements;
        }
        for (int index = 0; index < statements.size(); index++) {
            Statement statement = statements.get(index);
            if (OwnForm.of(statement).equals(Optional.of(form))) {
                if (!statement.names(grant.principal(), home)) {
                    statements.set(index, OwnForm.with(statement, grant.principal()));
                }
                return statements;
            }
        }
        // A Sid that goes with an orphan is free, or the order of two grants would show.
        Set<String> taken = Sids.of(Orphans.dropped(statements, home));
        statements.add(form.statement(grant.principal(), taken));
        return statements;
    }
}

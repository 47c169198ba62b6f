package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.phrase.AlreadySo;
import java.util.List;
import java.util.Optional;

/** Moves a principal from the bot's statement with the end that its grant has to the one with the end that it gets. */
final class Extending {
    private final PolicyDocument base;
    private final Edit.Extend extend;
    private final PlanContext context;

    public Extending(PolicyDocument base, Edit.Extend extend, PlanContext context) {
        this.base = base;
        this.extend = extend;
        this.context = context;
    }

    Outcome outcome() {
        Edit.Grant later = extend.grant();
        var granting = new Granting(base, later, context);
        Optional<Outcome> refusal = granting.refusal().or(this::sooner);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var ending = new Ending(base, extend.end(), context);
        if (!ending.isThere()) {
            return granting.stands() ? Outcome.nothing(extended()) : missing();
        }
        var moving = new Granting(base.with(ending.without()), later, context);
        boolean denied = Deny.isPresent(base, later, context);
        return moving.stranger()
                .orElseGet(
                        () -> new Outcome.Changed(moving.added(), List.of(), GrantWarnings.of(later, context, denied)));
    }

    private Optional<Outcome> sooner() {
        return extend.until()
                .filter(end -> !end.isAfter(extend.from()))
                .map(end ->
                        Outcome.refused(PlanProblems.lastsLongerAlready(Ends.shown(extend.from()), Ends.shown(end))));
    }

    private Outcome missing() {
        if (BotStatement.namesDeleted(base, extend.access(), Optional.of(extend.from()), context.home())) {
            return Outcome.refused(PlanProblems.principalDeleted(
                    PrincipalLabels.capital(context.names().of(extend.principal())), context.target()));
        }
        return Outcome.refused(PlanProblems.takenOutByOthers(
                extend.access(), context.names().of(extend.principal()), context.target()));
    }

    private String extended() {
        return AlreadySo.extended(
                PrincipalLabels.capital(context.names().of(extend.principal())),
                extend.access(),
                context.target(),
                extend.until().map(Ends::shown));
    }
}

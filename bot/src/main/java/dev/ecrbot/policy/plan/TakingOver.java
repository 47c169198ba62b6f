package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.RevocationProblems;
import dev.ecrbot.problem.phrase.AlreadySo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a principal out of the statements of others that give it some of an access, and puts it into one of the bot's. */
final class TakingOver {
    private final PolicyDocument base;
    private final TakeOver takeOver;
    private final PlanContext context;
    private final Partition home;

    TakingOver(PolicyDocument base, TakeOver takeOver, PlanContext context) {
        this.base = base;
        this.takeOver = takeOver;
        this.context = context;
        this.home = context.home();
    }

    Outcome outcome() {
        var granting = new Granting(base, takeOver.grant(), context);
        return granting.refusal().orElseGet(() -> granting.standsAsLong() ? there() : taken());
    }

    private Outcome there() {
        return Outcome.nothing(
                AlreadySo.takenOver(takeOver.access(), context.names().of(takeOver.principal())));
    }

    private Outcome taken() {
        var left = new ArrayList<Statement>();
        var touched = new ArrayList<String>();
        for (Statement statement : base.statements()) {
            if (isTheirs(statement)) {
                var split = new Split(statement, takeOver.principal(), home);
                split.others().ifPresent(left::add);
                touched.add(statement.canonical());
            } else {
                left.add(statement);
            }
        }
        return touched.isEmpty() ? nothingOfTheirs() : given(base.with(left), touched);
    }

    // Where the record of a grant was lost, its statement isn't theirs.
    private boolean isTheirs(Statement statement) {
        return statement.grants()
                && !Reserved.is(statement)
                && statement.names(takeOver.principal(), home)
                && takeOver.access().actions().stream().anyMatch(statement::covers)
                && BotStatement.of(statement).isEmpty();
    }

    private Outcome given(PolicyDocument left, List<String> touched) {
        var granting = new Granting(left, takeOver.grant(), context);
        Optional<Outcome> stranger = granting.stranger();
        boolean denied = Deny.isPresent(left, takeOver.grant(), context);
        // Nothing of theirs stands beside it.
        var alone = new Edit.Grant(takeOver.principal(), takeOver.access(), takeOver.until());
        return stranger.orElseGet(
                () -> new Outcome.Changed(granting.added(), touched, GrantWarnings.of(alone, context, denied)));
    }

    private Outcome nothingOfTheirs() {
        return Outcome.refused(RevocationProblems.nothingToTakeOver(
                takeOver.access(), context.target(), context.names().of(takeOver.principal())));
    }
}

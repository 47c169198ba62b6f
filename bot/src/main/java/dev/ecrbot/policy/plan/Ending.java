package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalForm;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.holding.Ownership;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.phrase.AlreadySo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes a principal out of the bot's statements that a grant put it into. */
final class Ending {
    private final PolicyDocument base;
    private final Edit.End end;
    private final PlanContext context;
    private final Partition home;

    Ending(PolicyDocument base, Edit.End end, PlanContext context) {
        this.base = base;
        this.end = end;
        this.context = context;
        this.home = context.home();
    }

    Outcome outcome() {
        if (parts().stream().noneMatch(this::stands)) {
            return Outcome.nothing(gone());
        }
        List<Statement> after = without();
        return after.equals(base.statements())
                ? Outcome.nothing(AlreadySo.anotherGrantGives(
                        end.access(), context.names().of(end.principal())))
                : new Outcome.Changed(after, List.of(), List.of());
    }

    /** Returns whether the principal, and all that stands beside it, is where the grant put it. */
    boolean isThere() {
        return parts().stream().allMatch(this::stands);
    }

    /** Returns the statements without the principal there, except for what another grant gives it in the same place. */
    List<Statement> without() {
        var ownership = new Ownership(base, context.owned(), home);
        List<Statement> after = base.statements();
        for (Principal part : parts()) {
            Optional<BotStatement> place = place(part).filter(form -> !ownership.ours(form, part));
            if (place.isPresent()) {
                after = taken(after, place.get(), part);
            }
        }
        return after;
    }

    private List<? extends Principal> parts() {
        return end.principal().parts();
    }

    private boolean stands(Principal part) {
        return place(part).isPresent();
    }

    // Whether ends are written into policies may have been switched since the grant, so both places are looked at.
    private Optional<BotStatement> place(Principal part) {
        return part instanceof Principal.Grantable grantable
                ? Stream.of(end.until(), Optional.<Instant>empty())
                        .map(until -> new BotStatement(end.access(), until, PrincipalForm.of(grantable)))
                        .filter(form ->
                                base.statements().stream().anyMatch(statement -> isPlace(statement, form, part)))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isPlace(Statement statement, BotStatement form, Principal part) {
        return BotStatement.of(statement).equals(Optional.of(form)) && statement.names(part, home);
    }

    private List<Statement> taken(List<Statement> statements, BotStatement form, Principal part) {
        var leaving = new PrincipalRemoval(home, part::equals);
        return statements.stream()
                .flatMap(statement ->
                        (isPlace(statement, form, part) ? leaving.from(statement) : Optional.of(statement)).stream())
                .toList();
    }

    private String gone() {
        boolean held = base.statements().stream()
                .anyMatch(statement -> statement.grants() && statement.names(end.principal(), home));
        return AlreadySo.givenNoMore(end.access(), context.names().of(end.principal()), held);
    }
}

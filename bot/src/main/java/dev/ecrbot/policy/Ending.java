package dev.ecrbot.policy;

import dev.ecrbot.ecr.Partition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes a principal out of the bot's statement that a grant put it into. */
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

    // Whether ends are written into policies may have been switched since the grant, so both places are looked at.
    Outcome outcome() {
        return place().map(this::from).orElseGet(() -> Outcome.nothing(gone()));
    }

    /** Returns the form of the statement that the principal is to be taken out of; empty if it is in neither place. */
    Optional<OwnForm> place() {
        var timed = new OwnForm(end.access(), end.until());
        var endless = new OwnForm(end.access(), Optional.empty());
        return Stream.of(timed, endless).filter(this::present).findFirst();
    }

    /** Returns the statements without the principal in that place, unless another grant gives it the same there. */
    List<Statement> without(OwnForm place) {
        return givenOn(place) ? base.statements() : taken(place);
    }

    private boolean present(OwnForm form) {
        return base.statements().stream().anyMatch(statement -> isPlace(statement, form));
    }

    private boolean isPlace(Statement statement, OwnForm form) {
        return OwnForm.of(statement).equals(Optional.of(form)) && statement.names(end.principal(), home);
    }

    private Outcome from(OwnForm form) {
        if (givenOn(form)) {
            return Outcome.nothing("Another grant still gives " + end.access() + " to "
                    + context.names().of(end.principal()) + ".");
        }
        return new Outcome.Changed(taken(form), List.of(), List.of());
    }

    private boolean givenOn(OwnForm form) {
        return new Ownership(base, context.owned(), home).ours(form, end.principal());
    }

    private List<Statement> taken(OwnForm form) {
        var leaving = new Leaving(home, end.principal()::equals);
        return base.statements().stream()
                .flatMap(statement ->
                        (isPlace(statement, form) ? leaving.from(statement) : Optional.of(statement)).stream())
                .toList();
    }

    private String gone() {
        boolean held = base.statements().stream()
                .anyMatch(statement -> statement.grants() && statement.names(end.principal(), home));
        String name = context.names().of(end.principal());
        return "The bot's statement doesn't give " + end.access() + " to " + name + " any more."
                + (held ? " Statements that others wrote or changed still name it." : "");
    }
}

package dev.ecrbot.policy;

import dev.ecrbot.ecr.Partition;
import java.util.List;
import java.util.Optional;

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
        var timed = new OwnForm(end.access(), end.until());
        var endless = new OwnForm(end.access(), Optional.empty());
        if (present(timed)) {
            return from(timed);
        }
        return present(endless) ? from(endless) : Outcome.nothing(gone());
    }

    private boolean present(OwnForm form) {
        return base.statements().stream().anyMatch(statement -> isPlace(statement, form));
    }

    private boolean isPlace(Statement statement, OwnForm form) {
        return OwnForm.of(statement).equals(Optional.of(form)) && statement.names(end.principal(), home);
    }

    private Outcome from(OwnForm form) {
        if (new Ownership(base, context.owned(), home).ours(form, end.principal())) {
            return Outcome.nothing("Another grant still gives " + end.access() + " to "
                    + context.names().of(end.principal()) + ".");
        }
        var leaving = new Leaving(home, end.principal()::equals);
        List<Statement> after = base.statements().stream()
                .flatMap(statement ->
                        (isPlace(statement, form) ? leaving.from(statement) : Optional.of(statement)).stream())
                .toList();
        return new Outcome.Changed(after, List.of(), List.of());
    }

    private String gone() {
        boolean held = base.statements().stream()
                .anyMatch(statement -> statement.grants() && statement.names(end.principal(), home));
        String name = context.names().of(end.principal());
        return "The bot's statement doesn't give " + end.access() + " to " + name + " any more."
                + (held ? " Statements that others wrote or changed still name it." : "");
    }
}

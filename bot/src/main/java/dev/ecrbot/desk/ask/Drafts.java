package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.command.guess.DraftCheck;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.util.Map;
import java.util.Optional;

/** What is filled in to ask for access: what is wrong with it, and what would come of it. Thread-safe. */
public record Drafts(CommandParser parser, DraftCheck check, Previewing previewing) {

    /** Returns what is wrong with which field, as far as that can be told without asking anybody. */
    public Map<Draft.Field, Problem> wrong(Draft draft) {
        return check.wrong(draft);
    }

    /** Returns what would come of it; that asks Slack and AWS. */
    public Preview preview(PersonId person, Draft draft) {
        return parser.parse(draft.line().sent())
                .<Preview>visit(
                        understood -> understood.command() instanceof Command.Grant grant
                                ? previewing.of(person, new Origin("", Optional.empty()), grant)
                                : new Preview.Unfinished(),
                        misunderstood -> new Preview.Unfinished());
    }
}

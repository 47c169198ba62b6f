package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.command.guess.DraftCheck;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RepositoryProblems;
import dev.ecrbot.problem.RequestProblems;
import dev.ecrbot.rules.PersonId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is filled in to ask for access: what is wrong with it, and what would come of it. Thread-safe. */
public record Drafts(
        CommandParser parser,
        DraftCheck check,
        Previewing previewing,
        Corrections corrections,
        Ledger ledger,
        Names names) {
    private static final int REQUESTS = 50;
    private static final int MOST = 90;

    /** Returns whom this person can mean: those that they asked for last, and then the accounts that have a name here. */
    public List<Whom> whom(PersonId person) {
        return Stream.concat(
                        asked(person).stream()
                                .flatMap(request ->
                                        Whom.of(request.change().edit().principal(), names).stream()),
                        names.accounts().keySet().stream().map(account -> new Whom(account, "")))
                .distinct()
                .limit(MOST)
                .toList();
    }

    // Without it the form is one field shorter, and asks all the same.
    private List<Request> asked(PersonId person) {
        try {
            return ledger.transact(transaction -> transaction.requests().of(person, REQUESTS));
        } catch (ProblemException e) {
            return List.of();
        }
    }

    /** Returns what is wrong with which field, as far as that can be told without asking anybody. */
    public Map<Draft.Field, Problem> wrong(Draft draft) {
        Map<Draft.Field, Problem> wrong = check.wrong(draft);
        return wrong.isEmpty() ? grant(draft).map(this::wrongByRule).orElse(wrong) : wrong;
    }

    private Map<Draft.Field, Problem> wrongByRule(Command.Grant grant) {
        var wrong = new EnumMap<Draft.Field, Problem>(Draft.Field.class);
        previewing.wrongEnd(grant).ifPresent(problem -> wrong.put(Draft.Field.END, RequestProblems.otherEnd(problem)));
        previewing
                .wrongReason(grant)
                .ifPresent(problem -> wrong.put(Draft.Field.REASON, RequestProblems.otherReason(problem)));
        return wrong;
    }

    /** Returns what would come of it; that asks Slack and AWS. */
    public Preview preview(PersonId person, Draft draft) {
        return grant(draft).map(grant -> preview(person, draft, grant)).orElseGet(Preview.Unfinished::new);
    }

    private Preview preview(PersonId person, Draft draft, Command.Grant grant) {
        Preview preview = previewing.of(person, new Origin("", Optional.empty()), grant);
        return preview instanceof Preview.Refused refused
                ? new Preview.Refused(better(person, draft, grant, refused.problem()))
                : preview;
    }

    /** Names the repository that was most likely meant by one that isn't there. */
    private Problem better(PersonId person, Draft draft, Command.Grant grant, Problem problem) {
        return corrections
                .of(person, grant, CommandText.of(draft.line().sent()), problem)
                .map(meant -> RepositoryProblems.otherName(problem, meant.repository()))
                .orElse(problem);
    }

    private Optional<Command.Grant> grant(Draft draft) {
        return parser.parse(draft.line().sent())
                .<Optional<Command.Grant>>visit(
                        understood -> understood.command() instanceof Command.Grant grant
                                ? Optional.of(grant)
                                : Optional.empty(),
                        misunderstood -> Optional.empty());
    }
}

package dev.ecrbot.command.guess;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Examples;
import dev.ecrbot.command.Names;
import dev.ecrbot.problem.AccountProblems;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.SentenceProblems;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Finds what is wrong with the fields of a form, as far as that can be told without asking anybody. Immutable. */
public final class DraftCheck {
    private static final Problem NOBODY = AccountProblems.notSaid();

    private final CommandParser exact;
    private final Names names;

    public DraftCheck(CommandParser exact, Names names) {
        this.exact = exact;
        this.names = names;
    }

    /** Returns each field that can't stay as it is, with the reason; nothing if the whole can be asked for. */
    public Map<Draft.Field, Problem> wrong(Draft draft) {
        var wrong = new EnumMap<Draft.Field, Problem>(Draft.Field.class);
        Optional<Problem> repository = parsed("status " + Draft.quoted(draft.repository()));
        repository.ifPresent(problem -> wrong.put(Draft.Field.REPOSITORY, problem));
        String somewhere = repository.isPresent() ? new Examples(names).repository() : draft.repository();
        if (draft.account().isBlank() && !draft.isWhole()) {
            wrong.put(Draft.Field.ACCOUNT, NOBODY);
        } else {
            who(new Draft(word(draft), somewhere, draft.account(), draft.role(), "", ""))
                    .ifPresent(problem -> wrong.put(field(draft, problem), problem));
        }
        end(draft.end()).ifPresent(problem -> wrong.put(Draft.Field.END, problem));
        if (wrong.isEmpty()) {
            parsed(draft.line().sent()).ifPresent(problem -> wrong.put(Draft.Field.REPOSITORY, problem));
        }
        wrong.replaceAll((field, problem) -> text(draft, field).contains(",") ? onlyOne(problem) : problem);
        return wrong;
    }

    private static String text(Draft draft, Draft.Field field) {
        return switch (field) {
            case REPOSITORY -> draft.repository();
            case ACCOUNT -> draft.account();
            case ROLE -> draft.role();
            case ACCESS, END, REASON -> "";
        };
    }

    private static Problem onlyOne(Problem problem) {
        return SentenceProblems.roomForOneName(problem);
    }

    private String word(Draft draft) {
        return draft.access().isBlank() ? names.accesses().words().get(0) : draft.access();
    }

    private Optional<Problem> who(Draft draft) {
        return parsed(draft.line().sent());
    }

    private static Draft.Field field(Draft draft, Problem problem) {
        if (problem.code() == Code.ACCESS_UNKNOWN) {
            return Draft.Field.ACCESS;
        }
        return draft.role().isBlank() || problem.code() == Code.ACCOUNT_UNKNOWN
                ? Draft.Field.ACCOUNT
                : Draft.Field.ROLE;
    }

    private Optional<Problem> end(String end) {
        try {
            if (!end.isBlank()) {
                exact.end(new Line(end).sent());
            }
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private Optional<Problem> parsed(String line) {
        return exact.parse(line)
                .<Optional<Problem>>visit(
                        understood -> Optional.empty(), misunderstood -> Optional.of(misunderstood.problem()));
    }
}

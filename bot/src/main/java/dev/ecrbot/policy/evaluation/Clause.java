package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Statement;
import java.util.List;

/** A statement made ready to be asked many questions; immutable. */
final class Clause {
    private final Statement statement;
    private final Decider.Source source;
    private final int place;
    private final Callers callers;
    private final Actions actions;
    private final Resources resources;
    private final List<Term> terms;

    Clause(Statement statement, Decider.Source source, int place, Partition home, boolean variables) {
        this.statement = statement;
        this.source = source;
        this.place = place;
        this.callers = new Callers(statement, home);
        this.actions = new Actions(statement);
        this.resources = new Resources(statement, source, variables);
        this.terms = statement.conditions().stream()
                .map(condition -> new Term(condition, variables))
                .toList();
    }

    Decider.Source source() {
        return source;
    }

    Decider.Part part() {
        if (statement.opaque()) {
            return Decider.Part.UNREADABLE;
        }
        return statement.allows() ? Decider.Part.ALLOWS : Decider.Part.DENIES;
    }

    /**
     * Returns whether it is about what is asked.
     *
     * @param action the question's {@linkplain Actions#fold in lower case}
     */
    Truth applies(Question question, String action, String arn, Known known) {
        if (statement.opaque()) {
            return Truth.unknown("Statement");
        }
        if (!actions.include(action)) {
            return Truth.FALSE;
        }
        Truth about = callers.include(question.principal());
        if (about.isFalse()) {
            return about;
        }
        return about.and(resources.include(arn, known)).and(conditions(known));
    }

    Truth conditions(Known known) {
        Truth all = Truth.TRUE;
        for (Term term : terms) {
            all = all.and(term.in(known));
            if (all.isFalse()) {
                return all;
            }
        }
        return all;
    }

    Decider decider(Truth truth) {
        return new Decider(source, place, statement.sid(), part(), truth.missing());
    }
}

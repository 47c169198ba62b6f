package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.ConditionMatcher;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A statement made ready to be asked many questions; immutable. Of one that can't be understood what can be read is judged: it
 * isn't about what that rules out, and may be about all else.
 */
final class StatementMatcher {
    private static final Truth UNREAD = Truth.unknown("Statement");
    private final Statement written;
    private final Statement statement;
    private final Decider.Source source;
    private final int place;
    private final Decider.Part part;
    private final Callers callers;
    private final Actions actions;
    private final Resources resources;
    private final List<ConditionMatcher> terms;
    private final boolean timed;

    StatementMatcher(Statement written, Decider.Source source, int place, Partition home, boolean variables) {
        this.written = written;
        this.statement = written.widest();
        this.source = source;
        this.place = place;
        this.part = Decider.Part.of(written);
        this.callers = new Callers(statement, part != Decider.Part.ALLOWS, home);
        this.actions = new Actions(statement);
        this.resources = new Resources(statement, source, variables);
        this.terms = statement.conditions().stream()
                .map(condition -> new ConditionMatcher(condition, variables))
                .toList();
        this.timed = terms.stream().anyMatch(ConditionMatcher::timed);
    }

    Decider.Source source() {
        return source;
    }

    Decider.Part part() {
        return part;
    }

    /**
     * Returns whether it is about what is asked.
     *
     * @param action the question's {@linkplain Actions#fold in lower case}
     */
    Truth applies(Question question, String action, String arn, RequestContext known) {
        if (!actions.include(action)) {
            return Truth.FALSE;
        }
        Truth about = callers.include(question.principal());
        if (about.isFalse()) {
            return about;
        }
        return about.and(resources.include(arn, known)).and(conditions(known)).and(readable());
    }

    private Truth readable() {
        return written.opaque() ? UNREAD : Truth.TRUE;
    }

    Truth conditions(RequestContext known) {
        Truth all = Truth.TRUE;
        for (ConditionMatcher term : terms) {
            all = all.and(term.in(known));
            if (all.isFalse()) {
                return all;
            }
        }
        return all;
    }

    /** @param folded the action {@linkplain Actions#fold in lower case} */
    boolean covers(String folded) {
        return actions.include(folded);
    }

    /** Returns a text that says whom it is about. */
    String callers() {
        return callers.text();
    }

    /** Returns whether what it says depends on the time. */
    boolean timed() {
        return timed;
    }

    /** Returns the moments at which what it says may change. */
    Stream<Instant> moments() {
        return terms.stream().flatMap(ConditionMatcher::moments);
    }

    /**
     * Returns what its applying to a caller depends on beside the time, whatever the action; nothing if it doesn't apply.
     *
     * @param caller one whom it names, or is about without a name; everyone in an account for an account
     */
    Optional<Dependency> proviso(Principal caller, Setting setting, RequestContext timeless) {
        Optional<Dependency> proviso = and(Optional.of(Dependency.NONE), readable(), written.toString());
        if (statement.exceptsPrincipals()) {
            proviso = and(proviso, callers.excepting(caller), callers.text());
        } else if (written.opaque()) {
            proviso = and(proviso, callers.include(caller), callers.text());
        }
        if (statement.hasResources()) {
            Truth there = setting.arn()
                    .map(arn -> resources.include(arn, timeless))
                    .orElseGet(() -> resources.all() ? Truth.TRUE : Truth.unknown("Resource"));
            proviso = and(proviso, there, resources.text());
        } else {
            proviso = and(proviso, resources.include("", timeless), resources.text());
        }
        for (ConditionMatcher term : terms) {
            if (!term.timed()) {
                proviso = and(proviso, term.in(timeless), term);
            }
        }
        return proviso;
    }

    /** Returns the rest of what its applying depends on, at a moment. */
    Optional<Dependency> at(RequestContext moment, Dependency beside) {
        Optional<Dependency> proviso = Optional.of(beside);
        for (ConditionMatcher term : terms) {
            if (term.timed()) {
                proviso = and(proviso, term.in(moment), term);
            }
        }
        return proviso;
    }

    private static Optional<Dependency> and(Optional<Dependency> proviso, Truth truth, String text) {
        return and(proviso, truth, all -> all.and(text, truth.missing()));
    }

    private static Optional<Dependency> and(Optional<Dependency> proviso, Truth truth, ConditionMatcher term) {
        return and(proviso, truth, all -> all.and(term, truth.missing()));
    }

    private static Optional<Dependency> and(Optional<Dependency> proviso, Truth truth, UnaryOperator<Dependency> more) {
        if (truth.isFalse()) {
            return Optional.empty();
        }
        return truth.known() ? proviso : proviso.map(more);
    }

    Decider decider(Truth truth) {
        return new Decider(source, place, written.sid(), part, truth.missing());
    }
}

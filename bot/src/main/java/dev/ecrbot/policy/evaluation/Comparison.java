package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy before and after a change, made ready to tell whom the change concerns; not thread-safe.
 *
 * <p>Compared is what the policies let through, as {@link Evaluation} sees it, at every moment from now on. Where it depends
 * on what isn't known, what it depends on is compared: so a change may be told that comes to nothing, and never the other
 * way round. An account stands for everyone in it who has no statement of their own; the one that owns the registry gives
 * its people nothing. An entry that is no ARN and no service (a canonical user) stands for itself alone.
 */
public final class Comparison {
    private final Clauses kept;
    private final Clauses beside;
    private final Clauses removed;
    private final Clauses added;
    private final List<String> actions;
    private final List<String> folded;
    private final Setting setting;

    /**
     * Takes the statements that both have, which only one has, and the actions to look at; a text with wildcards among
     * them stands for what nothing names more exactly.
     */
    public Comparison(
            Collection<Statement> kept, Side removed, Side added, Collection<String> actions, Setting setting) {
        this.kept = new Clauses(kept, removed.variables(), setting.source(), setting);
        this.removed = new Clauses(removed.statements(), removed.variables(), setting.source(), setting);
        this.added = new Clauses(added.statements(), added.variables(), setting.source(), setting);
        PolicyDocument other = setting.beside();
        this.beside = new Clauses(other.statements(), other.hasVariables(), Decider.Source.REGISTRY, setting);
        this.actions = List.copyOf(actions);
        this.folded = actions.stream().map(Actions::fold).toList();
        this.setting = setting;
    }

    /**
     * Statements that one of the two has.
     *
     * @param variables whether the policy's version knows policy variables
     */
    public record Side(Collection<Statement> statements, boolean variables) {}

    /** Returns what changes for the caller, in the order of the actions and of time. */
    public List<Shift> shifts(Principal caller) {
        Known timeless = setting.known(caller);
        Course before = Course.of(removed, caller, setting, timeless);
        Course after = Course.of(added, caller, setting, timeless);
        if (before.lines().isEmpty() && after.lines().isEmpty()) {
            return List.of();
        }
        Course both = Course.of(kept, caller, setting, timeless).and(Course.of(beside, caller, setting, timeless));
        Course first = both.and(before);
        Course second = both.and(after);
        List<List<Change>> changes = new ArrayList<>();
        actions.forEach(action -> changes.add(new ArrayList<>()));
        for (Instant moment :
                Course.moments(setting.now(), Stream.of(first, after).flatMap(course -> course.lines().stream()))) {
            List<Ruling> was = first.at(moment, folded);
            List<Ruling> is = second.at(moment, folded);
            for (int index = 0; index < actions.size(); index++) {
                changes.get(index).add(new Change(moment, was.get(index), is.get(index)));
            }
        }
        var shifts = new ArrayList<Shift>();
        for (int index = 0; index < actions.size(); index++) {
            shifts.addAll(Change.shifts(actions.get(index), changes.get(index)));
        }
        return List.copyOf(shifts);
    }
}

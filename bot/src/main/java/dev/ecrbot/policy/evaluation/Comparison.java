package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A policy before and after a change, made ready to tell whom the change concerns; not thread-safe.
 *
 * <p>Compared is what the policies let through, as {@link Evaluation} sees it, at every moment from now on. Where it depends
 * on what isn't known, the requests are compared that meet the conditions; where there are too many kinds of them, a change
 * may be told that comes to nothing, and never the other way round. An account stands for everyone in it who has no statement of their own; the one that owns the registry gives
 * its people nothing. An entry that is no ARN and no service (a canonical user) stands for itself alone.
 */
public final class Comparison {
    private final StatementMatchers kept;
    private final StatementMatchers beside;
    private final StatementMatchers removed;
    private final StatementMatchers added;
    private final List<String> actions;
    private final List<String> folded;
    private final Setting setting;

    /**
     * Takes the statements that both have, which only one has, and the actions to look at; a text with wildcards among
     * them stands for what nothing names more exactly.
     */
    public Comparison(
            Collection<Statement> kept, Side removed, Side added, Collection<String> actions, Setting setting) {
        this.kept = new StatementMatchers(kept, removed.variables(), setting.source(), setting);
        this.removed = new StatementMatchers(removed.statements(), removed.variables(), setting.source(), setting);
        this.added = new StatementMatchers(added.statements(), added.variables(), setting.source(), setting);
        PolicyDocument other = setting.beside();
        this.beside = new StatementMatchers(other.statements(), other.hasVariables(), Decider.Source.REGISTRY, setting);
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
        RequestContext timeless = setting.known(caller);
        DecisionTimeline before = DecisionTimeline.of(removed, caller, setting, timeless);
        DecisionTimeline after = DecisionTimeline.of(added, caller, setting, timeless);
        if (before.lines().isEmpty() && after.lines().isEmpty()) {
            return List.of();
        }
        DecisionTimeline both = DecisionTimeline.of(kept, caller, setting, timeless)
                .and(DecisionTimeline.of(beside, caller, setting, timeless));
        DecisionTimeline first = both.and(before);
        DecisionTimeline second = both.and(after);
        Map<Map.Entry<Ruling.Text, Ruling.Text>, Direction> directions = new HashMap<>();
        List<List<Change>> changes = new ArrayList<>();
        actions.forEach(action -> changes.add(new ArrayList<>()));
        for (Instant moment : DecisionTimeline.moments(
                setting.now(), Stream.of(first, after).flatMap(course -> course.lines().stream()))) {
            List<Ruling> was = first.at(moment, folded);
            List<Ruling> is = second.at(moment, folded);
            for (int index = 0; index < actions.size(); index++) {
                Ruling old = was.get(index);
                Ruling young = is.get(index);
                Direction direction = directions.computeIfAbsent(
                        Map.entry(old.text(), young.text()), texts -> Direction.of(old, young, timeless));
                changes.get(index).add(new Change(moment, old, young, direction));
            }
        }
        var shifts = new ArrayList<Shift>();
        for (int index = 0; index < actions.size(); index++) {
            shifts.addAll(Change.shifts(actions.get(index), changes.get(index)));
        }
        return List.copyOf(shifts);
    }
}

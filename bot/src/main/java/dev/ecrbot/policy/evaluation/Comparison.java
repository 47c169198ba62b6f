package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Map<Asked, Direction> directions = new HashMap<>();

    /** Two rulings and what is known of the keys that they look at. */
    private record Asked(Ruling.Text was, Ruling.Text is, Map<String, Value> known) {}

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
        Map<Set<StatementMatcher>, List<RulingChange>> changes = new HashMap<>();
        var shifts = new ArrayList<Shift>();
        for (int index = 0; index < actions.size(); index++) {
            String action = folded.get(index);
            Set<StatementMatcher> about = Stream.of(first, second)
                    .flatMap(course -> course.lines().stream())
                    .map(DecisionTimeline.Line::clause)
                    .filter(clause -> clause.covers(action))
                    .collect(Collectors.toSet());
            // Of actions that the same statements are about the same is said.
            List<RulingChange> own = changes.computeIfAbsent(about, a -> changes(first, second, action, timeless));
            shifts.addAll(RulingChange.shifts(actions.get(index), own));
        }
        return List.copyOf(shifts);
    }

    private List<RulingChange> changes(
            DecisionTimeline first, DecisionTimeline second, String action, RequestContext timeless) {
        var changes = new ArrayList<RulingChange>();
        for (Instant moment : DecisionTimeline.moments(
                setting.now(), Stream.of(first, second).flatMap(course -> course.lines().stream()))) {
            Ruling was = first.at(moment, List.of(action)).get(0);
            Ruling is = second.at(moment, List.of(action)).get(0);
            Direction direction = was.text().equals(is.text())
                    ? Direction.SAME
                    : directions.computeIfAbsent(
                            new Asked(was.text(), is.text(), known(was, is, timeless)),
                            asked -> Direction.of(was, is, timeless));
            changes.add(RulingChange.of(moment, was, is, direction));
        }
        return List.copyOf(changes);
    }

    private static Map<String, Value> known(Ruling was, Ruling is, RequestContext timeless) {
        return Stream.of(was, is)
                .flatMap(ruling -> ruling.terms().values().stream())
                .flatMap(Optional::stream)
                .flatMap(term -> term.keys().stream())
                .distinct()
                .collect(Collectors.toMap(key -> key, timeless::folded));
    }
}

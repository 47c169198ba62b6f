package dev.ecrbot.policy.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Holding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A change worked out against a policy; immutable.
 *
 * @param base the policy it was worked out against
 * @param proposed the policy afterwards; if it {@linkplain PolicyDocument#isEmpty() is empty}, the policy is to be
 *     deleted
 * @param effects who gains and loses what
 * @param diff the changed lines with some around them; empty if only the bot's own records change
 * @param touchedForeign the canonical text of each statement of others that the edit changes
 * @param warnings what an approver should know, in the order of their kinds
 * @param remaining after something is taken away: the access that is left to the principal, and through what
 */
public record Plan(
        PolicyDocument base,
        PolicyDocument proposed,
        List<Effect> effects,
        List<DiffLine> diff,
        List<String> touchedForeign,
        List<Warning> warnings,
        List<Holding> remaining)
        implements Planned {
    public Plan {
        effects = List.copyOf(effects);
        diff = List.copyOf(diff);
        touchedForeign = List.copyOf(touchedForeign);
        warnings = List.copyOf(warnings);
        remaining = List.copyOf(remaining);
    }

    /**
     * Returns whether what was approved with this plan is what the other one would do: equal effects, touched foreign
     * statements and warnings, whatever the base.
     *
     * <p>What would have been lost for a time that is over by now was lost without the change, which doesn't make it another.
     * <p>The room left in the policy doesn't count, since every other change alters it. Nor does it that a deleted
     * principal's id, whose dropping was approved here, has been dropped meanwhile, or that an error in the policy is gone.
     */
    public boolean sameMeaning(Plan other, Instant now) {
        return at(now, effects).equals(at(now, other.effects))
                && touchedForeign.equals(other.touchedForeign)
                && lasting().equals(other.lasting())
                && passing().containsAll(other.passing());
    }

    private static List<Effect> at(Instant now, List<Effect> effects) {
        return effects.stream().flatMap(effect -> effect.at(now).stream()).toList();
    }

    /** Returns the plan with one more warning. */
    public Plan with(Warning warning) {
        var more = new ArrayList<>(warnings);
        more.add(warning);
        more.sort(Comparator.comparing(Warning::kind));
        return new Plan(base, proposed, effects, diff, touchedForeign, more, remaining);
    }

    /**
     * Returns the plan with what the approved one warns of besides its policy: what a repository's tags tell isn't in there,
     * so planning again doesn't find it.
     */
    public Plan keeping(Plan approved) {
        return approved.warnings().stream()
                .filter(warning -> warning.kind() == Warning.Kind.MANAGED_ELSEWHERE)
                .reduce(this, Plan::with, (first, second) -> second);
    }

    /** Returns the plan with what is left to the principal besides, through another policy. */
    public Plan leaving(List<Holding> besides) {
        var more = new ArrayList<>(remaining);
        more.addAll(besides);
        return new Plan(base, proposed, effects, diff, touchedForeign, warnings, more);
    }

    @Override
    public <T> T visit(
            Function<? super Plan, ? extends T> plan,
            Function<? super NothingToChange, ? extends T> nothing,
            Function<? super Refused, ? extends T> refused) {
        return plan.apply(this);
    }

    private List<Warning> lasting() {
        return warnings.stream()
                .filter(warning -> warning.kind() != Warning.Kind.NEAR_SIZE_LIMIT
                        && warning.kind() != Warning.Kind.REGISTRY_UNKNOWN)
                .filter(warning -> !passing(warning))
                .toList();
    }

    private Set<Warning> passing() {
        return warnings.stream().filter(Plan::passing).collect(Collectors.toSet());
    }

    private static boolean passing(Warning warning) {
        return warning.kind() == Warning.Kind.ORPHAN_DROPPED || warning.kind() == Warning.Kind.LINT_ERROR;
    }

    /** Returns the plan as JSON, for the store. */
    public JsonNode toJson() {
        return PlanJson.write(this);
    }

    /**
     * Returns the plan that was written by {@link #toJson}.
     *
     * @throws dev.ecrbot.problem.ProblemException if it is something else
     */
    public static Plan fromJson(JsonNode json) {
        return PlanJson.read(json);
    }
}

package dev.ecrbot.policy.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Holding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Set<Warning.Kind> BESIDES_THE_POLICY =
            EnumSet.of(Warning.Kind.MANAGED_ELSEWHERE, Warning.Kind.PRODUCTION, Warning.Kind.FIRST_FOR_ACCOUNT);

    /** What is warned of because of what others wrote; the other kinds follow from the change, or may pass. */
    private static final Set<Warning.Kind> BY_OTHERS =
            EnumSet.of(Warning.Kind.DENY_PRESENT, Warning.Kind.FOREIGN_STATEMENT_SPLIT, Warning.Kind.OPAQUE_STATEMENT);

    public Plan {
        effects = List.copyOf(effects);
        diff = List.copyOf(diff);
        touchedForeign = List.copyOf(touchedForeign);
        warnings = List.copyOf(warnings);
        remaining = List.copyOf(remaining);
    }

    /** Returns a plan that says nothing: what is left of one that isn't kept any more. */
    public static Plan nothing() {
        return new Plan(
                PolicyDocument.empty(), PolicyDocument.empty(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** What somebody decides on, whatever the base and however it is worded. */
    public enum Aspect {
        /** Who gains and loses what. */
        EFFECTS,
        /** Which statements of others are changed. */
        TOUCHED_FOREIGN,
        /** What there is to know before deciding. */
        WARNINGS
    }

    /**
     * Returns in what the other plan would do something else than what was approved with this one; nothing if it does the same.
     *
     * <p>Words don't count, so another name for an account or a better sentence makes no other plan, nor do warnings that
     * follow from the change alone. What would have been lost for a time that is over by now was lost without the change. The
     * room left in the policy doesn't count, since every other change alters it. Nor does it that a deleted principal's id,
     * whose dropping was approved here, has been dropped meanwhile, nor an error that stood in the policy before.
     */
    public Set<Aspect> differences(Plan other, Instant now) {
        var differences = EnumSet.noneOf(Aspect.class);
        if (!at(now, effects).equals(at(now, other.effects))) {
            differences.add(Aspect.EFFECTS);
        }
        if (!touchedForeign.equals(other.touchedForeign)) {
            differences.add(Aspect.TOUCHED_FOREIGN);
        }
        if (!byOthers().equals(other.byOthers()) || !orphansDropped().containsAll(other.orphansDropped())) {
            differences.add(Aspect.WARNINGS);
        }
        return differences;
    }

    /** Returns whether the other plan would do what was approved with this one. */
    public boolean sameMeaning(Plan other, Instant now) {
        return differences(other, now).isEmpty();
    }

    private static List<Effect> at(Instant now, List<Effect> effects) {
        return effects.stream()
                .flatMap(effect -> effect.at(now).stream())
                .map(Effect::withoutWords)
                .toList();
    }

    /** Returns whether a statement denies some of what is given, or may. */
    public boolean denied() {
        return has(Warning.Kind.DENY_PRESENT);
    }

    /** Returns whether a statement denies some of what is given, or one that can't be read may. */
    public boolean hindered() {
        return denied() || has(Warning.Kind.REGISTRY_UNKNOWN);
    }

    /** Returns whether the registry's own policy denies some of what is given, or may. */
    public boolean deniedBeside() {
        return warnings.stream()
                .filter(warning -> warning.kind() == Warning.Kind.DENY_PRESENT)
                .anyMatch(warning -> Hindrance.isBeside(warning.text()));
    }

    private boolean has(Warning.Kind kind) {
        return warnings.stream().anyMatch(warning -> warning.kind() == kind);
    }

    /** Returns whether some of what is given depends on a condition. */
    public boolean conditional() {
        return effects.stream()
                .anyMatch(effect ->
                        !effect.gains().isEmpty() && !effect.conditions().isEmpty());
    }

    /** Returns the plan with one more warning. */
    public Plan with(Warning warning) {
        var more = new ArrayList<>(warnings);
        more.add(warning);
        more.sort(Comparator.comparing(Warning::kind));
        return new Plan(base, proposed, effects, diff, touchedForeign, more, remaining);
    }

    /** Returns the plan with what a policy that was read denies of what it gives, in place of what was known of that. */
    public Plan hinderedBy(Optional<Hindrance> found) {
        List<Warning> others = warnings.stream()
                .filter(warning -> warning.kind() != Warning.Kind.DENY_PRESENT)
                .toList();
        var plan = new Plan(base, proposed, effects, diff, touchedForeign, others, remaining);
        return found.map(hindrance -> plan.with(new Warning(Warning.Kind.DENY_PRESENT, hindrance.text())))
                .orElse(plan);
    }

    /**
     * Returns the plan with what the approved one warns of besides its policy: what tags and records tell isn't in there, so
     * planning again doesn't find it.
     */
    public Plan keeping(Plan approved) {
        return approved.warnings().stream()
                .filter(warning -> BESIDES_THE_POLICY.contains(warning.kind()))
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

    private Set<Warning.Kind> byOthers() {
        return warnings.stream()
                .map(Warning::kind)
                .filter(BY_OTHERS::contains)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Warning.Kind.class)));
    }

    private Set<String> orphansDropped() {
        Set<String> dropped = orphans(base);
        dropped.removeAll(orphans(proposed));
        return dropped;
    }

    private static Set<String> orphans(PolicyDocument document) {
        return document.statements().stream()
                .flatMap(statement -> statement.principals(Partition.AWS).stream())
                .filter(Principal.Orphan.class::isInstance)
                .map(Principal::text)
                .collect(Collectors.toCollection(TreeSet::new));
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

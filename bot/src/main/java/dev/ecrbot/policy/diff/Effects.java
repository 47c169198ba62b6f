package dev.ecrbot.policy.diff;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.evaluation.Comparison;
import dev.ecrbot.policy.evaluation.Comparison.Side;
import dev.ecrbot.policy.evaluation.Setting;
import dev.ecrbot.policy.evaluation.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Works out who gains and who loses what, from what the policy before and after decide and from nothing else: how either is
 * written has no part in it. Of a statement that can't be understood nobody knows what it comes to, so one that came or went
 * is left out here: {@link PolicyDiff} names it.
 */
public final class Effects {
    private static final Comparator<Principal> BY_NAME =
            Comparator.comparing(Principal::type).thenComparing(Principal::text);

    private Effects() {}

    /** Returns what comes of one policy's taking the place of another; nothing if both mean the same, however they are written. */
    public static List<Effect> between(PolicyDocument before, PolicyDocument after, Setting setting) {
        return between(
                new Side(before.statements(), before.hasVariables()),
                new Side(after.statements(), after.hasVariables()),
                setting);
    }

    /**
     * Returns the effects in the order of the principals' texts. What comes to somebody as to everyone in their account, or
     * to a session as to its role, isn't told twice.
     */
    public static List<Effect> between(Side before, Side after, Setting setting) {
        var difference = Difference.between(before, after, setting.home());
        if (difference.isEmpty()) {
            return List.of();
        }
        var vocabulary = new ActionUniverse(difference.statements(), difference.all(), setting.source());
        var comparison = new Comparison(
                difference.kept(),
                new Side(difference.removed(), before.variables()),
                new Side(difference.added(), after.variables()),
                vocabulary.actions(),
                setting);
        Map<Principal, List<Shift>> shifts = new TreeMap<>(BY_NAME);
        for (Principal principal : difference.concerned()) {
            List<Shift> own = comparison.shifts(principal);
            if (!own.isEmpty()) {
                shifts.put(principal, own);
            }
        }
        Set<Principal> wide =
                shifts.keySet().stream().filter(one -> ReachKind.of(one).wide()).collect(Collectors.toSet());
        var effects = new ArrayList<Effect>();
        shifts.forEach((principal, own) -> {
            Set<Principal> others = ReachKind.of(principal).reached() ? shifts.keySet() : wide;
            List<Shift> known = others.stream()
                    .filter(other -> !other.equals(principal)
                            && Reach.includes(other, principal)
                            && !(other instanceof Principal.Account && principal instanceof Principal.LambdaFunctions)
                            && !setting.delegates(other, principal))
                    .flatMap(other -> shifts.getOrDefault(other, List.of()).stream())
                    .toList();
            effects.addAll(of(principal, told(own, known), vocabulary));
        });
        return List.copyOf(effects);
    }

    private static List<Shift> told(List<Shift> own, List<Shift> wider) {
        return own.stream()
                .filter(shift -> wider.stream().noneMatch(other -> other.implies(shift)))
                .toList();
    }

    private static List<Effect> of(Principal principal, List<Shift> shifts, ActionUniverse vocabulary) {
        Map<Shift, SortedSet<String>> actions = new TreeMap<>(Comparator.comparing((Shift shift) -> !shift.gain())
                .thenComparing(shift -> shift.until().orElse(Instant.MAX))
                .thenComparing(shift -> shift.from().orElse(Instant.MIN))
                .thenComparing(shift -> shift.conditions().toString())
                .thenComparing(shift -> shift.terms().toString()));
        shifts.forEach(
                shift -> actions.computeIfAbsent(shift, s -> new TreeSet<>()).add(shift.action()));
        var effects = new ArrayList<Effect>();
        actions.forEach((like, some) -> {
            SortedSet<String> said = vocabulary.said(some);
            SortedSet<String> none = new TreeSet<>();
            effects.add(new Effect(
                    principal,
                    like.gain() ? said : none,
                    like.gain() ? none : said,
                    like.from(),
                    like.until(),
                    like.conditions(),
                    like.terms()));
        });
        return effects;
    }
}

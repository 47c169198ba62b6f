package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.problem.news.LooseningWords;
import dev.ecrbot.rules.AutoApproval;
import dev.ecrbot.rules.BreakGlass;
import dev.ecrbot.rules.OwnerTag;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.Revocation;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.time.DurationText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a rule lets people do and the one that decided before didn't, for whatever both decide on.
 *
 * @param people ids of users and groups that it names
 */
record Loosening(String what, Set<String> people) {
    /** Returns what the rule lets people do about granting that the one before didn't; everything, if none was before. */
    static List<Loosening> ofGranting(Optional<Rule> before, Rule now, Access access, PrincipalKind kind) {
        var found = new ArrayList<Loosening>();
        asking(before, now, LooseningWords::ask).ifPresent(found::add);
        approving(before, now, LooseningWords::approve).forEach(found::add);
        now.approvers().glass().ifPresent(glass -> breaking(before, glass).forEach(found::add));
        if (kind == PrincipalKind.ROLE) {
            byItself(before, now, access).ifPresent(what -> found.add(new Loosening(what, Set.of())));
        }
        before.ifPresent(rule ->
                LooserTerms.of(rule, now, access).forEach(what -> found.add(new Loosening(what, Set.of()))));
        return found;
    }

    /**
     * Returns what the rule lets people do about taking access away that the one before didn't.
     *
     * @param told what the rule lets people do about granting: those who may take away by the same words aren't told of again
     */
    static List<Loosening> ofRevoking(Optional<Rule> before, Rule now, Set<Loosening> told) {
        var found = new ArrayList<Loosening>();
        asking(before, now, LooseningWords::ask)
                .filter(some -> !told.contains(some))
                .flatMap(same -> asking(before, now, LooseningWords::askToTakeAway))
                .ifPresent(found::add);
        if (!told.containsAll(approving(before, now, LooseningWords::approve))) {
            found.addAll(approving(before, now, LooseningWords::approveTakingAway));
        }
        boolean atOnce = now.handling().revocation() == Revocation.IMMEDIATE;
        if (atOnce
                && before.filter(rule -> rule.handling().revocation() == Revocation.IMMEDIATE)
                        .isEmpty()) {
            found.add(new Loosening(LooseningWords.takeAwayAtOnce(), Set.of()));
        }
        return found;
    }

    /** Returns who may look that couldn't before; where no rule is, everybody may. */
    static List<Loosening> ofLooking(Optional<Rule> before, Rule now) {
        var all = before.map(Loosening::looking).orElse(People.everyone());
        return more(Optional.of(all), looking(now)).map(people -> naming(people, LooseningWords::look)).stream()
                .toList();
    }

    /** Approvers always may, as far as it is known who they are. */
    private static People looking(Rule rule) {
        People viewers = rule.handling().viewers();
        return rule.approvers().owner().isPresent()
                ? viewers
                : viewers.and(rule.approvers().people());
    }

    /** Returns what follows where no rule is left that says who may look. */
    static Optional<Loosening> ofNoRule(Rule before) {
        return more(Optional.of(looking(before)), People.everyone())
                .map(people -> naming(people, LooseningWords::lookWithoutRule));
    }

    private static Optional<Loosening> asking(Optional<Rule> before, Rule now, UnaryOperator<String> what) {
        return more(before.map(Rule::requesters), now.requesters()).map(people -> naming(people, what));
    }

    private static List<Loosening> approving(Optional<Rule> before, Rule now, UnaryOperator<String> what) {
        Optional<OwnerTag> owner = now.approvers().owner();
        if (owner.isEmpty()) {
            // Who decided by a tag decided on some repositories, and nobody knows on which.
            return more(surely(before), now.approvers().people()).map(people -> naming(people, what)).stream()
                    .toList();
        }
        String tag = owner.get().tag();
        return owner.get().values().stream()
                .flatMap(value ->
                        owner.get().of(value).flatMap(people -> more(deciding(before, tag, value), people)).stream()
                                .map(people -> naming(
                                        people, whom -> LooseningWords.whereTagIs(what.apply(whom), tag, value))))
                .toList();
    }

    private static List<Loosening> breaking(Optional<Rule> before, BreakGlass glass) {
        Optional<BreakGlass> was = before.flatMap(rule -> rule.approvers().glass());
        boolean more = was.filter(old -> old.lasting().compareTo(glass.lasting()) >= 0
                        && old.review().compareTo(glass.review()) >= 0
                        && old.perDay() >= glass.perDay())
                .isEmpty();
        return more(was.filter(old -> !more).map(BreakGlass::people), glass.people())
                .map(people -> naming(
                        people,
                        whom -> LooseningWords.breakGlass(
                                whom,
                                DurationText.of(glass.review()),
                                DurationText.of(glass.lasting()),
                                glass.perDay())))
                .stream()
                .toList();
    }

    private static Optional<People> surely(Optional<Rule> before) {
        return before.filter(rule -> rule.approvers().owner().isEmpty())
                .map(rule -> rule.approvers().people());
    }

    private static Optional<People> deciding(Optional<Rule> before, String tag, String value) {
        return surely(before)
                .or(() -> before.flatMap(rule -> rule.approvers().owner())
                        .filter(owner -> owner.tag().equals(tag))
                        .flatMap(owner -> owner.of(value)));
    }

    private static Optional<String> byItself(Optional<Rule> before, Rule now, Access access) {
        Optional<AutoApproval> was =
                before.flatMap(rule -> rule.approvers().auto()).filter(auto -> auto.isFor(access));
        return now.approvers()
                .auto()
                .filter(auto -> auto.isFor(access))
                .filter(auto -> was.filter(
                                old -> old.atMost().compareTo(auto.atMost()) >= 0 && old.perDay() >= auto.perDay())
                        .isEmpty())
                .map(auto -> LooseningWords.byItself(words(auto), was.map(Loosening::words)));
    }

    private static String words(AutoApproval auto) {
        return LooseningWords.atMost(DurationText.of(auto.atMost()), auto.perDay());
    }

    private static Optional<People> more(Optional<People> before, People now) {
        boolean anyoneBefore = before.filter(People::anyone).isPresent();
        boolean all = now.anyone() && !anyoneBefore;
        Set<String> users = anyoneBefore ? Set.of() : without(now.users(), before.map(People::users));
        Set<String> groups = anyoneBefore ? Set.of() : without(now.groups(), before.map(People::groups));
        Set<String> machines = without(now.machines(), before.map(People::machines));
        return !all && users.isEmpty() && groups.isEmpty() && machines.isEmpty()
                ? Optional.empty()
                : Optional.of(new People(all, users, groups, machines));
    }

    private static Set<String> without(Set<String> all, Optional<Set<String>> some) {
        var rest = new HashSet<>(all);
        some.ifPresent(rest::removeAll);
        return rest;
    }

    private static Loosening naming(People people, UnaryOperator<String> what) {
        var ids = new TreeSet<>(people.groups());
        ids.addAll(people.users());
        Stream<String> who = people.anyone() ? Stream.of(LooseningWords.anyone()) : ids.stream();
        Stream<String> machines = new TreeSet<>(people.machines()).stream().map(name -> People.MACHINE + name);
        return new Loosening(what.apply(Stream.concat(who, machines).collect(Collectors.joining(", "))), ids);
    }
}

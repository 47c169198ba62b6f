package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.policy.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells what somebody reaches across the fleet, by evaluating the policies that the index has. */
final class ReachQuestions {
    private static final Comparator<Reach.Way> ORDER = Comparator.<Reach.Way, String>comparing(
                    way -> way.registry().label())
            .thenComparing(way -> way.through().text())
            .thenComparing(way -> way.repositories().get(0));

    private record Key(
            RegionalRegistry registry,
            Principal through,
            SortedSet<String> allowed,
            SortedSet<String> depends,
            SortedSet<String> keys) {}

    private final FleetIndex index;
    private final FleetSights sights;
    private final AccessCatalogue accesses;

    ReachQuestions(FleetIndex index, FleetSights sights, AccessCatalogue accesses) {
        this.index = index;
        this.sights = sights;
        this.accesses = accesses;
    }

    /** @param told whether the asker is told how things are with a repository */
    Reach reach(FleetInquiry.Access asked, Predicate<Repository> told) {
        Principal whom = asked.whom().principal();
        List<Reach.Way> all = ways(whom);
        List<Reach.Way> shown = all.stream()
                .flatMap(way -> only(way, told).stream())
                .sorted(ORDER)
                .toList();
        var paging = new Paging(new FleetInquiry.Access(asked.whom(), 1).text(), asked.page(), shown.size());
        long seen = count(shown);
        return new Reach(whom, paging.cut(shown), seen, count(all) - seen, paging, index.coverage());
    }

    private static long count(List<Reach.Way> ways) {
        return ways.stream()
                .flatMap(way -> way.repositories().stream())
                .distinct()
                .count();
    }

    private static Optional<Reach.Way> only(Reach.Way way, Predicate<Repository> told) {
        List<Repository> some = way.repositories().stream().filter(told).toList();
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Reach.Way(way.registry(), way.through(), way.allowed(), way.depends(), way.keys(), some));
    }

    /** Returns all the ways; in no order. */
    List<Reach.Way> ways(Principal whom) {
        AccountId account = whom.account().orElseThrow();
        Map<Key, List<Repository>> found = new LinkedHashMap<>();
        for (IndexedRepository one : sights.concerning(account)) {
            Sight sight = sights.of(one);
            for (Key key : keys(sight, whom, account)) {
                found.computeIfAbsent(key, first -> new ArrayList<>()).add(one.repository());
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Reach.Way(
                        entry.getKey().registry(),
                        entry.getKey().through(),
                        entry.getKey().allowed(),
                        entry.getKey().depends(),
                        entry.getKey().keys(),
                        entry.getValue()))
                .toList();
    }

    private List<Key> keys(Sight sight, Principal whom, AccountId account) {
        Capability own = sight.judge(whom, accesses.actions());
        var keys = new ArrayList<Key>();
        add(keys, sight, own);
        if (whom instanceof Principal.Account) {
            for (Principal caller : named(sight, account)) {
                Capability says = sight.judge(caller, accesses.actions());
                if (!covers(own, says)) {
                    add(keys, sight, says);
                }
            }
        }
        return keys;
    }

    private static void add(List<Key> keys, Sight sight, Capability says) {
        if (!says.allowed().isEmpty() || !says.depends().isEmpty()) {
            keys.add(new Key(
                    FleetSights.registryOf(sight.repository()),
                    says.whom(),
                    new TreeSet<>(says.allowed()),
                    new TreeSet<>(says.depends().keySet()),
                    new TreeSet<>(says.keys())));
        }
    }

    private static boolean covers(Capability wide, Capability narrow) {
        return wide.allowed().containsAll(narrow.allowed())
                && narrow.depends().keySet().stream()
                        .allMatch(action -> wide.allowed().contains(action)
                                || wide.depends().containsKey(action));
    }

    /** Those of the account whom the policies name. */
    private static Set<Principal> named(Sight sight, AccountId account) {
        var named = new LinkedHashSet<Principal>();
        Stream.of(sight.own(), sight.registry())
                .flatMap(policy -> policy.statements().stream())
                .filter(statement -> !statement.opaque())
                .flatMap(statement ->
                        statement.principals(sight.repository().region().partition()).stream())
                .filter(Principal.Caller.class::isInstance)
                .filter(principal -> !(principal instanceof Principal.Account))
                .filter(principal -> principal.account().equals(Optional.of(account)))
                .forEach(named::add);
        return named;
    }
}

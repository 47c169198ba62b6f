package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.policy.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells what somebody reaches across the fleet, by evaluating the policies that the index has. */
final class ReachQuestions {
    private static final Comparator<PrincipalReach.Way> ORDER = Comparator.<PrincipalReach.Way, String>comparing(
                    way -> way.registry().label())
            .thenComparing(way -> way.through().text())
            .thenComparing(way -> way.repositories().get(0));

    private final FleetIndex index;
    private final FleetSights sights;
    private final Reaches reaches;

    ReachQuestions(FleetIndex index, FleetSights sights, AccessCatalogue accesses, Clock clock) {
        this.index = index;
        this.sights = sights;
        this.reaches = new Reaches(index, sights, accesses, clock);
    }

    /** Works it out for every account that a policy mentions, as far as that has changed, so that nobody waits for it who asks. */
    void prepare() {
        reaches.prepare();
    }

    /** @param told whether the asker is told how things are with a repository */
    PrincipalReach reach(FleetInquiry.Access asked, Predicate<Repository> told) {
        Principal whom = asked.whom().principal();
        List<PrincipalReach.Way> all = ways(whom);
        List<PrincipalReach.Way> shown = all.stream()
                .flatMap(way -> only(way, told).stream())
                .sorted(ORDER)
                .toList();
        var paging = new Paging(new FleetInquiry.Access(asked.whom(), 1).text(), asked.page(), shown.size());
        long seen = count(shown);
        return new PrincipalReach(whom, paging.cut(shown), seen, count(all) - seen, paging, index.coverage());
    }

    private static long count(List<PrincipalReach.Way> ways) {
        return ways.stream()
                .flatMap(way -> way.repositories().stream())
                .distinct()
                .count();
    }

    private static Optional<PrincipalReach.Way> only(PrincipalReach.Way way, Predicate<Repository> told) {
        List<Repository> some = way.repositories().stream().filter(told).toList();
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(new PrincipalReach.Way(
                        way.registry(), way.through(), way.allowed(), way.depends(), way.keys(), some));
    }

    /** Returns all the ways; in no order. */
    List<PrincipalReach.Way> ways(Principal whom) {
        AccountId account = whom.account().orElseThrow();
        Map<Reaches.Key, List<Repository>> found = new LinkedHashMap<>();
        for (IndexedRepository one : sights.concerning(account)) {
            for (Reaches.Key key : reaches.of(one, whom)) {
                found.computeIfAbsent(key, first -> new ArrayList<>()).add(one.repository());
            }
        }
        return found.entrySet().stream()
                .map(entry -> new PrincipalReach.Way(
                        entry.getKey().registry(),
                        entry.getKey().through(),
                        entry.getKey().allowed(),
                        entry.getKey().depends(),
                        entry.getKey().keys(),
                        entry.getValue()))
                .toList();
    }
}

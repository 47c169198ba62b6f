package dev.ecrbot.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Works out who gains and who loses what, from the policy before and after and from nothing else. */
final class Effects {
    private Effects() {}

    /** Returns the effects in the order of the principals' texts. */
    static List<Effect> between(Map<Principal, Set<Mode>> before, Map<Principal, Set<Mode>> after) {
        var everybody =
                new TreeSet<Principal>(Comparator.comparing(Principal::type).thenComparing(Principal::text));
        everybody.addAll(before.keySet());
        everybody.addAll(after.keySet());
        var effects = new ArrayList<Effect>();
        for (Principal principal : everybody) {
            Set<Mode> had = before.getOrDefault(principal, Set.of());
            Set<Mode> has = after.getOrDefault(principal, Set.of());
            SortedMap<Optional<Instant>, SortedSet<String>> gains =
                    new TreeMap<>(Comparator.comparing(until -> until.orElse(Instant.MAX)));
            missing(has, had)
                    .forEach(mode -> gains.computeIfAbsent(mode.until(), u -> new TreeSet<>())
                            .add(mode.action()));
            SortedSet<String> loses = new TreeSet<>();
            missing(had, has).forEach(mode -> loses.add(mode.action()));
            gains.forEach((until, actions) -> effects.add(new Effect(principal, actions, new TreeSet<>(), until)));
            if (!loses.isEmpty()) {
                effects.add(new Effect(principal, new TreeSet<>(), loses, Optional.empty()));
            }
        }
        return List.copyOf(effects);
    }

    private static List<Mode> missing(Set<Mode> these, Set<Mode> there) {
        return these.stream()
                .filter(mode -> there.stream().noneMatch(other -> other.includes(mode)))
                .toList();
    }
}

package dev.ecrbot.desk;

import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** A directory in memory: everybody is a member unless said otherwise, and in no group. */
public final class KnownPeople implements Directory {
    private final Map<PersonId, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Set<PersonId>> groups = new ConcurrentHashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    /** Returns how often somebody was looked up. */
    public int asked() {
        return lookups.get();
    }

    boolean isMember(PersonId person) {
        return standings.getOrDefault(person, Standing.MEMBER) == Standing.MEMBER;
    }

    public void is(PersonId person, Standing standing) {
        standings.put(person, standing);
    }

    public void group(String id, PersonId... members) {
        groups.put(id, Set.of(members));
    }

    /** Has this happen while somebody is looked up next. */
    void meanwhile(Runnable event) {
        meanwhile.set(event);
    }

    /** The group can't be looked up from now on. */
    public void unknown(String id) {
        groups.remove(id);
    }

    @Override
    public Facts facts(PersonId person, Set<String> asked, Freshness freshness) {
        lookups.incrementAndGet();
        meanwhile.getAndSet(() -> {}).run();
        Map<String, Membership> memberships = asked.stream()
                .collect(Collectors.toMap(id -> id, id -> membership(id, person), (a, b) -> a, HashMap::new));
        return new Facts(person, standings.getOrDefault(person, Standing.MEMBER), memberships);
    }

    @Override
    public Optional<PersonId> member(String user) {
        return Optional.of(new PersonId("T0HOME", user));
    }

    @Override
    public Optional<Set<String>> members(String group, Freshness freshness) {
        return Optional.ofNullable(groups.get(group))
                .map(members -> members.stream().map(PersonId::user).collect(Collectors.toSet()));
    }

    private Membership membership(String group, PersonId person) {
        if (!groups.containsKey(group)) {
            return Membership.UNKNOWN;
        }
        return groups.get(group).contains(person) ? Membership.YES : Membership.NO;
    }
}

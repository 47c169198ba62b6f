package dev.ecrbot.desk.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.desk.sight.Sight;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.policy.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody reaches of a repository, each worked out once as long as the policies stay as they are. Whoever no policy there
 * speaks of has what anybody of their account has who isn't named. Thread-safe.
 */
final class Reaches {
    private static final Pattern ENDS =
            Pattern.compile("\"aws:CurrentTime\"\\s*:\\s*\"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\"");
    private static final Pattern TIMED = Pattern.compile("CurrentTime|EpochTime", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERSONAL =
            Pattern.compile("PrincipalArn|userid|username|PrincipalType|SourceIdentity", Pattern.CASE_INSENSITIVE);
    // What the text doesn't tell the end of is worked out again this often.
    private static final Duration SHORT = Duration.ofMinutes(1);
    // In a small heap there is no room for each role of a large fleet beside each repository.
    private static final int MOST_OTHERS = 20_000;
    // No role is named so: IAM doesn't take the character.
    private static final String NOBODY = "nobody~in~particular";

    /** What repositories have in common that somebody reaches in the same way. */
    record Key(
            RegionalRegistry registry,
            Principal through,
            SortedSet<String> allowed,
            SortedSet<String> depends,
            SortedSet<String> keys) {

        Key with(Principal other) {
            return new Key(registry, other, allowed, depends, keys);
        }
    }

    /** What is known of one repository, under these policies and for so long; each is equal to itself alone. */
    private static final class Known {
        private final String ruling;
        private final Instant until;
        private final boolean personal;
        /** Of those whom the policies name, and of their accounts, so that there are only so many. */
        private final Map<Principal, List<Key>> byWhom = new ConcurrentHashMap<>();

        private volatile boolean prepared;

        Known(String ruling, Instant until, boolean personal) {
            this.ruling = ruling;
            this.until = until;
            this.personal = personal;
        }
    }

    /** Somebody whom a policy speaks of, or who isn't of an account that it mentions. */
    private record Asked(Known here, Principal whom) {}

    private final FleetIndex index;
    private final FleetSights sights;
    private final AccessCatalogue accesses;
    private final Clock clock;
    private final Interner<Key> interner = Interner.newWeakInterner();
    private final Interner<Principal> principals = Interner.newWeakInterner();
    private final Cache<IndexedRepository, Known> known =
            Caffeine.newBuilder().weakKeys().build();
    private final Cache<Asked, List<Key>> others =
            Caffeine.newBuilder().maximumSize(MOST_OTHERS).build();

    Reaches(FleetIndex index, FleetSights sights, AccessCatalogue accesses, Clock clock) {
        this.index = index;
        this.sights = sights;
        this.accesses = accesses;
        this.clock = clock;
    }

    void prepare() {
        index.repositories().forEach(this::prepare);
    }

    /** Works it out for all whom the policies name, in one reading of them. */
    private void prepare(IndexedRepository one) {
        Known here = known(one);
        if (!here.prepared) {
            Sight sight = sights.of(one);
            for (AccountId account : one.policy().mentioned()) {
                var partition = one.repository().region().partition();
                var some = new LinkedHashSet<>(named(sight, account));
                some.add(new Principal.Account(partition, account));
                some.add(new Principal.Role(partition, account, "/", NOBODY));
                some.stream()
                        .map(principals::intern)
                        .forEach(whom -> here.byWhom.computeIfAbsent(whom, first -> keys(sight, whom, account)));
            }
            here.prepared = true;
        }
    }

    List<Key> of(IndexedRepository one, Principal whom) {
        Known here = known(one);
        if (whom instanceof Principal.Role role && !here.personal && !speaksOf(one, here, role)) {
            var nobody = new Principal.Role(role.in(), role.owner(), "/", NOBODY);
            return worked(one, here, nobody).stream().map(key -> key.with(whom)).toList();
        }
        return worked(one, here, whom);
    }

    private static boolean speaksOf(IndexedRepository one, Known here, Principal.Role role) {
        return NamedRole.in(one.policy().text(), role) || NamedRole.in(here.ruling, role);
    }

    private List<Key> worked(IndexedRepository one, Known here, Principal whom) {
        List<Key> kept = here.byWhom.get(whom);
        AccountId account = whom.account().orElseThrow();
        return kept == null ? others.get(new Asked(here, whom), first -> keys(sights.of(one), whom, account)) : kept;
    }

    private Known known(IndexedRepository one) {
        Instant now = clock.instant();
        String ruling =
                index.facts(FleetSights.registryOf(one.repository())).ruling().text();
        Known there = known.getIfPresent(one);
        if (there == null || !there.ruling.equals(ruling) || !there.until.isAfter(now)) {
            String all = one.policy().text() + ruling;
            there = new Known(ruling, until(all, now), PERSONAL.matcher(all).find());
            known.put(one, there);
        }
        return there;
    }

    private static Instant until(String all, Instant now) {
        long timed = TIMED.matcher(all).results().count();
        List<Instant> ends = ENDS.matcher(all)
                .results()
                .map(match -> Instant.parse(match.group(1)))
                .toList();
        return ends.size() < timed
                ? now.plus(SHORT)
                : ends.stream()
                        .filter(now::isBefore)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
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
        // As small as can be: there are hundreds of thousands.
        return List.copyOf(keys);
    }

    private void add(List<Key> keys, Sight sight, Capability says) {
        if (!says.allowed().isEmpty() || !says.depends().isEmpty()) {
            keys.add(interner.intern(new Key(
                    FleetSights.registryOf(sight.repository()),
                    principals.intern(says.whom()),
                    new TreeSet<>(says.allowed()),
                    new TreeSet<>(says.depends().keySet()),
                    new TreeSet<>(says.keys()))));
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

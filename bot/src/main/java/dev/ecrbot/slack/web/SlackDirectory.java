package dev.ecrbot.slack.web;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import com.slack.api.model.Usergroup;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Facts about people, from Slack; whatever it doesn't say clearly is unknown. Thread-safe.
 *
 * <p>All groups are read in one call, which everybody shares who asks within five seconds: Slack allows some twenty such calls a
 * minute, and each click may need several groups.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/usergroups.list">usergroups.list</a>
 */
public final class SlackDirectory implements Directory {
    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final Duration LIVE = Duration.ofSeconds(5);
    private static final String ALL = "all";

    private final Web web;
    private final HomeWorkspace home;
    private final Cache<String, Standing> standings;
    private final Map<Freshness, Cache<String, Map<String, Set<String>>>> groups;

    /**
     * @param clock tells how old an answer is
     */
    public SlackDirectory(Web web, HomeWorkspace home, Clock clock) {
        this.web = web;
        this.home = home;
        this.standings = cache(RECENT, clock);
        this.groups = Map.of(Freshness.LIVE, cache(LIVE, clock), Freshness.RECENT, cache(RECENT, clock));
    }

    @Override
    public Facts facts(PersonId person, Set<String> groups, Freshness freshness) {
        var patience = new AnswerBudget();
        Standing standing = home.identity()
                .map(identity -> standing(person, identity, freshness, patience))
                .orElse(Standing.UNKNOWN);
        // Nobody but a member has a use for groups, and their look-up might say something about strangers.
        Map<String, Membership> in = standing == Standing.MEMBER
                ? groups.stream().collect(toMap(g -> g, g -> membership(person, g, freshness, patience)))
                : Map.of();
        return new Facts(person, standing, in);
    }

    private Standing standing(PersonId person, Identity identity, Freshness freshness, AnswerBudget patience) {
        if (!person.team().equals(identity.home())) {
            return Standing.STRANGER;
        }
        return recent(
                        standings,
                        person.user(),
                        freshness,
                        () -> patience.ask(() -> web.user(person.user()))
                                .map(UsersInfoResponse::getUser)
                                .map(user -> judge(user, person, identity))
                                .filter(known -> known != Standing.UNKNOWN))
                .orElse(Standing.UNKNOWN);
    }

    private Membership membership(PersonId person, String group, Freshness freshness, AnswerBudget patience) {
        return members(group, freshness, patience)
                .map(users -> users.contains(person.user()) ? Membership.YES : Membership.NO)
                .orElse(Membership.UNKNOWN);
    }

    @Override
    public Optional<PersonId> member(String user) {
        return home.identity().map(identity -> new PersonId(identity.home(), user));
    }

    @Override
    public Optional<Set<String>> members(String group, Freshness freshness) {
        return members(group, freshness, new AnswerBudget());
    }

    private Optional<Set<String>> members(String group, Freshness freshness, AnswerBudget patience) {
        return groups(freshness, patience).map(all -> all.getOrDefault(group, Set.of()));
    }

    // Who asks while another one's call is under way waits for its answer. A failure is never kept.
    private Optional<Map<String, Set<String>>> groups(Freshness freshness, AnswerBudget patience) {
        return Optional.ofNullable(cached(freshness)
                        .get(
                                ALL,
                                key -> patience.ask(web::groups)
                                        .flatMap(SlackDirectory::listed)
                                        .orElse(null)))
                .map(all -> {
                    cached(Freshness.RECENT).put(ALL, all);
                    return all;
                });
    }

    private Cache<String, Map<String, Set<String>>> cached(Freshness freshness) {
        return Objects.requireNonNull(groups.get(freshness));
    }

    // Slack leaves out disabled groups, and those that it doesn't list have no members.
    private static Optional<Map<String, Set<String>>> listed(UsergroupsListResponse answer) {
        if (answer.getUsergroups() == null) {
            return Optional.empty();
        }
        var all = new HashMap<String, Set<String>>();
        for (Usergroup group : answer.getUsergroups()) {
            if (group.getUsers() == null) {
                return Optional.empty();
            }
            all.put(group.getId(), Set.copyOf(group.getUsers()));
        }
        return Optional.of(all);
    }

    static Standing judge(User user, PersonId person, Identity identity) {
        if (!person.user().equals(user.getId())) {
            return Standing.UNKNOWN;
        }
        if (user.isDeleted()) {
            return Standing.DEACTIVATED;
        }
        if (user.isBot() || user.isWorkflowBot() || user.isConnectorBot() || "USLACKBOT".equals(user.getId())) {
            return Standing.BOT;
        }
        if (user.isStranger() || !atHome(user, identity)) {
            return Standing.STRANGER;
        }
        return user.isRestricted() || user.isUltraRestricted() ? Standing.GUEST : Standing.MEMBER;
    }

    private static boolean atHome(User user, Identity identity) {
        if (identity.team().equals(user.getTeamId())) {
            return true;
        }
        if (identity.enterprise().isEmpty()) {
            return false;
        }
        String enterprise = identity.enterprise().get();
        boolean named = user.getEnterpriseUser() != null
                && enterprise.equals(user.getEnterpriseUser().getEnterpriseId());
        return named
                || enterprise.equals(user.getEnterpriseId())
                || enterprise.equals(user.getTeamId())
                || List.of(identity.team(), enterprise).stream().anyMatch(t -> contains(user.getTeams(), t));
    }

    private static boolean contains(@Nullable List<String> teams, String team) {
        return teams != null && teams.contains(team);
    }

    /** What was fetched is kept, however fresh it had to be; a failure never is. */
    private static <T> Optional<T> recent(
            Cache<String, T> cache, String key, Freshness freshness, Supplier<Optional<T>> fetch) {
        Optional<T> kept =
                freshness == Freshness.RECENT ? Optional.ofNullable(cache.getIfPresent(key)) : Optional.empty();
        if (kept.isPresent()) {
            return kept;
        }
        Optional<T> fetched = fetch.get();
        fetched.ifPresentOrElse(value -> cache.put(key, value), () -> cache.invalidate(key));
        return fetched;
    }

    private static <T> Cache<String, T> cache(Duration time, Clock clock) {
        return Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(time)
                .maximumSize(10_000)
                .build();
    }
}

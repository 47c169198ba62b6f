package dev.ecrbot.slack.web;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.usergroups.users.UsergroupsUsersListResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Facts about people, from Slack; whatever it doesn't say clearly is unknown. */
public final class SlackDirectory implements Directory {
    private static final Duration RECENT = Duration.ofMinutes(5);

    private final Web web;
    private final HomeWorkspace home;
    private final Cache<String, Standing> standings = cache();
    private final Cache<String, Set<String>> members = cache();

    public SlackDirectory(Web web, HomeWorkspace home) {
        this.web = web;
        this.home = home;
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
    public Optional<Set<String>> members(String group, Freshness freshness) {
        return members(group, freshness, new AnswerBudget());
    }

    private Optional<Set<String>> members(String group, Freshness freshness, AnswerBudget patience) {
        return recent(
                members,
                group,
                freshness,
                () -> patience.answer(() -> web.members(group)).flatMap(SlackDirectory::listed));
    }

    private static Optional<Set<String>> listed(Reply<UsergroupsUsersListResponse> reply) {
        // Slack doesn't list the members of a disabled group, and says that there is no such one.
        if (reply instanceof Reply.Refused<?> refused && refused.error().equals("no_such_subteam")) {
            return Optional.of(Set.of());
        }
        return reply.done().map(UsergroupsUsersListResponse::getUsers).map(Set::copyOf);
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

    private static <T> Cache<String, T> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(RECENT)
                .maximumSize(10_000)
                .build();
    }
}

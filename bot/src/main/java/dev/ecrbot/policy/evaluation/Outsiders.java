package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.catalogue.ActionCatalogue;
import dev.ecrbot.policy.catalogue.EcrAction;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Value;
import dev.ecrbot.policy.operator.Glob;
import dev.ecrbot.policy.operator.Pattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * Finds out whom the repository's side may let in who lives outside some accounts and organizations.
 *
 * <p>Asked about are everybody whom the policies name, anybody in an account that is mentioned in them, anybody in an account that
 * isn't, and services that work for any of these. What can't be ruled out counts.
 */
public final class Outsiders {
    private static final java.util.regex.Pattern ACCOUNT =
            java.util.regex.Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
    private static final long HIGHEST = 999_999_999_999L;
    /** An organization that no policy names, since ids of that length have letters in them. */
    private static final String NO_ORGANIZATION = "o-0000000000";

    private final Evaluation policies;
    private final List<Principal> named;
    private final Set<AccountId> mentioned;
    private final Repository where;
    private final Set<AccountId> accounts;
    private final Set<OrganizationId> organizations;
    private final Instant now;

    private Outsiders(
            PolicyDocument repository,
            PolicyDocument registry,
            Repository where,
            Set<AccountId> accounts,
            Set<OrganizationId> organizations,
            Instant now) {
        Partition home = where.region().partition();
        this.policies = Evaluation.of(repository, registry, home);
        this.where = where;
        this.accounts = accounts;
        this.organizations = organizations;
        this.now = now;
        this.named = Stream.of(repository, registry)
                .flatMap(policy -> policy.statements().stream())
                .flatMap(statement -> statement.principals(home).stream())
                .distinct()
                .toList();
        this.mentioned = mentioned(repository.text() + registry.text(), accounts);
    }

    /**
     * Somebody who isn't ruled out.
     *
     * @param who in words
     * @param verdict yes or conditional
     */
    public record Found(String who, List<String> actions, Verdict verdict) {
        public Found {
            actions = List.copyOf(actions);
        }
    }

    /**
     * Returns all outsiders who aren't ruled out.
     *
     * @param accounts those inside
     * @param organizations those inside, with all their accounts; if none is named, an outsider may be in any of them
     */
    public static List<Found> of(
            PolicyDocument repository,
            PolicyDocument registry,
            Repository where,
            Set<AccountId> accounts,
            Set<OrganizationId> organizations,
            Instant now) {
        return new Outsiders(repository, registry, where, accounts, organizations, now).found();
    }

    private List<Found> found() {
        var found = new ArrayList<Found>();
        for (AccountId account : mentioned) {
            Principal.Account everybody = new Principal.Account(where.region().partition(), account);
            ask("somebody in account " + account, everybody, base().andAll(everybody), found);
        }
        for (Principal one : named) {
            if (one instanceof Principal.OfAccount of
                    && !accounts.contains(of.owner())
                    && !(of instanceof Principal.Account)) {
                ask(one.text(), one, base().and(one), found);
            } else if (one instanceof Principal.Service) {
                for (AccountId account : mentioned) {
                    ask(
                            one.text() + " for account " + account,
                            one,
                            base().and(one).with(source(account)),
                            found);
                }
            }
        }
        return List.copyOf(found);
    }

    private void ask(String who, Principal caller, RequestContext known, List<Found> found) {
        var byVerdict = new HashMap<Verdict, List<String>>();
        for (EcrAction action : ActionCatalogue.ecr().actions()) {
            Verdict verdict = policies.answer(new Question(caller, action.toString(), where), known)
                    .verdict();
            if (!(verdict instanceof Verdict.No)) {
                byVerdict.computeIfAbsent(verdict, v -> new ArrayList<>()).add(action.toString());
            }
        }
        byVerdict.forEach((verdict, actions) -> found.add(new Found(who, actions, verdict)));
    }

    private RequestContext base() {
        RequestContext known = RequestContext.of(where, now);
        return organizations.isEmpty()
                ? known
                : known.and(Map.of(
                        "aws:PrincipalOrgID", List.of(NO_ORGANIZATION), "aws:SourceOrgID", List.of(NO_ORGANIZATION)));
    }

    /** Returns what requests of services have that work for the account. A bucket's ARN names none. */
    private static Map<String, Value> source(AccountId account) {
        return Map.of(
                "aws:sourceaccount",
                Value.of(List.of(account.value())),
                "aws:sourcearn",
                new Value.Formed(List.of(arn("arn:*:*:*:" + account + ":*"), arn("arn:*:s3:::*"))));
    }

    private static Pattern arn(String form) {
        return new Pattern(Glob.of(form), Pattern.Mode.ARN);
    }

    /** Returns the accounts outside that are mentioned, and one that isn't. */
    private static Set<AccountId> mentioned(String text, Set<AccountId> inside) {
        var ids = new TreeSet<String>();
        ACCOUNT.matcher(text).results().map(MatchResult::group).forEach(ids::add);
        var outside = new LinkedHashSet<AccountId>();
        long fresh = HIGHEST;
        while (ids.contains(Long.toString(fresh)) || inside.contains(new AccountId(Long.toString(fresh)))) {
            fresh--;
        }
        outside.add(new AccountId(Long.toString(fresh)));
        ids.stream().map(AccountId::new).filter(id -> !inside.contains(id)).forEach(outside::add);
        return outside;
    }
}

package dev.ecrbot.policy.condition;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.operator.Glob;
import dev.ecrbot.policy.operator.Moments;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is known of a request's condition keys; immutable. What it doesn't say is unknown, not absent.
 *
 * <p>A session's {@code aws:PrincipalArn} is its role's ARN, and the session's own ARN doesn't tell the role's path: so only
 * the form of the key is known unless it is given. Where only the organization is known, its paths are known to begin with it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM: global
 *     condition keys</a>
 */
public final class RequestContext {
    private static final String TIME = "aws:currenttime";
    private static final String EPOCH = "aws:epochtime";
    private static final String ORGANIZATION = "aws:principalorgid";
    private static final String PATHS = "aws:principalorgpaths";
    private static final List<String> TAGS = List.of("aws:resourcetag/", "ecr:resourcetag/");
    private static final String PRINCIPAL_TAG = "aws:principaltag/";
    /** The keys that may have several values, as IAM's guide lists them. */
    private static final Set<String> MANY = Set.of(
            PATHS,
            "aws:sourceorgpaths",
            "aws:resourceorgpaths",
            "aws:principalservicenameslist",
            "aws:tagkeys",
            "aws:calledvia");
    /** Who fetches images in the functions' name. */
    public static final Principal LAMBDA = new Principal.Service("lambda.amazonaws.com");

    private final Map<String, Value> values;
    /** What keys begin with that aren't there unless they are among the values. */
    private final Set<String> complete;

    private RequestContext(Map<String, Value> values, Set<String> complete) {
        this.values = values;
        this.complete = complete;
    }

    /** Returns what is known of every request to the repository. */
    public static RequestContext of(Repository repository, Instant now) {
        var values = new HashMap<String, Value>();
        put(values, "aws:RequestedRegion", repository.region().value());
        put(values, "aws:ResourceAccount", repository.account().value());
        put(values, TIME, now.toString());
        put(values, EPOCH, Long.toString(now.getEpochSecond()));
        return new RequestContext(values, Set.of());
    }

    /** Returns what is known of every request to a registry, whenever it is made. */
    public static RequestContext of(Optional<AccountId> owner, Optional<Region> region) {
        var values = new HashMap<String, Value>();
        region.ifPresent(in -> put(values, "aws:RequestedRegion", in.value()));
        owner.ifPresent(account -> put(values, "aws:ResourceAccount", account.value()));
        return new RequestContext(values, Set.of());
    }

    /** Returns this and what is known of all whom an entry of a policy stands for; of everyone in it for an account. */
    public RequestContext andAll(Principal entry) {
        if (entry instanceof Principal.Account account) {
            return with(CallerKeys.ofAnybodyIn(account));
        }
        if (entry instanceof Principal.Organization organization) {
            OrganizationPath path = organization.path();
            var values = new HashMap<String, Value>();
            put(values, "aws:PrincipalOrgID", path.organization().value());
            if (!path.isWhole()) {
                put(values, "aws:PrincipalOrgPaths", path + "/");
            }
            return with(values);
        }
        if (entry instanceof Principal.LambdaFunctions functions) {
            return and(LAMBDA)
                    .and(Map.of(
                            "aws:SourceArn", List.of(functions.text()),
                            "aws:SourceAccount", List.of(functions.owner().value())));
        }
        return entry instanceof Principal.Everyone || entry instanceof Principal.Other ? this : and(entry);
    }

    /** Returns whether a key may have several values. */
    static boolean isMany(String folded) {
        return MANY.contains(folded);
    }

    static boolean isTime(String folded) {
        return folded.equals(TIME) || folded.equals(EPOCH);
    }

    /** Returns what is known of every request at that time. */
    public static RequestContext of(Instant now) {
        var values = new HashMap<String, Value>();
        put(values, TIME, now.toString());
        put(values, EPOCH, Long.toString(now.getEpochSecond()));
        return new RequestContext(values, Set.of());
    }

    /** Returns this and what a principal's name tells, which is more than what is known here before. */
    public RequestContext and(Principal principal) {
        RequestContext with = with(CallerKeys.of(principal));
        return principal instanceof Principal.Service
                ? new RequestContext(with.values, and(complete, List.of(PRINCIPAL_TAG)))
                : with;
    }

    /**
     * Returns this with keys that are known besides, or better.
     *
     * @param context the values by the key's name, in any case; none if requests are known not to have the key
     */
    public RequestContext and(Map<String, List<String>> context) {
        var more = new HashMap<String, Value>();
        context.forEach((key, texts) -> more.put(fold(key), Value.of(texts)));
        derived(more, TIME, EPOCH, time -> Long.toString(time.getEpochSecond()));
        derived(more, EPOCH, TIME, Instant::toString);
        return with(more);
    }

    /** Returns this with all tags of the repository: one that isn't among them isn't there. */
    public RequestContext andTags(Map<String, String> tags) {
        var more = new HashMap<>(values);
        TAGS.forEach(prefix -> tags.forEach((key, text) -> put(more, prefix + key, text)));
        return new RequestContext(more, and(complete, TAGS));
    }

    Value value(String key) {
        return folded(fold(key));
    }

    public Value folded(String key) {
        Value value = values.get(key);
        if (value != null) {
            return value;
        }
        if (key.equals(PATHS) && values.get(ORGANIZATION) instanceof Value.Present id) {
            return Value.formed(Glob.beginning(id.texts().get(0) + "/"));
        }
        return complete.stream().anyMatch(key::startsWith) ? Value.ABSENT : Value.UNKNOWN;
    }

    public static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    public RequestContext with(Map<String, Value> more) {
        var all = new HashMap<>(values);
        all.putAll(more);
        return new RequestContext(all, complete);
    }

    private static Set<String> and(Set<String> some, Collection<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static void derived(Map<String, Value> more, String from, String to, Function<Instant, String> form) {
        if (more.get(from) instanceof Value.Present present && !more.containsKey(to)) {
            Optional<Instant> time = Moments.parse(present.texts().get(0));
            more.put(to, time.map(t -> Value.of(List.of(form.apply(t)))).orElse(Value.UNKNOWN));
        }
    }

    private static void put(Map<String, Value> values, String key, String text) {
        values.put(fold(key), Value.of(List.of(text)));
    }
}

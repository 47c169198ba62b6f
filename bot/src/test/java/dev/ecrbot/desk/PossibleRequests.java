package dev.ecrbot.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.evaluation.BruteForce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The requests that a caller whom an error names may have made, for brute force: with and without what conditions ask for, and of
 * a session, whose ARN doesn't show its role's path, with each path that a statement names.
 *
 * @param caller as the error names it
 */
record PossibleRequests(String caller, String action, Repository on, List<JsonNode> statements, Instant at) {
    private static final Pattern SESSION = Pattern.compile("arn:([a-z-]+):sts::(\\d{12}):assumed-role/([^/]+)/.+");
    private static final Pattern ARN = Pattern.compile("arn:([a-z-]+):(?:iam|sts)::(\\d{12}):.+");
    private static final String SSO = "aws-reserved/sso.amazonaws.com/";
    /** What brute force has no operator or no value for, or the bot may know more about. */
    private static final Pattern OPEN_KEY = Pattern.compile(
            "aws:(principalorg.*|principaltype|principaltag/.*|username|userid|resourceorg.*|resourcetag/.*|tagkeys|calledvia.*"
                    + "|source(arn|account|org.*)|principalservicename.*|viaawsservice)|ecr:resourcetag/.*");

    private static final Set<String> OPERATORS = Set.of(
            "StringEquals",
            "StringEqualsIgnoreCase",
            "StringLike",
            "ArnEquals",
            "ArnLike",
            "NumericEquals",
            "NumericLessThan",
            "NumericGreaterThanEquals",
            "DateEquals",
            "DateLessThan",
            "DateGreaterThan",
            "Bool",
            "Null");

    /** Returns whether they can't tell what the policies say, since something is written there that brute force can't judge. */
    boolean open() {
        return statements.stream().anyMatch(PossibleRequests::isOpen);
    }

    private static boolean isOpen(JsonNode statement) {
        JsonNode principal = statement.has("Principal") ? statement.get("Principal") : statement.path("NotPrincipal");
        boolean read = statement.has("Effect")
                && (principal.isObject() || principal.asText().equals("*"));
        if (!read || statement.path("Action").isObject() || statement.toString().contains("${")) {
            return true;
        }
        for (Map.Entry<String, JsonNode> operator : statement.path("Condition").properties()) {
            String name = operator.getKey().replaceAll("For(AllValues|AnyValue):|IfExists|Not", "");
            boolean known = OPERATORS.contains(name) && operator.getValue().isObject();
            if (!known
                    || operator.getValue().properties().stream()
                            .anyMatch(key -> OPEN_KEY.matcher(key.getKey().toLowerCase(Locale.ROOT))
                                    .matches())) {
                return true;
            }
        }
        return false;
    }

    List<BruteForce> all() {
        var all = new ArrayList<BruteForce>();
        for (String principal : principals()) {
            Map<String, List<String>> bare = known(principal);
            Map<String, List<String>> full = new HashMap<>(wanted());
            full.putAll(bare);
            Stream.of(bare, full)
                    .map(context -> new BruteForce(names(principal), action, on.arn(), context))
                    .forEach(all::add);
        }
        return all;
    }

    /** Returns the ARNs that {@code aws:PrincipalArn} may have; of a service its host. */
    private Set<String> principals() {
        Matcher session = SESSION.matcher(caller);
        if (!session.matches()) {
            return Set.of(caller);
        }
        String roles = "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/";
        String name = session.group(3);
        var all = new TreeSet<String>();
        all.add(roles + (name.startsWith("AWSReservedSSO_") ? SSO : "") + name);
        Matcher pathed = Pattern.compile(Pattern.quote(roles) + "[!-~&&[^\"]]*/" + Pattern.quote(name))
                .matcher(statements.toString());
        pathed.results().map(each -> each.group()).forEach(all::add);
        return all;
    }

    private List<String> names(String principal) {
        Matcher arn = ARN.matcher(principal);
        return arn.matches()
                ? List.of(caller, principal, arn.group(2), "arn:" + arn.group(1) + ":iam::" + arn.group(2) + ":root")
                : List.of(caller);
    }

    private Map<String, List<String>> known(String principal) {
        var known = new HashMap<String, List<String>>();
        known.put("aws:currenttime", List.of(at.toString()));
        known.put("aws:epochtime", List.of(Long.toString(at.getEpochSecond())));
        known.put("aws:requestedregion", List.of(on.region().value()));
        known.put("aws:resourceaccount", List.of(on.account().value()));
        Matcher arn = ARN.matcher(principal);
        known.put("aws:principalisawsservice", List.of(Boolean.toString(!arn.matches())));
        if (arn.matches()) {
            known.put("aws:principalarn", List.of(principal));
            known.put("aws:principalaccount", List.of(arn.group(2)));
        }
        return known;
    }

    /** Returns a value for each key that a condition asks for, as it asks for it. */
    private Map<String, List<String>> wanted() {
        var wanted = new HashMap<String, List<String>>();
        for (JsonNode statement : statements) {
            for (Map.Entry<String, JsonNode> operator :
                    statement.path("Condition").properties()) {
                for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                    JsonNode values = key.getValue();
                    String first = (values.isArray() ? values.path(0) : values).asText();
                    wanted.put(
                            key.getKey().toLowerCase(Locale.ROOT),
                            List.of(
                                    operator.getKey().equals("Null")
                                            ? "x"
                                            : first.replace('*', 'x').replace('?', 'x')));
                }
            }
        }
        return wanted;
    }
}

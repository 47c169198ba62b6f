package dev.ecrbot.policy.condition;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.operator.Glob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the name of whoever calls tells of the keys of their requests.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM: global
 *     condition keys</a>
 */
final class CallerKeys {
    private static final List<String> OF_SERVICES = List.of(
            "aws:SourceArn",
            "aws:SourceAccount",
            "aws:SourceOrgID",
            "aws:SourceOrgPaths",
            "aws:PrincipalServiceName",
            "aws:PrincipalServiceNamesList");
    private static final List<String> OF_CALLERS = List.of(
            "aws:PrincipalArn", "aws:PrincipalAccount", "aws:username", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths");
    /** What Identity Center's roles are called, and below which path they lie, at once or in one of a Region's. */
    private static final String SSO_ROLE = "AWSReservedSSO_";

    private static final String SSO_PATH = "/aws-reserved/sso.amazonaws.com/";
    /** How long the names of Regions are, with room for those to come. */
    private static final int SHORTEST_REGION = 9;

    private static final int LONGEST_REGION = 16;

    private CallerKeys() {}

    /** Returns what a principal's name tells of the keys of its requests, by the keys in lower case. */
    static Map<String, Value> of(Principal principal) {
        var values = new HashMap<String, Value>();
        if (principal instanceof Principal.Service service) {
            OF_CALLERS.forEach(key -> values.put(RequestContext.fold(key), Value.ABSENT));
            put(values, "aws:PrincipalIsAWSService", "true");
            put(values, "aws:PrincipalServiceName", service.host());
            return values;
        }
        // AWS puts these into requests that a service makes in its own name, and into no others.
        OF_SERVICES.forEach(key -> values.put(RequestContext.fold(key), Value.ABSENT));
        put(values, "aws:PrincipalIsAWSService", "false");
        principal.account().ifPresent(account -> put(values, "aws:PrincipalAccount", account.value()));
        values.put("aws:principalarn", arn(principal));
        put(values, "aws:PrincipalType", type(principal));
        values.put(
                "aws:username",
                principal instanceof Principal.User user ? Value.of(List.of(user.name())) : Value.ABSENT);
        return values;
    }

    private static Value arn(Principal principal) {
        if (!(principal instanceof Principal.Session session)) {
            return Value.of(List.of(principal.text()));
        }
        String roles = "arn:" + session.in() + ":iam::" + session.owner() + ":role";
        if (!session.role().startsWith(SSO_ROLE)) {
            return Value.formed(Glob.of(roles + "/" + session.role()), Glob.of(roles + "/?*/" + session.role()));
        }
        Stream<String> regions =
                IntStream.rangeClosed(SHORTEST_REGION, LONGEST_REGION).mapToObj(length -> "?".repeat(length) + "/");
        return Value.formed(Stream.concat(Stream.of(""), regions)
                .map(region -> Glob.of(roles + SSO_PATH + region + session.role()))
                .toArray(Glob[]::new));
    }

    private static Value anybody(Principal.Account account) {
        String iam = "arn:" + account.in() + ":iam::" + account.owner() + ":";
        String sts = "arn:" + account.in() + ":sts::" + account.owner() + ":";
        return Value.formed(
                Glob.of(iam + "root"),
                Glob.of(iam + "role/?*"),
                Glob.of(iam + "user/?*"),
                Glob.of(sts + "federated-user/?*"));
    }

    private static String type(Principal principal) {
        if (principal instanceof Principal.User) {
            return "User";
        }
        if (principal instanceof Principal.Account) {
            return "Account";
        }
        return principal instanceof Principal.FederatedUser ? "FederatedUser" : "AssumedRole";
    }

    /** Returns what is known of the requests of everyone in an account. */
    static Map<String, Value> ofAnybodyIn(Principal.Account account) {
        var values = new HashMap<String, Value>();
        OF_SERVICES.forEach(key -> values.put(RequestContext.fold(key), Value.ABSENT));
        put(values, "aws:PrincipalIsAWSService", "false");
        put(values, "aws:PrincipalAccount", account.owner().value());
        values.put("aws:principalarn", anybody(account));
        return values;
    }

    private static void put(Map<String, Value> values, String key, String text) {
        values.put(RequestContext.fold(key), Value.of(List.of(text)));
    }
}

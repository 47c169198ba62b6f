package dev.ecrbot.policy.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes up small policies, requests and what is known of them, from few enough values for everything to meet everything. */
final class Universe {
    private static final String MORE = "aws:TagKeys";
    private static final String PRINCIPAL_ARN = "aws:PrincipalArn";

    /** What each key may be in a request; none: it isn't there. */
    static final Map<String, List<List<String>>> KEYS = new TreeMap<>(Map.of(
            "aws:SourceVpce",
            List.of(List.of(), List.of("vpce-1"), List.of("vpce-2")),
            "aws:PrincipalOrgID",
            List.of(List.of(), List.of("o-a"), List.of("O-A")),
            MORE,
            List.of(List.of(), List.of("a"), List.of("a", "b"), List.of("c")),
            "aws:MultiFactorAuthPresent",
            List.of(List.of(), List.of("true"), List.of("false")),
            "aws:MultiFactorAuthAge",
            List.of(List.of(), List.of("300"), List.of("900.0")),
            "aws:TokenIssueTime",
            List.of(List.of(), List.of("2026-11-22T10:00:00Z"), List.of("2026-11-23T00:00:00+02:00")),
            "aws:SourceIp",
            List.of(List.of("10.1.2.3"), List.of("192.0.2.1"), List.of("2001:db8::1")),
            "aws:PrincipalTag/of",
            List.of(List.of(), List.of("arn:aws:x:y:z:a/b"), List.of("arn:aws:x:y:z:c"))));

    private static final Map<String, List<String>> OPERATORS = Map.of(
            "aws:SourceVpce",
            List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike"),
            "aws:PrincipalOrgID",
            List.of("StringEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"),
            MORE,
            List.of(
                    "ForAnyValue:StringEquals",
                    "ForAllValues:StringEquals",
                    "ForAnyValue:StringNotEquals",
                    "ForAllValues:StringNotLike",
                    "ForAllValues:StringLike"),
            "aws:MultiFactorAuthPresent",
            List.of("Bool"),
            "aws:MultiFactorAuthAge",
            List.of("NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericGreaterThanEquals"),
            "aws:TokenIssueTime",
            List.of("DateLessThan", "DateGreaterThan"),
            "aws:SourceIp",
            List.of("IpAddress", "NotIpAddress"),
            "aws:PrincipalTag/of",
            List.of("ArnEquals", "ArnLike", "ArnNotLike", "ArnNotEquals"));

    private static final Map<String, List<String>> VALUES = Map.of(
            "aws:SourceVpce",
            List.of("vpce-1", "vpce-*", "vpce-?", "*"),
            "aws:PrincipalOrgID",
            List.of("o-a", "o-b"),
            MORE,
            List.of("a", "b", "?"),
            "aws:MultiFactorAuthPresent",
            List.of("true", "false"),
            "aws:MultiFactorAuthAge",
            List.of("300", "900", "500"),
            "aws:TokenIssueTime",
            List.of("2026-11-22T10:00:00Z", "2026-11-22T22:00:00Z", "2027-01-01T00:00:00Z"),
            "aws:SourceIp",
            List.of("10.0.0.0/8", "192.0.0.0/8"),
            "aws:PrincipalTag/of",
            List.of("arn:aws:x:y:z:*", "arn:*:x:y:z:c", "arn:aws:*:a/b:x:c"));

    private static final List<String> PRINCIPALS = List.of(
            Questions.ROLE,
            Questions.SESSION,
            Questions.USER,
            Questions.ROOT,
            Questions.OTHER_ROLE,
            "222222222222",
            "333333333333",
            "*",
            "AROACKCEVSQ6C2EXAMPLE",
            "arn:aws:iam::222222222222:role/c*");
    private static final List<String> ACTIONS = List.of(
            "ecr:BatchGetImage", "ecr:batchget*", "ecr:PutImage", "ecr:*", "*", "ECR:?utImage", "ecr:Describe*");
    private static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:ecr:us-west-2:111111111111:repository/*",
            "arn:aws:ecr:*:111111111111:repository/payments/*",
            "arn:aws:ecr:us-west-2:111111111111:repository/sales/web",
            "arn:aws:ecr:eu-*-1:111111111111:repository/*");

    private static final List<String> TIMED =
            List.of("DateLessThan", "DateGreaterThan", "DateLessThanIfExists", "DateNotEquals");

    private final Random random;
    private final List<String> ends;
    private final boolean wide;

    Universe(long seed) {
        this(seed, List.of());
    }

    /** @param ends the moments that conditions on the time may name */
    Universe(long seed, List<String> ends) {
        this(seed, ends, false);
    }

    private Universe(long seed, List<String> ends, boolean wide) {
        this.random = new Random(seed);
        this.ends = List.copyOf(ends);
        this.wide = wide;
    }

    /** Returns one with paths of roles, sessions, variables, several values, services, partitions, foreign actions and what can't be read. */
    static Universe wide(long seed) {
        return new Universe(seed, List.of(), true);
    }

    String policy(boolean registry, boolean notPrincipal) {
        return policy(statements(registry, notPrincipal));
    }

    List<String> statements(boolean registry, boolean notPrincipal) {
        var statements = new ArrayList<String>();
        for (int count = random.nextInt(5); count > 0; count--) {
            statements.add(statement(registry, notPrincipal));
        }
        return statements;
    }

    /** Returns the statements with other conditions, or others in their place. */
    List<String> changed(List<String> statements) {
        if (one(3)) {
            return statements(false, false).stream().limit(1).toList();
        }
        return statements.stream()
                .map(statement -> statement.contains("\"Condition\"")
                        ? statement.substring(0, statement.indexOf("\"Condition\"")) + "\"Condition\":" + conditions()
                                + "}"
                        : statement.substring(0, statement.length() - 1) + ",\"Condition\":" + conditions() + "}")
                .toList();
    }

    String policy(List<String> statements) {
        // Of variables it is only the version that says whether they are any.
        int old = statements.stream().anyMatch(statement -> statement.contains("${")) ? 2 : 5;
        String version = wide && one(old) ? "2008-10-17" : "2012-10-17";
        return "{\"Version\":\"" + version + "\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    /** Returns a value for every key of every request. */
    Map<String, List<String>> request() {
        var request = new HashMap<String, List<String>>();
        KEYS.forEach((key, values) -> request.put(key, pick(values)));
        if (wide) {
            WideTexts.KEYS.forEach((key, values) -> request.put(key, pick(values)));
        }
        return request;
    }

    /** Returns what is known of the request: each key or not. */
    Map<String, List<String>> some(Map<String, List<String>> request) {
        var some = new HashMap<>(request);
        some.keySet().removeIf(key -> random.nextBoolean());
        return some;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String statement(boolean registry, boolean notPrincipal) {
        var parts = new ArrayList<String>();
        // One element decides more often where the others let everything through.
        boolean plain = wide && one(2);
        parts.add("\"Effect\":\"" + (one(3) ? "Deny" : "Allow") + "\"");
        boolean except = notPrincipal && one(3);
        parts.add((except ? "\"NotPrincipal\":" : "\"Principal\":")
                + (one(plain ? 3 : 6) && !except
                        ? "\"*\""
                        : "{\"Service\":\"" + Questions.LAMBDA + "\",\"AWS\":"
                                + some(wide && (plain || one(2)) ? WideTexts.PRINCIPALS : PRINCIPALS) + "}"));
        parts.add((!plain && one(4) ? "\"NotAction\":" : "\"Action\":")
                + some(plain ? List.of("*") : wide && one(3) ? WideTexts.ACTIONS : ACTIONS));
        if (registry) {
            parts.add((one(5) ? "\"NotResource\":" : "\"Resource\":")
                    + some(wide && (plain || one(3)) ? WideTexts.RESOURCES : RESOURCES));
        }
        if (!one(plain ? 2 : 3)) {
            parts.add("\"Condition\":" + conditions());
        }
        if (wide && one(5)) {
            String unread = pick(WideTexts.UNREAD);
            parts.removeIf(part -> part.startsWith(unread.substring(0, unread.indexOf(':') + 1)));
            parts.removeIf(part -> unread.startsWith("\"Principal\"") && part.startsWith("\"NotPrincipal\""));
            parts.removeIf(part -> unread.startsWith("\"Action\"") && part.startsWith("\"NotAction\""));
            parts.add(unread);
        }
        return "{" + String.join(",", parts) + "}";
    }

    private String conditions() {
        var byOperator = new TreeMap<String, Map<String, String>>();
        if (!ends.isEmpty() && !one(3)) {
            byOperator.computeIfAbsent(pick(TIMED), o -> new TreeMap<>()).put("aws:CurrentTime", some(ends));
            if (one(2)) {
                return written(byOperator);
            }
        }
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            if (wide && !one(3)) {
                String key = one(3) ? PRINCIPAL_ARN : pick(List.copyOf(new TreeMap<>(WideTexts.VALUES).keySet()));
                byOperator
                        .computeIfAbsent(pick(WideTexts.OPERATORS.getOrDefault(key, List.of())), o -> new TreeMap<>())
                        .put(key, some(WideTexts.VALUES.getOrDefault(key, List.of())));
                continue;
            }
            String key = pick(List.copyOf(KEYS.keySet()));
            if (one(6)) {
                byOperator.computeIfAbsent("Null", o -> new TreeMap<>()).put(key, "\"" + random.nextBoolean() + "\"");
            } else {
                String operator = pick(OPERATORS.getOrDefault(key, List.of())) + (one(3) ? "IfExists" : "");
                byOperator
                        .computeIfAbsent(operator, o -> new TreeMap<>())
                        .put(key, some(VALUES.getOrDefault(key, List.of())));
            }
        }
        return written(byOperator);
    }

    private String written(Map<String, Map<String, String>> byOperator) {
        var operators = new ArrayList<String>();
        byOperator.forEach((operator, keys) -> {
            var lines = new ArrayList<String>();
            keys.forEach(
                    (key, values) -> lines.add("\"" + (one(4) ? key.toUpperCase(Locale.ROOT) : key) + "\":" + values));
            operators.add("\"" + operator + "\":{" + String.join(",", lines) + "}");
        });
        return "{" + String.join(",", operators) + "}";
    }

    private String some(List<String> all) {
        if (one(3)) {
            return "\"" + pick(all) + "\"";
        }
        var some = new ArrayList<String>();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            some.add("\"" + pick(all) + "\"");
        }
        return "[" + String.join(",", some) + "]";
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}

package dev.ecrbot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Policies as the benchmarks need them: as long as asked for, and with the kinds of statement that repositories really have. */
final class FullPolicies {
    private static final String PULL =
            "[\"ecr:BatchGetImage\", \"ecr:GetDownloadUrlForLayer\", \"ecr:BatchCheckLayerAvailability\"]";

    private FullPolicies() {}

    /** Returns a policy of so many statements, each with principals of its own; every eighth has a condition, every tenth denies. */
    static String statements(int count) {
        return document(
                IntStream.range(0, count).mapToObj(FullPolicies::statement).toList());
    }

    /** Returns a policy that has as many statements as fit with some room left for a grant. */
    static String manyStatements() {
        return fullest(FullPolicies::statement);
    }

    /** Returns a policy with one statement of the bot's that names as many roles as fit with some room left for a grant. */
    static String manyPrincipals() {
        int count = 150;
        while (PolicyDocument.parse(merged(count + 1)).size() <= PolicyDocument.LIMIT - 500) {
            count++;
        }
        return merged(count);
    }

    private static String merged(int roles) {
        String principals =
                IntStream.range(0, roles).mapToObj(i -> '"' + role(i) + '"').collect(Collectors.joining(", "));
        return document(List.of("{\"Sid\": \"EcrBotPull\", \"Effect\": \"Allow\", \"Principal\": {\"AWS\": ["
                + principals + "]}, \"Action\": " + PULL + "}"));
    }

    private static String fullest(java.util.function.IntFunction<String> form) {
        var statements = new ArrayList<String>();
        int size = 0;
        while (size <= PolicyDocument.LIMIT - 600) {
            statements.add(form.apply(statements.size()));
            size = PolicyDocument.parse(document(statements)).size();
        }
        return document(statements);
    }

    private static String statement(int number) {
        String effect = number % 10 == 9 ? "Deny" : "Allow";
        String action = number % 10 == 9 ? "\"ecr:DeleteRepository\"" : PULL;
        String condition = number % 8 == 7
                ? ", \"Condition\": {\"DateLessThan\": {\"aws:CurrentTime\": \"2027-01-%02dT00:00:00Z\"}}"
                        .formatted(1 + number % 28)
                : "";
        return "{\"Sid\": \"Team%d\", \"Effect\": \"%s\", \"Principal\": {\"AWS\": \"%s\"}, \"Action\": %s%s}"
                .formatted(number, effect, role(number), action, condition);
    }

    private static String role(int number) {
        return "arn:aws:iam::%012d:role/deploy-%03d".formatted(222_222_222_222L + number % 7, number);
    }

    private static String document(List<String> statements) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(", ", statements) + "]}";
    }
}

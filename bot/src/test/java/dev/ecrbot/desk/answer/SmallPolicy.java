package dev.ecrbot.desk.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.evaluation.BruteForce;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A policy made of one number: up to five statements about three roles, their accounts and everyone. */
final class SmallPolicy {
    static final String ORGANIZATION = "aws:principalorgid";

    /** Everything that these policies can ask about and a question doesn't tell. */
    static final List<Map<String, List<String>>> CONTEXTS = List.of(
            Map.of(), Map.of(ORGANIZATION, List.of("o-aaaaaaaaaa")), Map.of(ORGANIZATION, List.of("o-bbbbbbbbbb")));

    private static final List<String> PRINCIPALS = List.of(
            "arn:aws:iam::222222222222:role/ci-deployer",
            "arn:aws:iam::222222222222:role/nightly-build",
            "arn:aws:iam::333333333333:role/report-runner",
            "arn:aws:iam::222222222222:root",
            "arn:aws:iam::333333333333:root",
            "*");
    private static final List<List<String>> ACTIONS = List.of(
            List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"),
            List.of("ecr:BatchGetImage"),
            List.of("ecr:Get*"),
            List.of("ecr:*"));
    private static final List<String> OPERATORS = List.of("StringEquals", "StringNotEquals", "StringLikeIfExists");

    private final Random random;
    private final ObjectNode policy = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
    private int doubts;

    SmallPolicy(long seed) {
        this.random = new Random(seed);
        var statements = policy.putArray("Statement");
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            statements.add(statement());
        }
    }

    private ObjectNode statement() {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("Effect", random.nextInt(4) == 0 ? "Deny" : "Allow");
        var names = statement.putObject("Principal").putArray("AWS");
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            names.add(PRINCIPALS.get(random.nextInt(PRINCIPALS.size())));
        }
        var actions = statement.putArray("Action");
        ACTIONS.get(random.nextInt(ACTIONS.size())).forEach(actions::add);
        if (random.nextInt(3) == 0) {
            doubts++;
            statement
                    .putObject("Condition")
                    .putObject(OPERATORS.get(random.nextInt(OPERATORS.size())))
                    .put("aws:PrincipalOrgID", random.nextBoolean() ? "o-aaaaaaaaaa" : "o-bbbbbbbbbb");
        }
        return statement;
    }

    String text() {
        return policy.toString();
    }

    /** Returns how many of its statements have a condition. */
    int doubts() {
        return doubts;
    }

    /** Returns whether it lets the role do this, by brute force. */
    boolean allows(String role, AccountId account, String action, Map<String, List<String>> context) {
        var all = new LinkedHashMap<>(context);
        all.put("aws:principalarn", List.of(role));
        all.put("aws:principalaccount", List.of(account.value()));
        var statements = new ArrayList<JsonNode>();
        policy.path("Statement").forEach(statements::add);
        return new BruteForce(
                        List.of(role, account.value(), "arn:aws:iam::" + account + ":root"),
                        action,
                        SeedRegistry.west("payments/api").arn(),
                        all)
                .allows(statements);
    }
}

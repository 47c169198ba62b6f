package dev.ecrbot.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.evaluation.BruteForce;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.Owned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether a claim is so under a policy, by brute force.
 *
 * @param moment when it is looked at
 */
record ClaimCheck(Claim claim, Instant moment) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ALL = new TreeSet<>(Set.of(
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchCheckLayerAvailability",
            "ecr:PutImage",
            "ecr:InitiateLayerUpload",
            "ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload",
            "ecr:DescribeImages",
            "ecr:DescribeRepositories",
            "ecr:ListImages"));

    private static final Instant FOR_EVER = Instant.parse("2999-01-01T00:00:00Z");

    /** Returns the policy's statements. */
    static List<JsonNode> statements(Optional<String> policy) {
        try {
            var statements = new ArrayList<JsonNode>();
            JSON.readTree(policy.orElse("{}")).path("Statement").forEach(statements::add);
            return statements;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Returns whether it is so under a policy of these statements.
     *
     * @param registry those of the registry's own policy, which denies beside it what it denies
     */
    boolean isSo(List<JsonNode> own, List<JsonNode> registry) {
        List<JsonNode> statements = Stream.concat(
                        own.stream(),
                        registry.stream()
                                .filter(each -> each.path("Effect").asText().equals("Deny")))
                .toList();
        if (claim instanceof Claim.Held held) {
            // It is said of now, and of the last moment before its end; after that nothing is said.
            Instant last = held.owned().until().map(end -> end.minusSeconds(1)).orElse(FOR_EVER);
            return moment.isAfter(last)
                    || Stream.of(moment, last)
                            .allMatch(each -> held.owned().access().actions().stream()
                                    .allMatch(action -> allows(held, action, each, statements)));
        }
        Claim.Taken taken = (Claim.Taken) claim;
        Set<String> actions = taken.access().map(Access::actions).orElse(ALL);
        return allowing(statements)
                .noneMatch(statement -> names(statement)
                        && actions.stream()
                                .map(action -> request(action, moment))
                                .anyMatch(each -> each.does(statement) && each.there(statement)));
    }

    /** Where the message names limits, it says no more than that a statement gives it, under those of the grant. */
    private boolean allows(Claim.Held held, String action, Instant at, List<JsonNode> statements) {
        BruteForce request = request(action, at);
        return held.limited()
                ? allowing(statements)
                        .anyMatch(each -> request.about(each) && request.does(each) && isUnder(each, held.owned()))
                : request.allows(statements);
    }

    private static boolean isUnder(JsonNode statement, Owned owned) {
        return owned.access().conditions().lines().stream().allMatch(line -> {
            var values = new TreeSet<String>();
            JsonNode written = statement.path("Condition").path(line.operator()).path(line.key());
            (written.isArray() ? written : JSON.createArrayNode().add(written))
                    .forEach(one -> values.add(one.asText()));
            return values.equals(new TreeSet<>(line.values()));
        });
    }

    static Stream<JsonNode> allowing(List<JsonNode> statements) {
        return statements.stream().filter(each -> each.path("Effect").asText().equals("Allow"));
    }

    private BruteForce request(String action, Instant at) {
        Principal who = claim.who();
        var context = new LinkedHashMap<String, List<String>>();
        context.put("aws:currenttime", List.of(at.toString()));
        context.put("aws:principalarn", List.of(who.text()));
        who.account().ifPresent(id -> context.put("aws:principalaccount", List.of(id.value())));
        if (who instanceof Principal.Organization within) {
            context.put(
                    "aws:principalorgid", List.of(within.path().organization().toString()));
            context.put("aws:principalorgpaths", List.of(within.path() + "/"));
        }
        // Of a pattern it is said that it holds for every repository that matches: here is one.
        return new BruteForce(names(who), action, claim.on().arn().replace("*", "any"), context);
    }

    private static List<String> names(Principal who) {
        var names = new ArrayList<>(List.of(who.text()));
        who.account().ifPresent(id -> {
            names.add(id.value());
            names.add("arn:aws:iam::" + id + ":root");
        });
        return names;
    }

    private boolean names(JsonNode statement) {
        JsonNode aws = statement.path("Principal").path("AWS");
        return Stream.concat(Stream.of(aws), StreamSupport.stream(aws.spliterator(), false))
                .anyMatch(name -> name.asText().equals(claim.who().text()));
    }
}

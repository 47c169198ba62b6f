package dev.ecrbot.policy.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whom the differences of policies are compared with brute force for, and where. */
final class Population {
    static final List<String> ACTIONS = List.of("ecr:BatchGetImage", "ecr:PutImage", "ecr:DescribeImages");
    static final String STRANGER = "arn:aws:iam::444444444444:role/stranger";

    /** By what names a statement may mean each caller. */
    static final Map<String, List<String>> CALLERS = new TreeMap<>(Map.of(
            Questions.ROLE,
            List.of(Questions.ROLE, Questions.ROOT, "222222222222"),
            Questions.SESSION,
            List.of(Questions.SESSION, Questions.ROLE, Questions.ROOT, "222222222222"),
            Questions.USER,
            List.of(Questions.USER, Questions.ROOT, "222222222222"),
            Questions.ROOT,
            List.of(Questions.ROOT, "222222222222"),
            Questions.OTHER_ROLE,
            List.of(Questions.OTHER_ROLE, "333333333333"),
            STRANGER,
            List.of(STRANGER, "444444444444"),
            Questions.LAMBDA,
            List.of(Questions.LAMBDA)));

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Population() {}

    static Setting setting() {
        return new Setting(
                Decider.Source.REPOSITORY,
                Questions.API.region().partition(),
                Optional.of(Questions.API.account()),
                Optional.of(Questions.API.region()),
                Optional.of(Questions.API.arn()),
                PolicyDocument.empty(),
                Organizations.UNKNOWN,
                Questions.NOW);
    }

    static List<JsonNode> statements(String policy) {
        var statements = new ArrayList<JsonNode>();
        try {
            MAPPER.readTree(policy).get("Statement").forEach(statements::add);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        return statements;
    }
}

package dev.ecrbot.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Answer;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.RequestContext;
import dev.ecrbot.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One line of {@code policy can --batch}: policies, a question, and what is known of the request.
 *
 * <p>In {@code context} a key may have one value or a list; null or an empty list says that requests don't have it.
 */
final class BatchLine {
    private static final Set<String> KEYS =
            Set.of("policy", "registryPolicy", "principal", "action", "repository", "context");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(60)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BatchLine() {}

    /** Returns the answer to the line. */
    static ObjectNode answer(String line, Instant now) throws BadInput {
        JsonNode node = read(line);
        if (!node.isObject()) {
            throw new BadInput("The line isn't a JSON object.");
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!KEYS.contains(property.getKey())) {
                throw new BadInput("The line has an unknown key; known are "
                        + String.join(", ", KEYS.stream().sorted().toList()) + ".");
            }
        }
        try {
            Repository repository = Arns.repository(text(node, "repository"));
            var home = repository.region().partition();
            var question =
                    new Question(Arns.principal(text(node, "principal"), home), text(node, "action"), repository);
            boolean both = node.path("registryPolicy").isObject();
            Answer answer = Evaluation.of(policy(node, "policy", true), policy(node, "registryPolicy", false), home)
                    .answer(question, RequestContext.of(question, now).and(context(node.path("context"))));
            return AnswerJson.of(answer, both);
        } catch (ProblemException e) {
            throw new BadInput(e.problem().text());
        }
    }

    private static JsonNode read(String line) throws BadInput {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new BadInput("The line isn't JSON.");
        }
    }

    private static String text(JsonNode node, String key) throws BadInput {
        if (!node.path(key).isTextual()) {
            throw new BadInput("The line has no text under " + key + ".");
        }
        return node.path(key).textValue();
    }

    private static PolicyDocument policy(JsonNode node, String key, boolean needed) throws BadInput {
        JsonNode policy = node.path(key);
        if (policy.isNull() || (policy.isMissingNode() && !needed)) {
            return PolicyDocument.empty();
        }
        if (!policy.isObject()) {
            throw new BadInput("The line has no policy under " + key + ".");
        }
        return PolicyDocument.parse(policy.toString());
    }

    private static Map<String, List<String>> context(JsonNode node) throws BadInput {
        var context = new HashMap<String, List<String>>();
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw new BadInput("The line's context isn't an object.");
        }
        for (Map.Entry<String, JsonNode> key : node.properties()) {
            context.put(key.getKey(), values(key.getValue()));
        }
        return context;
    }

    private static List<String> values(JsonNode node) throws BadInput {
        var values = new ArrayList<String>();
        for (JsonNode value : node.isArray() ? node : List.of(node)) {
            if (!value.isValueNode()) {
                throw new BadInput("A key of the line's context has neither a value nor a list of them.");
            }
            if (!value.isNull()) {
                values.add(value.asText());
            }
        }
        return values;
    }
}

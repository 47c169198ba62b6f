package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.cli.words.BatchWords;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Marked;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.WholeEvaluation;
import dev.ecrbot.problem.ProblemException;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers the lines of {@code policy can --batch}: each has policies, a question, and what is known of the request.
 *
 * <p>Thread-safe. In {@code context} a key may have one value or a list; null or an empty list says that requests don't have it.
 *
 * @param others the policies beside the repository's side, where a line doesn't say better
 * @param lenient whether policies are judged that AWS would refuse
 */
record BatchAnswers(Optional<OtherPolicies> others, Instant now, boolean lenient) {
    /** More bytes than two policies of AWS's length take, however they are escaped. */
    static final int LONGEST = 500_000;

    private static final Set<String> KEYS = Stream.concat(
                    Stream.of("policy", "registryPolicy", "principal", "action", "repository", "context"),
                    BatchOthers.KEYS.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Returns the answer to a line, or an object with what is wrong with the line under {@code error}; nothing for a blank one. */
    Optional<ObjectNode> answer(byte[] line) {
        try {
            if (line.length > LONGEST) {
                throw new BadInput(BatchWords.tooLong(LONGEST));
            }
            String text = Texts.utf8(line);
            return text.isBlank() ? Optional.empty() : Optional.of(answered(text));
        } catch (CharacterCodingException e) {
            return Optional.of(error(BatchWords.noUtf8()));
        } catch (BadInput e) {
            return Optional.of(error(String.valueOf(e.getMessage())));
        }
    }

    private static ObjectNode error(String what) {
        return JsonNodeFactory.instance.objectNode().put("error", what);
    }

    private ObjectNode answered(String line) throws BadInput {
        JsonNode node = read(line);
        if (!node.isObject()) {
            throw new BadInput(BatchWords.noObject());
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!KEYS.contains(property.getKey())) {
                throw new BadInput(BatchWords.unknownKey(KEYS.stream().sorted().toList()));
            }
        }
        try {
            Repository repository = Arns.repository(text(node, "repository"));
            var home = repository.region().partition();
            var question =
                    new Question(Arns.principal(text(node, "principal"), home), text(node, "action"), repository);
            Optional<OtherPolicies> others = BatchOthers.of(node, question.principal(), this);
            PolicyDocument policy = policy(node, "policy", Source.REPOSITORY, lenient);
            PolicyDocument registry = policy(node, "registryPolicy", Source.REGISTRY, lenient);
            RequestContext known = question.known(now).and(context(node.path("context")));
            if (others.isPresent()) {
                return AnswerJson.of(
                        WholeEvaluation.of(policy, registry, others.get(), home).answer(question, known),
                        others.get(),
                        share -> Optional.empty());
            }
            boolean both = node.path("registryPolicy").isObject();
            return AnswerJson.of(Evaluation.of(policy, registry, home).answer(question, known), both);
        } catch (ProblemException e) {
            throw new BadInput(e.problem().text());
        }
    }

    private static JsonNode read(String line) throws BadInput {
        try {
            return Marked.json("line", line, LONGEST, false).tree();
        } catch (ProblemException e) {
            throw new BadInput(BatchWords.noJson(e.problem().what()));
        }
    }

    private static String text(JsonNode node, String key) throws BadInput {
        if (!node.path(key).isTextual()) {
            throw new BadInput(BatchWords.noText(key));
        }
        return node.path(key).textValue();
    }

    private static PolicyDocument policy(JsonNode node, String key, Source source, boolean lenient) throws BadInput {
        JsonNode policy = node.path(key);
        if (policy.isNull() || (policy.isMissingNode() && source == Source.REGISTRY)) {
            return PolicyDocument.empty();
        }
        if (!policy.isObject()) {
            throw new BadInput(BatchWords.noPolicy(key));
        }
        PolicyDocument document = PolicyDocument.of(policy);
        if (!lenient) {
            Texts.accepted(BatchWords.under(key), document, source);
        }
        return document;
    }

    private static Map<String, List<String>> context(JsonNode node) throws BadInput {
        var context = new HashMap<String, List<String>>();
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw new BadInput(BatchWords.noContext());
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
                throw new BadInput(BatchWords.noValues());
            }
            if (!value.isNull()) {
                values.add(value.asText());
            }
        }
        return values;
    }
}

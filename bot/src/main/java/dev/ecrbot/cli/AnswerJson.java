package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.evaluation.Answer;
import dev.ecrbot.policy.evaluation.Decider;
import java.util.Locale;

/** Writes what the repository's side decides as one JSON object. */
final class AnswerJson {
    private AnswerJson() {}

    /**
     * Returns the answer.
     *
     * @param both whether there is a policy of the registry, so that the verdict is derived from two
     */
    static ObjectNode of(Answer answer, boolean both) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdict", answer.verdict().word()).put("whole", false);
        ArrayNode deciders = json.putArray("decidedBy");
        answer.decidedBy().forEach(decider -> deciders.add(decider(decider)));
        ArrayNode keys = json.putArray("dependsOn");
        answer.verdict().dependsOn().forEach(keys::add);
        answer.reason().ifPresent(reason -> json.put("reason", reason));
        if (both) {
            json.put("repositoryVerdict", answer.repository().word());
            json.put("registryVerdict", answer.registry().word());
            json.put("derived", true);
        }
        return json;
    }

    static ObjectNode decider(Decider decider) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("policy", decider.source().name().toLowerCase(Locale.ROOT));
        json.put("statement", decider.statement());
        decider.sid().ifPresent(sid -> json.put("sid", sid));
        json.put("part", decider.part().name().toLowerCase(Locale.ROOT));
        if (!decider.dependsOn().isEmpty()) {
            ArrayNode keys = json.putArray("dependsOn");
            decider.dependsOn().forEach(keys::add);
        }
        return json;
    }
}

package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.evaluation.EvaluationResult;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import dev.ecrbot.policy.evaluation.Share;
import dev.ecrbot.policy.evaluation.WholeAnswer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Writes an answer as one JSON object. */
final class AnswerJson {
    private AnswerJson() {}

    /**
     * Returns what the repository's side decides.
     *
     * @param both whether there is a policy of the registry, so that the verdict is derived from two
     */
    static ObjectNode of(EvaluationResult answer, boolean both) {
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

    /** Returns what all policies decide, with the share of each. */
    static ObjectNode of(WholeAnswer answer, OtherPolicies others, Function<Share, Optional<String>> files) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdict", answer.verdict().word()).put("whole", true);
        ArrayNode deciders = json.putArray("decidedBy");
        answer.decidedBy().forEach(decider -> deciders.add(decider(decider)));
        ArrayNode keys = json.putArray("dependsOn");
        answer.verdict().dependsOn().forEach(keys::add);
        json.put("reason", answer.reason());
        ArrayNode shares = json.putArray("shares");
        answer.shares().forEach(share -> shares.add(share(share, files.apply(share))));
        ArrayNode assumed = json.putArray("takenForGranted");
        AnswerText.assumed(others).forEach(assumed::add);
        return json;
    }

    private static ObjectNode share(Share share, Optional<String> file) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("policy", share.source().name().toLowerCase(Locale.ROOT));
        file.ifPresent(name -> json.put("file", name));
        if (share.source() == Decider.Source.SCP) {
            json.put("level", share.level() + 1);
        }
        json.put("place", share.place());
        json.put("says", share.says().name().toLowerCase(Locale.ROOT));
        ArrayNode deciders = json.putArray("decidedBy");
        share.decidedBy().forEach(decider -> deciders.add(decider(decider)));
        return json;
    }

    private static ObjectNode decider(Decider decider) {
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

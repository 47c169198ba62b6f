package dev.ecrbot.policy.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.evaluation.Terms;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Writes plans as JSON and reads them again. Documents go in as text, because a database may reorder JSON's keys. */
final class PlanJson {
    private PlanJson() {}

    static JsonNode write(Plan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("base", plan.base().text());
        json.put("proposed", plan.proposed().text());
        json.set("effects", array(plan.effects(), PlanJson::effect));
        json.set("diff", array(plan.diff(), line -> JsonNodeFactory.instance.textNode(line.toString())));
        json.set("touchedForeign", array(plan.touchedForeign(), JsonNodeFactory.instance::textNode));
        json.set(
                "warnings",
                array(
                        plan.warnings(),
                        warning -> JsonNodeFactory.instance
                                .objectNode()
                                .put("kind", warning.kind().name())
                                .put("text", warning.text())));
        json.set("remaining", array(plan.remaining(), PlanJson::holding));
        return json;
    }

    static Plan read(JsonNode json) {
        try {
            return new Plan(
                    PolicyDocument.parse(text(json, "base")),
                    PolicyDocument.parse(text(json, "proposed")),
                    list(json, "effects", PlanJson::effect),
                    list(json, "diff", PlanJson::line),
                    list(json, "touchedForeign", JsonNode::asText),
                    list(json, "warnings", PlanJson::warning),
                    list(json, "remaining", PlanJson::holding));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ProblemException(
                    new Problem(
                            Code.INTERNAL,
                            "A stored plan can't be read.",
                            "Ask again; the people who run the bot find the cause in its log."),
                    e);
        }
    }

    private static ObjectNode effect(Effect effect) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("principal", principal(effect.principal()));
        json.set("gains", array(effect.gains(), JsonNodeFactory.instance::textNode));
        json.set("loses", array(effect.loses(), JsonNodeFactory.instance::textNode));
        effect.from().ifPresent(from -> json.put("from", from.toString()));
        effect.until().ifPresent(until -> json.put("until", until.toString()));
        json.set("conditions", array(effect.conditions(), JsonNodeFactory.instance::textNode));
        effect.terms()
                .ifPresent(terms -> json.putObject("terms")
                        .put("before", terms.before())
                        .put("after", terms.after())
                        .put("compared", terms.compared()));
        return json;
    }

    private static Optional<Terms> terms(JsonNode json) {
        return json.has("terms")
                ? Optional.of(new Terms(
                        text(json.path("terms"), "before"),
                        text(json.path("terms"), "after"),
                        json.path("terms").path("compared").booleanValue()))
                : Optional.empty();
    }

    private static Effect effect(JsonNode json) {
        return new Effect(
                principal(json),
                texts(json, "gains"),
                texts(json, "loses"),
                instant(json, "from"),
                instant(json, "until"),
                list(json, "conditions", JsonNode::asText),
                terms(json));
    }

    private static DiffLine line(JsonNode json) {
        String line = json.asText();
        for (DiffLine.Sign sign : DiffLine.Sign.values()) {
            if (!line.isEmpty() && line.charAt(0) == sign.mark()) {
                return new DiffLine(sign, line.substring(1));
            }
        }
        throw new IllegalArgumentException("a line of a diff starts with its sign");
    }

    private static Warning warning(JsonNode json) {
        return new Warning(Warning.Kind.valueOf(text(json, "kind")), text(json, "text"));
    }

    private static ObjectNode holding(Holding holding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("principal", principal(holding.principal()));
        json.set("actions", array(holding.actions(), JsonNodeFactory.instance::textNode));
        json.put("allow", holding.allow());
        json.put("conditional", holding.conditional());
        holding.until().ifPresent(until -> json.put("until", until.toString()));
        holding.sid().ifPresent(sid -> json.put("sid", sid));
        json.put("statement", holding.statement());
        json.put("ours", holding.ours());
        holding.resource().ifPresent(resource -> json.put("resource", resource));
        return json;
    }

    private static Holding holding(JsonNode json) {
        return new Holding(
                principal(json),
                texts(json, "actions"),
                json.path("allow").booleanValue(),
                json.path("conditional").booleanValue(),
                instant(json, "until"),
                json.has("sid") ? Optional.of(text(json, "sid")) : Optional.empty(),
                json.path("statement").intValue(),
                json.path("ours").booleanValue(),
                json.has("resource") ? Optional.of(text(json, "resource")) : Optional.empty());
    }

    private static ObjectNode principal(Principal principal) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", principal.type())
                .put("text", principal.text());
    }

    private static Principal principal(JsonNode json) {
        return Principals.parse(text(json.path("principal"), "type"), text(json.path("principal"), "text"));
    }

    private static Optional<Instant> instant(JsonNode json, String key) {
        return json.has(key) ? Optional.of(Instant.parse(text(json, key))) : Optional.empty();
    }

    private static String text(JsonNode json, String key) {
        if (!json.path(key).isTextual()) {
            throw new IllegalArgumentException("no text in " + key);
        }
        return json.path(key).textValue();
    }

    private static SortedSet<String> texts(JsonNode json, String key) {
        return new TreeSet<>(list(json, key, JsonNode::asText));
    }

    private static <T> ArrayNode array(Collection<T> elements, Function<T, JsonNode> form) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> array.add(form.apply(element)));
        return array;
    }

    private static <T> List<T> list(JsonNode json, String key, Function<JsonNode, T> form) {
        var list = new ArrayList<T>();
        json.path(key).forEach(element -> list.add(form.apply(element)));
        return list;
    }
}

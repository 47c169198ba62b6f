package dev.ecrbot.policy.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.problem.Guess;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether a statement's elements are written as IAM's grammar wants them. AWS refuses a policy in which one isn't, and
 * doesn't say which.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM: grammar</a>
 */
final class GrammarCheck {
    private static final List<String> ELEMENTS = List.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final List<String> EFFECTS = List.of("Allow", "Deny");
    private static final Map<String, String> OPPOSITES =
            Map.of("Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource");

    private final Report report;
    private final JsonNode node;

    private GrammarCheck(Report report) {
        this.report = report;
        this.node = report.statement().json();
    }

    static void run(Report report) {
        var check = new GrammarCheck(report);
        if (!check.node.isObject()) {
            check.add(GrammarWords.statementNoObject(), "");
            return;
        }
        Set<String> meant = check.unknown();
        check.effect(meant);
        for (String name : List.of("Principal", "Action", "Resource")) {
            check.presence(name, meant);
        }
        check.principals("Principal");
        check.principals("NotPrincipal");
        for (String name : List.of("Action", "NotAction", "Resource", "NotResource")) {
            check.texts("/" + name, node(check.node, name), name);
        }
        check.condition();
        if (check.node.has("Sid") && !check.node.path("Sid").isTextual()) {
            check.add(GrammarWords.sidNoText(), "/Sid");
        }
    }

    private static JsonNode node(JsonNode statement, String name) {
        return statement.path(name);
    }

    /** Notes elements that there aren't, and returns those which are meant by them. */
    private Set<String> unknown() {
        var meant = new HashSet<String>();
        for (var property : node.properties()) {
            String name = property.getKey();
            if (!ELEMENTS.contains(name)) {
                Optional<String> near = Guess.near(name, ELEMENTS);
                near.ifPresent(meant::add);
                add(GrammarWords.unknownInStatement(name, near), "/" + Report.escaped(name));
            }
        }
        return meant;
    }

    private void effect(Set<String> meant) {
        JsonNode effect = node.path("Effect");
        if (effect.isMissingNode()) {
            missing("Effect", meant);
        } else if (!effect.isTextual() || !EFFECTS.contains(effect.textValue())) {
            add(GrammarWords.noEffect(effect.asText(), EFFECTS), "/Effect");
        }
    }

    private void presence(String name, Set<String> meant) {
        String opposite = OPPOSITES.getOrDefault(name, name);
        if (node.has(name) && node.has(opposite)) {
            add(GrammarWords.bothOf(name, opposite), "/" + opposite);
        } else if (!node.has(name) && !node.has(opposite) && !name.equals("Resource") && !meant.contains(opposite)) {
            missing(name, meant);
        }
    }

    private void missing(String name, Set<String> meant) {
        if (!meant.contains(name)) {
            add(GrammarWords.missing(name), "");
        }
    }

    private void principals(String name) {
        JsonNode principals = node.path(name);
        if (principals.isMissingNode()
                || (principals.isTextual() && principals.textValue().equals("*"))) {
            return;
        }
        if (!principals.isObject()) {
            add(
                    principals.isTextual()
                            ? GrammarWords.principalsAreText(name, principals.textValue())
                            : GrammarWords.principalsAreNeither(name),
                    "/" + name);
            return;
        }
        for (var type : principals.properties()) {
            String pointer = "/" + name + "/" + Report.escaped(type.getKey());
            if (!UnsupportedTypes.KNOWN.contains(type.getKey())) {
                add(GrammarWords.noTypeOfPrincipals(type.getKey(), UnsupportedTypes.KNOWN), pointer);
            }
            texts(pointer, type.getValue(), name);
        }
    }

    private void texts(String pointer, JsonNode texts, String name) {
        if (texts.isMissingNode() || texts.isTextual()) {
            return;
        }
        boolean fine = texts.isArray();
        for (JsonNode text : texts) {
            fine &= text.isTextual();
        }
        if (!fine) {
            add(GrammarWords.notTexts(name), pointer);
        }
    }

    private void condition() {
        JsonNode condition = node.path("Condition");
        if (condition.isMissingNode()) {
            return;
        }
        if (!condition.isObject()) {
            add(GrammarWords.conditionNoMap(), "/Condition");
            return;
        }
        for (var operator : condition.properties()) {
            String pointer = "/Condition/" + Report.escaped(operator.getKey());
            if (!operator.getValue().isObject()) {
                add(GrammarWords.operatorNoMap(), pointer);
                continue;
            }
            for (var key : operator.getValue().properties()) {
                if (!scalars(key.getValue())) {
                    add(GrammarWords.keyWithoutValue(), pointer + "/" + Report.escaped(key.getKey()));
                }
            }
        }
    }

    private static boolean scalars(JsonNode node) {
        if (node.isArray()) {
            for (JsonNode one : node) {
                if (!one.isValueNode() || one.isNull()) {
                    return false;
                }
            }
            return true;
        }
        return node.isValueNode() && !node.isNull();
    }

    private void add(Wording wording, String pointer) {
        report.add(Severity.ERROR, wording, pointer);
    }
}

package dev.ecrbot.policy.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.policy.Names;
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
            check.form(
                    "", "A statement has to be an object", "Write {\"Effect\": …, \"Principal\": …, \"Action\": …}.");
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
            check.form("/Sid", "Sid has to be a text", "Put it in quotes, or take it out.");
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
                add(
                        Kind.ELEMENT_UNKNOWN,
                        "“" + Names.clean(name) + "” is no element of a statement; upper and lower case count.",
                        near.map(one -> "Write " + one + ".").orElse("Take it out."),
                        "/" + Report.escaped(name));
            }
        }
        return meant;
    }

    private void effect(Set<String> meant) {
        JsonNode effect = node.path("Effect");
        if (effect.isMissingNode()) {
            missing("Effect", meant);
        } else if (!effect.isTextual() || !List.of("Allow", "Deny").contains(effect.textValue())) {
            add(
                    Kind.EFFECT_INVALID,
                    "Effect has to be Allow or Deny; “" + Names.clean(effect.asText()) + "” is neither, upper and lower"
                            + " case count.",
                    Guess.near(effect.asText(), List.of("Allow", "Deny"))
                            .map(one -> "Write " + one + ".")
                            .orElse("Write the one that is meant."),
                    "/Effect");
        }
    }

    private void presence(String name, Set<String> meant) {
        String opposite = OPPOSITES.getOrDefault(name, name);
        if (node.has(name) && node.has(opposite)) {
            add(
                    Kind.ELEMENT_CONFLICT,
                    name + " and " + opposite + " stand in one statement.",
                    "Keep the one that is meant.",
                    "/" + opposite);
        } else if (!node.has(name) && !node.has(opposite) && !name.equals("Resource") && !meant.contains(opposite)) {
            missing(name, meant);
        }
    }

    private void missing(String name, Set<String> meant) {
        if (!meant.contains(name)) {
            add(Kind.ELEMENT_MISSING, "The statement has no " + name + ".", "Add " + name + ".", "");
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
                    Kind.PRINCIPAL_FORM,
                    name + " has to be \"*\" or a map that says which type of principals it names; here it is "
                            + (principals.isTextual()
                                    ? "the text “" + Names.clean(principals.textValue()) + "”."
                                    : "neither."),
                    "Write {\"AWS\": \"…\"} for accounts, roles and users, {\"Service\": \"…\"} for services.",
                    "/" + name);
            return;
        }
        for (var type : principals.properties()) {
            String pointer = "/" + name + "/" + Report.escaped(type.getKey());
            if (!UnsupportedTypes.KNOWN.contains(type.getKey())) {
                add(
                        Kind.PRINCIPAL_TYPE,
                        "“" + Names.clean(type.getKey()) + "” is no type of principals; upper and lower case count.",
                        Guess.near(type.getKey(), UnsupportedTypes.KNOWN)
                                .map(one -> "Write " + one + ".")
                                .orElse("Write AWS or Service."),
                        pointer);
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
            form(pointer, name + " has to be a text or an array of texts", "Put each entry in quotes, in one array.");
        }
    }

    private void condition() {
        JsonNode condition = node.path("Condition");
        if (condition.isMissingNode()) {
            return;
        }
        String mend = "Write {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-…\"}}, for example.";
        if (!condition.isObject()) {
            form("/Condition", "Condition has to be a map of operators", mend);
            return;
        }
        for (var operator : condition.properties()) {
            String pointer = "/Condition/" + Report.escaped(operator.getKey());
            if (!operator.getValue().isObject()) {
                form(pointer, "An operator in Condition has to have a map of keys", mend);
                continue;
            }
            for (var key : operator.getValue().properties()) {
                if (!scalars(key.getValue())) {
                    form(
                            pointer + "/" + Report.escaped(key.getKey()),
                            "A key in Condition has to have a text, a number, true or false, or an array of those",
                            mend);
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

    private void form(String pointer, String what, String next) {
        add(Kind.OPAQUE_STATEMENT, what + ".", next, pointer);
    }

    private void add(Kind kind, String what, String next, String pointer) {
        report.add(Severity.ERROR, kind, what + " AWS refuses the whole policy.", next, pointer);
    }
}

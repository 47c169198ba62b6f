package dev.ecrbot.policy.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides over whole requests, of which every key is known, by IAM's rules written down once more and as plainly as can be:
 * it shares no code with what it is compared with.
 *
 * <p>Where IAM leaves open what happens (an operator for one value meets several), a coin decides: whoever calls tries more
 * than one.
 *
 * @param caller the ARNs and ids by which statements may name the caller, its own first
 * @param context the request's keys, in lower case; one that isn't there is absent
 */
public record BruteForce(
        List<String> caller, String action, String resource, Map<String, List<String>> context, int coin) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** As the service authorization reference has them: actions without a resource type. */
    private static final Pattern REGISTRY_WIDE =
            Pattern.compile("ecr:(GetAuthorizationToken|(Get|Put|Delete)RegistryPolicy"
                    + "|DescribeRegistry|(Get|Put)AccountSetting|PutReplicationConfiguration|\\w+PullThroughCacheRules?"
                    + "|\\w+RepositoryCreationTemplates?|(Get|Put|Delete)SigningConfiguration"
                    + "|(Get|Put)RegistryScanningConfiguration)");

    public BruteForce(List<String> caller, String action, String resource, Map<String, List<String>> context) {
        this(caller, action, resource, context, 0);
    }

    /** Returns a policy's statements; the older version has no variables, so in one of those they are made ordinary text. */
    static List<JsonNode> statements(String policy) {
        try {
            JsonNode tree = MAPPER.readTree(policy);
            boolean variables = tree.path("Version").asText().equals("2012-10-17");
            var statements = new ArrayList<JsonNode>();
            (variables ? tree : MAPPER.readTree(policy.replace("${", "$ {")))
                    .path("Statement")
                    .forEach(statements::add);
            return statements;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns whether the statements let the request through, each as it stands in its document. */
    public boolean allows(List<JsonNode> statements) {
        boolean allowed = false;
        for (JsonNode statement : statements) {
            if (applies(statement)) {
                if (denies(statement)) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    /** Returns whether the statement denies what it is about, and doesn't allow it; one whose effect can't be read may do either. */
    boolean denies(JsonNode statement) {
        String effect = statement.get("Effect").asText();
        return effect.equals("Deny") || (!effect.equals("Allow") && tossed(statement + "effect"));
    }

    /** Returns whether the statement is about the request, whatever it says of it. */
    boolean applies(JsonNode statement) {
        return decided(statement) && about(statement) && does(statement) && there(statement) && conditions(statement);
    }

    /** Returns whether the statement's policy decides about the action, and about the caller's partition. */
    private boolean decided(JsonNode statement) {
        boolean attached = !statement.has("Principal") && !statement.has("NotPrincipal");
        boolean registry = statement.has("Resource") || statement.has("NotResource");
        return attached
                || (action.startsWith("ecr:")
                        && !action.equals("ecr:NoSuch")
                        && !action.equals("ecr:GetAuthorizationToken")
                        && (registry || !isRegistryWide())
                        && !caller.get(0).startsWith("arn:aws-cn:"));
    }

    boolean isRegistryWide() {
        return REGISTRY_WIDE.matcher(action).matches();
    }

    /** Returns whether the statement is about the caller. */
    public boolean about(JsonNode statement) {
        if (statement.has("NotPrincipal")) {
            return !named(statement.get("NotPrincipal"));
        }
        if (statement.path("Principal").isTextual()
                && !statement.path("Principal").asText().equals("*")) {
            return tossed(statement + "principal");
        }
        return !statement.has("Principal") || named(statement.get("Principal"));
    }

    /** Returns whether the statement is about the action. */
    public boolean does(JsonNode statement) {
        if (statement.path("Action").isObject()) {
            return tossed(statement + "action");
        }
        return statement.has("Action")
                ? any(texts(statement.get("Action")), action, true)
                : !any(texts(statement.get("NotAction")), action, true);
    }

    /** Returns whether the statement is about the resource. */
    public boolean there(JsonNode statement) {
        String asked = isRegistryWide() ? "*" : resource;
        if (statement.has("Resource")) {
            return texts(statement.get("Resource")).stream().anyMatch(wanted -> like(wanted, asked));
        }
        return !statement.has("NotResource")
                || texts(statement.get("NotResource")).stream().noneMatch(wanted -> like(wanted, asked));
    }

    private boolean like(String wanted, String asked) {
        return variables().areOpen(wanted)
                ? tossed(wanted + asked)
                : variables()
                        .filled(wanted)
                        .filter(glob -> BruteGlob.matches(glob, asked, false))
                        .isPresent();
    }

    private BruteVariables variables() {
        return new BruteVariables(context);
    }

    private boolean named(JsonNode principal) {
        if (principal.isTextual()) {
            return true;
        }
        for (JsonNode list : principal) {
            for (String text : texts(list)) {
                if (text.equals("*") || caller.contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether the request meets the statement's conditions. */
    public boolean conditions(JsonNode statement) {
        boolean all = true;
        if (isUnread(statement.path("Condition"))) {
            return tossed(statement + "condition");
        }
        if (statement.has("Condition")) {
            for (Map.Entry<String, JsonNode> operator :
                    statement.get("Condition").properties()) {
                for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                    String name = key.getKey().toLowerCase(Locale.ROOT);
                    List<String> request = context.get(name);
                    boolean open = request != null
                            && !operator.getKey().contains(":")
                            && !operator.getKey().equals("Null")
                            && (request.size() > 1 || BruteVariables.MANY.contains(name));
                    all &= open
                            ? tossed(statement.toString() + name)
                            : condition(operator.getKey(), request, texts(key.getValue()));
                }
            }
        }
        return all;
    }

    private static boolean isUnread(JsonNode condition) {
        boolean unread = condition.isArray();
        for (JsonNode keys : condition) {
            unread |= !keys.isObject();
        }
        return unread;
    }

    boolean tossed(String about) {
        int mixed = Objects.hash(about, coin) * 0x9E3779B9;
        return (mixed >>> 16 & 1) == 0;
    }

    private boolean condition(String operator, @Nullable List<String> request, List<String> policy) {
        if (operator.equals("Null")) {
            return policy.contains(request == null ? "true" : "false");
        }
        String name = operator.replace("ForAllValues:", "")
                .replace("ForAnyValue:", "")
                .replace("IfExists", "");
        boolean negated = name.contains("Not");
        String positive = name.replace("Not", "");
        if (request == null) {
            if (operator.endsWith("IfExists") || operator.startsWith("ForAllValues:")) {
                return true;
            }
            return negated && !operator.startsWith("ForAnyValue:");
        }
        var met = new ArrayList<Boolean>();
        for (String value : request) {
            met.add(policy.stream().anyMatch(wanted -> wanted(positive, wanted, value)) != negated);
        }
        return operator.startsWith("ForAllValues:") ? !met.contains(false) : met.contains(true);
    }

    private boolean wanted(String operator, String wanted, String value) {
        if (variables().areOpen(wanted)) {
            return tossed(wanted + value);
        }
        Optional<String> filled =
                operator.matches("(String|Arn).*") ? variables().filled(wanted) : Optional.of(wanted);
        return filled.filter(text -> BruteOperator.holds(operator, text, value)).isPresent();
    }

    private static boolean any(List<String> globs, String text, boolean anyCase) {
        return globs.stream().anyMatch(glob -> BruteGlob.matches(glob, text, anyCase));
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(element -> texts.add(element.asText()));
        } else {
            texts.add(node.asText());
        }
        return texts;
    }
}

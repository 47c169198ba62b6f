package dev.ecrbot.sandbox.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether a policy would keep its writer from setting another one, which ECR refuses unless it is forced.
 *
 * <p>Only unconditional denials count here; how far AWS looks isn't documented, nor are its words.
 */
final class LockOut {

    private LockOut() {}

    static AwsError refusal() {
        return AwsError.invalid(
                "PolicyText", "This policy would prevent you from setting another repository policy in the future");
    }

    static boolean of(String shown, Caller caller) {
        for (JsonNode statement : Json.tree(shown).path("Statement")) {
            if (statement.path("Effect").asText().equals("Deny")
                    && !statement.has("Condition")
                    && meansSetting(statement)
                    && means(statement, caller)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meansSetting(JsonNode statement) {
        boolean named = Json.texts(statement.path(statement.has("Action") ? "Action" : "NotAction"))
                .anyMatch(LockOut::coversSetting);
        return named == statement.has("Action");
    }

    private static boolean coversSetting(String action) {
        String pattern = Pattern.quote(action.toLowerCase(Locale.ROOT))
                .replace("*", "\\E.*\\Q")
                .replace("?", "\\E.\\Q");
        return "ecr:setrepositorypolicy".matches(pattern);
    }

    private static boolean means(JsonNode statement, Caller caller) {
        JsonNode principal = statement.path(statement.has("Principal") ? "Principal" : "NotPrincipal");
        boolean named = Json.texts(principal.isTextual() ? principal : principal.path("AWS"))
                .anyMatch(entry -> entry.equals("*")
                        || entry.equals(caller.principal())
                        || entry.equals(caller.arn())
                        || entry.endsWith("::" + caller.account() + ":root"));
        return named == statement.has("Principal");
    }
}

package dev.ecrbot.sandbox.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a session may do at most. Knows the few words that session policies here are made of, and refuses others, so that
 * none is taken for harmless.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
public final class SessionPolicy {

    private static final int LONGEST = 2048;

    private final List<Allowed> allowed;

    private record Allowed(List<Pattern> actions, List<Pattern> resources, Optional<String> region) {}

    private SessionPolicy(List<Allowed> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    static SessionPolicy parse(String text) {
        if (text.length() > LONGEST) {
            throw new AwsError("ValidationError", 400, "1 validation error detected: policy");
        }
        var allowed = new ArrayList<Allowed>();
        JsonNode document = Json.tree(text);
        only(document, Set.of("Version", "Statement"));
        for (JsonNode statement : document.path("Statement")) {
            only(statement, Set.of("Effect", "Action", "Resource", "Condition"));
            if (!statement.path("Effect").asText().equals("Allow")) {
                throw malformed();
            }
            allowed.add(new Allowed(
                    patterns(statement.path("Action")), patterns(statement.path("Resource")), region(statement)));
        }
        return new SessionPolicy(allowed);
    }

    boolean allows(String permission, String resource, Region region) {
        return allowed.stream()
                .anyMatch(each -> fits(each.actions, permission)
                        && fits(each.resources, resource)
                        && each.region
                                .filter(only -> !only.equals(region.value()))
                                .isEmpty());
    }

    private static Optional<String> region(JsonNode statement) {
        if (!statement.has("Condition")) {
            return Optional.empty();
        }
        only(statement.path("Condition"), Set.of("StringEquals"));
        JsonNode equal = statement.path("Condition").path("StringEquals");
        only(equal, Set.of("aws:RequestedRegion"));
        return Optional.of(equal.path("aws:RequestedRegion").asText());
    }

    private static boolean fits(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }

    private static List<Pattern> patterns(JsonNode texts) {
        Stream<String> all = Json.texts(texts);
        return all.map(text -> Pattern.compile(
                        Pattern.quote(text).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q")))
                .toList();
    }

    private static void only(JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw malformed();
            }
        });
    }

    private static AwsError malformed() {
        return new AwsError("MalformedPolicyDocument", 400, "Syntax errors in policy.");
    }
}

package dev.ecrbot.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.EcrModel;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes policies as somebody does who knows nothing of the bot. */
public final class ForeignPen {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ForeignPen() {}

    /** Puts a statement into the policy in place of older ones of its kind, or in place of all that is there. */
    public static void write(EcrModel ecr, Repository repository, boolean keep, String sid) {
        ecr.setPolicy(repository, replaced(keep ? ecr.policy(repository) : Optional.empty(), sid));
    }

    /** Puts a Deny into the policy in place of older statements of its kind. */
    public static void deny(EcrModel ecr, Repository repository, String principal, String sid) {
        ecr.setPolicy(repository, replaced(ecr.policy(repository), sid, statement -> {
            statement.put("Effect", "Deny").put("Action", "ecr:GetDownloadUrlForLayer");
            statement.putObject("Principal").put("AWS", principal);
        }));
    }

    /** Has the registry's own policy deny something there, and say nothing else. */
    public static void denyBeside(
            EcrModel ecr, Repository repository, String principal, String action, String resource) {
        ObjectNode statement = MAPPER.createObjectNode()
                .put("Sid", LiveAccess.BY_HAND)
                .put("Effect", "Deny")
                .put("Action", action)
                .put("Resource", resource);
        statement.putObject("Principal").put("AWS", principal);
        ObjectNode root = MAPPER.createObjectNode().put("Version", "2012-10-17");
        root.putArray("Statement").add(statement);
        ecr.setPolicy(registryOf(repository), root.toString());
    }

    /** Takes away what the registry's own policy says. */
    public static void nothingBeside(EcrModel ecr, Repository repository) {
        ecr.deletePolicy(registryOf(repository));
    }

    private static RegionalRegistry registryOf(Repository repository) {
        return new RegionalRegistry(repository.account(), repository.region());
    }

    /** Returns the policy with a statement in place of the older ones of its kind. */
    static String replaced(Optional<String> policy, String sid) {
        return replaced(policy, sid, statement -> {
            statement.put("Effect", "Allow").put("Action", "ecr:BatchGetImage");
            statement.putObject("Principal").put("AWS", "arn:aws:iam::333333333333:root");
        });
    }

    private static String replaced(Optional<String> policy, String sid, Consumer<ObjectNode> what) {
        ArrayNode statements = MAPPER.createArrayNode();
        policy.map(ForeignPen::parsed).ifPresent(root -> root.path("Statement").forEach(statements::add));
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (statements.get(i).path("Sid").asText().startsWith(LiveAccess.BY_HAND)) {
                statements.remove(i);
            }
        }
        ObjectNode statement = statements.addObject();
        what.accept(statement.put("Sid", sid));
        ObjectNode root = MAPPER.createObjectNode().put("Version", "2012-10-17");
        return root.set("Statement", statements).toString();
    }

    private static ObjectNode parsed(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

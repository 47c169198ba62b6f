package dev.ecrbot.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.PolicyHolder;
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

    /** Puts a statement with this Sid, whatever else it is, into the policy in place of older ones of its kind. */
    public static void write(EcrModel ecr, Repository repository, String sid, Consumer<ObjectNode> what) {
        ecr.setPolicy(repository, replaced(ecr.policy(repository), sid, what));
    }

    /**
     * Takes a principal's name out of each statement of the bot's, and what is left without one with it.
     *
     * @return whether there was any
     */
    public static boolean takeOut(EcrModel ecr, PolicyHolder holder, String principal) {
        Optional<ObjectNode> root = ecr.policy(holder).map(ForeignPen::parsed);
        boolean found = false;
        if (root.isPresent()) {
            var statements = (ArrayNode) root.get().path("Statement");
            for (int i = statements.size() - 1; i >= 0; i--) {
                JsonNode statement = statements.get(i);
                if (statement.path("Sid").asText().startsWith("EcrBot")) {
                    ArrayNode all = list(statement.path("Principal").path("AWS"));
                    ArrayNode left = without(all, principal);
                    if (left.isEmpty() && !all.isEmpty()) {
                        found = true;
                        statements.remove(i);
                    } else if (left.size() < all.size()) {
                        found = true;
                        ((ObjectNode) statement).putObject("Principal").set("AWS", left);
                    }
                }
            }
            if (found && statements.isEmpty()) {
                ecr.deletePolicy(holder);
            } else if (found) {
                ecr.setPolicy(holder, root.get().toString());
            }
        }
        return found;
    }

    private static ArrayNode without(ArrayNode names, String principal) {
        ArrayNode left = MAPPER.createArrayNode();
        for (JsonNode name : names) {
            if (!name.asText().equals(principal)) {
                left.add(name);
            }
        }
        return left;
    }

    private static ArrayNode list(JsonNode names) {
        ArrayNode all = MAPPER.createArrayNode();
        if (names.isTextual()) {
            all.add(names.asText());
        }
        names.forEach(name -> all.add(name.asText()));
        return all;
    }

    /** Has the registry's own policy deny something there, and say nothing else. */
    public static void denyBeside(
            EcrModel ecr, Repository repository, String principal, String action, String resource) {
        denyBeside(ecr, repository, Optional.empty(), principal, action, resource);
    }

    /** As the other, and keeps what else the registry's own policy says. */
    public static void denyBesideTheRest(
            EcrModel ecr, Repository repository, String principal, String action, String resource) {
        denyBeside(ecr, repository, ecr.policy(registryOf(repository)), principal, action, resource);
    }

    private static void denyBeside(
            EcrModel ecr,
            Repository repository,
            Optional<String> kept,
            String principal,
            String action,
            String resource) {
        ecr.setPolicy(registryOf(repository), replaced(kept, LiveAccess.BY_HAND, statement -> {
            statement.put("Effect", "Deny").put("Action", action).put("Resource", resource);
            statement.putObject("Principal").put("AWS", principal);
        }));
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

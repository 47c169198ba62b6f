package dev.ecrbot.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a session of a registry's role may do at most. It never gives what the role doesn't have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session
 *     policies</a>
 */
final class SessionPolicies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SessionPolicies() {}

    /** Returns the policy of a session that reads everything that the bot reads, and writes nothing. */
    static String reading() {
        List<String> actions = Stream.of(Operation.values())
                .filter(operation -> !operation.writes())
                .map(Operation::permission)
                .toList();
        return document(statement(actions, "*"));
    }

    /**
     * Returns the policy of a session for the policy calls of this holder alone.
     *
     * <p>Reading and deleting belong to it: ECR refuses a policy that would keep whoever sets it from changing it again.
     */
    static String writing(PolicyHolder holder) {
        var calls = PolicyCalls.of(holder);
        List<String> actions = Stream.of(calls.get(), calls.put(), calls.delete())
                .map(Operation::permission)
                .toList();
        if (holder instanceof Repository repository) {
            return document(statement(actions, repository.arn()));
        }
        // The calls for a registry's policy know no resource.
        ObjectNode statement = statement(actions, "*");
        statement
                .putObject("Condition")
                .putObject("StringEquals")
                .put("aws:RequestedRegion", holder.region().value());
        return document(statement);
    }

    /** Returns the policy of a session that asks IAM what this role may do, and does nothing else. */
    static String asking(String role) {
        return document(statement(List.of("iam:SimulatePrincipalPolicy"), role));
    }

    private static ObjectNode statement(List<String> actions, String resource) {
        ObjectNode statement = JSON.objectNode().put("Effect", "Allow");
        var list = statement.putArray("Action");
        actions.forEach(list::add);
        return statement.put("Resource", resource);
    }

    private static String document(ObjectNode statement) {
        ObjectNode document = JSON.objectNode().put("Version", "2012-10-17");
        document.putArray("Statement").add(statement);
        return document.toString();
    }
}

package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.problem.PolicyProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;

/**
 * Reads policies that are attached to whom they are about, and so name no principal: identity policies, permissions boundaries,
 * session policies and service control policies.
 *
 * <p>Each statement is read as one about everyone. That is the same as long as such a policy is asked only about requests of
 * those to whom it is attached.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM: where there
 *     is no Principal</a>
 */
public final class AttachedPolicy {
    private static final String EVERYONE = "*";

    private AttachedPolicy() {}

    /**
     * Reads a policy.
     *
     * @throws ProblemException if the text isn't a JSON object with statements, or a statement names principals
     */
    public static PolicyDocument parse(String text) {
        return of(Marked.json("policy", text, PolicyDocument.LONGEST, false).tree());
    }

    /**
     * Returns the policy as one about everyone; the tree stays as it is.
     *
     * @throws ProblemException if it isn't an object with statements, or a statement names principals: then it is the policy of a
     *     resource
     */
    public static PolicyDocument of(JsonNode tree) {
        PolicyDocument written = PolicyDocument.of(tree);
        List<Statement> statements = written.statements();
        for (int place = 0; place < statements.size(); place++) {
            JsonNode node = statements.get(place).node();
            if (node.has("Principal") || node.has("NotPrincipal")) {
                throw namesPrincipals(place, node.has("Principal") ? "Principal" : "NotPrincipal");
            }
        }
        return aboutEveryone(written);
    }

    /** Returns the policy with every statement about everyone, whomever it names. */
    private static PolicyDocument aboutEveryone(PolicyDocument written) {
        ObjectNode root = written.rest();
        ArrayNode array = root.putArray("Statement");
        written.statements().forEach(statement -> array.add(aboutEveryone(statement.json())));
        return PolicyDocument.of(root);
    }

    /** Returns the statement about everyone, whomever it names. */
    public static Statement aboutEveryone(Statement statement) {
        return Statement.taking(aboutEveryone(statement.json()));
    }

    private static JsonNode aboutEveryone(JsonNode copy) {
        if (copy instanceof ObjectNode statement) {
            statement.remove(List.of("Principal", "NotPrincipal"));
            statement.put("Principal", EVERYONE);
        }
        return copy;
    }

    private static ProblemException namesPrincipals(int place, String element) {
        return new ProblemException(PolicyProblems.saysWho(place + 1, element));
    }
}

package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.cli.words.PolicyWords;
import dev.ecrbot.policy.AttachedPolicy;
import dev.ecrbot.policy.Marked;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.source.TextFile;
import dev.ecrbot.problem.ProblemException;
import java.util.List;

/**
 * Reads the policies that decide beside a repository's: identity policies, boundaries, session policies, and those of
 * organizations. A file may hold the policy itself, or what the AWS CLI answers when it is asked for one.
 */
final class AttachedText {
    /** Where the answers of iam get-policy-version, iam get-role-policy and organizations describe-policy hold the policy. */
    private static final List<String> POINTERS =
            List.of("/PolicyVersion/Document", "/PolicyDocument", "/Policy/Content");

    private AttachedText() {}

    /**
     * Returns the policy in a file.
     *
     * @param lenient whether a policy is taken that AWS would refuse
     */
    static PolicyDocument read(String file, Source source, boolean lenient) throws BadInput {
        try {
            return policy(file + ": ", TextFile.read(file, Texts.text(file)).tree(), source, lenient);
        } catch (ProblemException e) {
            throw new BadInput(file + ": " + e.problem().text());
        }
    }

    /**
     * Returns the policy that a tree is.
     *
     * @param before what a message begins with
     */
    static PolicyDocument policy(String before, JsonNode tree, Source source, boolean lenient) throws BadInput {
        try {
            JsonNode found = decoded(found(decoded(tree)));
            PolicyDocument document = source == Source.RCP ? PolicyDocument.of(found) : AttachedPolicy.of(found);
            if (!lenient) {
                Texts.accepted(before, document, source);
            }
            for (Statement statement : document.statements()) {
                checkSid(before, statement, lenient);
                checkEveryone(before, statement, source);
            }
            return document;
        } catch (ProblemException e) {
            throw new BadInput(before + e.problem().text());
        }
    }

    private static JsonNode found(JsonNode tree) {
        return POINTERS.stream()
                .map(tree::at)
                .filter(node -> !tree.has("Statement") && !node.isMissingNode())
                .findFirst()
                .orElse(tree);
    }

    private static JsonNode decoded(JsonNode node) {
        return node.isTextual()
                ? Marked.json("policy", node.textValue(), PolicyDocument.LONGEST, false)
                        .tree()
                : node;
    }

    // ECR takes any Sid, IAM and Organizations don't.
    private static void checkSid(String before, Statement statement, boolean lenient) throws BadInput {
        String sid = statement.sid().orElse("");
        if (!lenient && !sid.matches("[A-Za-z0-9]*")) {
            throw new BadInput(before + PolicyWords.sidOfIam());
        }
    }

    private static void checkEveryone(String before, Statement statement, Source source) throws BadInput {
        if (source == Source.RCP && !statement.json().path("Principal").asText().equals("*")) {
            throw new BadInput(before + PolicyWords.everyone());
        }
    }
}

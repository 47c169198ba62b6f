package dev.ecrbot.policy.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Marked;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.problem.PolicyProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the policies of one file; not thread-safe. */
final class Finder {
    /** A text in a text in a text was seen; more is nobody's. */
    private static final int MOST_LAYERS = 4;

    private final Marked file;
    private final Contents.Beforehand beforehand;
    private final List<Found> policies = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    Finder(Marked file, Contents.Beforehand beforehand) {
        this.file = file;
        this.beforehand = beforehand;
    }

    Contents.Beforehand beforehand() {
        return beforehand;
    }

    /** Notes a policy that is known only after deployment. */
    void open(String name) {
        open.add(name);
    }

    /**
     * Notes a policy.
     *
     * @param name what the file calls it; empty if it is the file
     * @param pointer where it stands
     * @param node a tree, or a text that holds one
     */
    void add(String name, String pointer, JsonNode node, Source source, Optional<AccountId> owner) {
        try {
            policies.add(new Found(
                    name.isEmpty() ? Optional.empty() : Optional.of(name),
                    source,
                    owner.or(beforehand::owner),
                    document(node),
                    file,
                    pointer,
                    node.isTextual()));
        } catch (ProblemException e) {
            throw name.isEmpty() ? e : named(name, e.problem());
        }
    }

    private static PolicyDocument document(JsonNode node) {
        JsonNode inner = node;
        for (int layer = 0; inner.isTextual() && layer < MOST_LAYERS; layer++) {
            inner = Marked.json("policy", inner.textValue(), PolicyDocument.LONGEST, false)
                    .tree();
        }
        return PolicyDocument.of(inner);
    }

    private static ProblemException named(String name, Problem problem) {
        return new ProblemException(PolicyProblems.of(PrincipalLabels.clean(name), problem));
    }

    Contents contents() {
        return new Contents(policies, open);
    }
}

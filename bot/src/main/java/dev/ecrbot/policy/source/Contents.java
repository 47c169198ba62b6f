package dev.ecrbot.policy.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Marked;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.problem.PolicyProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * What a file holds.
 *
 * @param policies the policies in it, in the order of the file
 * @param open the names of those that are known only once the file is deployed
 */
public record Contents(List<Found> policies, List<String> open) {
    public Contents {
        policies = List.copyOf(policies);
        open = List.copyOf(open);
    }

    /**
     * What is known of a file beforehand.
     *
     * @param source whose policy it is, if the file itself doesn't tell
     * @param owner the registry's account, if known
     * @param region where the registry is, if known
     */
    public record Beforehand(Source source, Optional<AccountId> owner, Optional<Region> region) {}

    /**
     * Returns the policies in a file: a policy, one that was encoded as a text, what the AWS CLI answers, a CloudFormation
     * template in JSON or YAML, or what {@code terraform show -json} says of a plan or a state.
     *
     * @throws ProblemException if the text can't be read, or a policy in it isn't one
     */
    public static Contents of(String name, String text, Beforehand beforehand) {
        Marked file = TextFile.read(name, text);
        var finder = new Finder(file, beforehand);
        JsonNode tree = file.tree();
        if (tree.has("Statement")) {
            finder.add("", "", tree, beforehand.source(), Optional.empty());
        } else if (tree.isTextual()) {
            finder.add("", "", tree, beforehand.source(), Optional.empty());
        } else if (tree.has("policyText") || tree.has("repositoryCreationTemplates")) {
            CliAnswer.find(tree, finder);
        } else if (tree.path("Resources").isObject()) {
            CloudFormation.find(tree, finder);
        } else if (tree.has("planned_values") || tree.has("values")) {
            Terraform.find(tree, finder);
        } else {
            throw new ProblemException(PolicyProblems.holdsNoPolicy());
        }
        return finder.contents();
    }
}

package dev.ecrbot.policy.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form in which a repository's policy can be pasted into something else. */
public enum CodeForm {
    /** A resource of Terraform's AWS provider. */
    TERRAFORM {
        @Override
        public String write(Repository repository, PolicyDocument policy) {
            // In a heredoc these two would be filled in.
            String json = policy.pretty().replace("${", "$${").replace("%{", "%%{");
            return "resource \"aws_ecr_repository_policy\" \""
                    + repository.name().value().replaceAll("[^a-z0-9]+", "_") + "\" {\n  repository = \""
                    + repository.name() + "\"\n  policy     = <<POLICY\n" + json + "\nPOLICY\n}\n";
        }
    },
    /** A template of CloudFormation; the resource's other properties have to be added. */
    CLOUDFORMATION {
        @Override
        public String write(Repository repository, PolicyDocument policy) {
            ObjectNode template = JsonNodeFactory.instance.objectNode();
            template.putObject("Resources")
                    .putObject(logicalId(repository))
                    .put("Type", "AWS::ECR::Repository")
                    .putObject("Properties")
                    .put("RepositoryName", repository.name().value())
                    .set("RepositoryPolicyText", Trees.of(policy));
            return Trees.pretty(template) + "\n";
        }
    },
    /** The policy alone. */
    JSON {
        @Override
        public String write(Repository repository, PolicyDocument policy) {
            return policy.pretty() + "\n";
        }
    };

    /** Returns the policy in this form. */
    public abstract String write(Repository repository, PolicyDocument policy);

    /** Returns the word that people type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the form with this word, in any case. */
    public static Optional<CodeForm> byWord(String word) {
        return Stream.of(values())
                .filter(form -> form.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** Returns the words of all forms. */
    public static List<String> words() {
        return Arrays.stream(values()).map(CodeForm::word).toList();
    }

    private static String logicalId(Repository repository) {
        return Stream.of(repository.name().value().split("[^a-z0-9]+"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}

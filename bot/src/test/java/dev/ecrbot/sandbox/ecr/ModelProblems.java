package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;

/** The codes that the real adapter answers with, in fewer words. */
final class ModelProblems {

    private ModelProblems() {}

    static Problem ofWrite(AwsError error, String repository, Principal asked) {
        boolean principal = error.code().equals("InvalidParameterException")
                && (error.message().contains("Principal not found")
                        || error.message().contains("Invalid repository policy provided")
                        || error.message().contains("Invalid registry policy provided"));
        return principal
                ? new Problem(
                        Code.AWS_PRINCIPAL_NOT_FOUND,
                        "AWS refused a principal in the policy of " + repository + ", most likely " + asked.text()
                                + ".",
                        "Check the spelling, have it created if it is missing, and ask again.")
                : of(error, repository);
    }

    static Problem of(AwsError error, String repository) {
        return new Problem(
                code(error),
                "AWS answered " + error.code() + " about " + repository + ": " + error.message(),
                "Look at what the message names.");
    }

    static Problem unavailable(String repository) {
        return new Problem(
                Code.AWS_UNAVAILABLE, "AWS's answer about " + repository + " got lost.", "Read the policy again.");
    }

    private static Code code(AwsError error) {
        return switch (error.code()) {
            case "RepositoryNotFoundException" -> Code.REPOSITORY_NOT_FOUND;
            case "InvalidParameterException",
                    "ValidationException",
                    "RepositoryPolicyNotFoundException",
                    "RegistryPolicyNotFoundException" -> Code.AWS_POLICY_REFUSED;
            case "AccessDeniedException" -> Code.AWS_ACCESS_DENIED;
            case "ThrottlingException" -> Code.AWS_THROTTLED;
            default -> Code.AWS_UNAVAILABLE;
        };
    }
}

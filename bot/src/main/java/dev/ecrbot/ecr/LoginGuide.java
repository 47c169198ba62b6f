package dev.ecrbot.ecr;

import java.util.List;

/**
 * How one tool logs in to a target's registry, and whose access counts then. Holds no secret: whatever gets a token gets it with
 * the reader's own credentials.
 *
 * @param title what the tool does here, to stand before the lines
 * @param lines what to type, or to write into a file
 * @param who the principal that AWS sees, in one or two sentences
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html">ECR: registry authentication</a>
 * @see <a href="https://github.com/awslabs/amazon-ecr-credential-helper">The credential helper</a>
 */
public record LoginGuide(String title, List<String> lines, String who) {
    public LoginGuide {
        lines = List.copyOf(lines);
    }

    /** Returns how this tool does it. */
    public static LoginGuide of(LoginTool tool, LoginSnippet snippet) {
        var lines = new LoginLines(snippet.target());
        return switch (tool) {
            case DOCKER -> own(LoginWords.withDocker(), lines.shell());
            case POWERSHELL -> own(LoginWords.withDockerInPowershell(), lines.powershell());
            case PODMAN -> own(LoginWords.with("podman"), lines.podman());
            case NERDCTL -> own(LoginWords.with("nerdctl"), lines.nerdctl());
            case HELM -> own(LoginWords.with("helm"), lines.helm());
            case BUILDX -> own(LoginWords.buildx(), lines.shell(), lines.buildx());
            case HELPER -> new LoginGuide(LoginWords.helper(), lines.helper(), LoginWords.helperCredentials());
            case KUBERNETES ->
                new LoginGuide(LoginWords.kubernetes(), List.of(lines.kubernetes()), LoginWords.kubeletPulls());
            case ECS -> new LoginGuide(LoginWords.ecs(), lines.ecs(snippet.image()), LoginWords.executionRolePulls());
            case GITHUB -> new LoginGuide(LoginWords.github(), lines.github(), LoginWords.workflowsRolePulls());
            case CODEBUILD ->
                new LoginGuide(LoginWords.codebuild(), lines.codebuild(snippet.image()), LoginWords.serviceRolePulls());
        };
    }

    /** One for which the credentials at hand count. */
    private static LoginGuide own(String title, String... lines) {
        return new LoginGuide(title, List.of(lines), LoginWords.ownCredentials());
    }
}

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
    private static final String OWN =
            "The role or user whose AWS credentials are used here needs the access. The login lasts 12 hours.";

    public LoginGuide {
        lines = List.copyOf(lines);
    }

    /** Returns how this tool does it. */
    public static LoginGuide of(LoginTool tool, LoginSnippet snippet) {
        return new Writer(snippet).guide(tool);
    }

    private record Writer(LoginSnippet snippet) {

        LoginGuide guide(LoginTool tool) {
            return switch (tool) {
                case DOCKER -> new LoginGuide("Log in with docker (bash, zsh, sh)", List.of(snippet.shell()), OWN);
                case POWERSHELL ->
                    new LoginGuide("Log in with docker (PowerShell)", List.of(snippet.powershell()), OWN);
                case PODMAN -> piped("Log in with podman", "podman login");
                case NERDCTL -> piped("Log in with nerdctl", "nerdctl login");
                case HELM -> piped("Log in with helm", "helm registry login");
                case BUILDX -> buildx();
                case HELPER -> helper();
                case KUBERNETES -> kubernetes();
                case ECS -> ecs();
                case GITHUB -> github();
                case CODEBUILD -> codebuild();
            };
        }

        private LoginGuide piped(String title, String login) {
            return new LoginGuide(
                    title, List.of(password() + login + " --username AWS --password-stdin " + host()), OWN);
        }

        private String password() {
            return "aws ecr get-login-password --region " + region() + " | ";
        }

        private LoginGuide buildx() {
            return new LoginGuide(
                    "Log in for docker buildx, which takes docker's login",
                    List.of(
                            snippet.shell(),
                            "docker buildx build --push -t " + snippet.target().uri() + ":TAG ."),
                    OWN);
        }

        private LoginGuide helper() {
            return new LoginGuide(
                    "Let docker-credential-ecr-login do it, in ~/.docker/config.json",
                    List.of("{", "  \"credHelpers\": {", "    \"" + host() + "\": \"ecr-login\"", "  }", "}"),
                    "The helper finds AWS credentials as the AWS CLI does, and the role or user that they belong to needs the"
                            + " access. It can't ask for an MFA code.");
        }

        private LoginGuide kubernetes() {
            return new LoginGuide(
                    "On EKS no login is needed; elsewhere, a secret that lasts 12 hours",
                    List.of("kubectl create secret docker-registry ecr --docker-server=" + host()
                            + " --docker-username=AWS --docker-password=\"$(aws ecr get-login-password --region "
                            + region() + ")\""),
                    "The kubelet pulls: with the node's role, on Fargate with the pod execution role. A service account's role"
                            + " counts only where the kubelet's credential provider takes service account tokens (annotation"
                            + " eks.amazonaws.com/ecr-role-arn).");
        }

        private LoginGuide ecs() {
            return new LoginGuide(
                    "ECS logs in by itself; the task definition names the image",
                    List.of(
                            "\"image\": \"" + snippet.image() + "\"",
                            "\"executionRoleArn\": \"arn:"
                                    + snippet.target().region().partition() + ":iam::ACCOUNT:role/ROLE\""),
                    "The task execution role pulls on Fargate, the container instance's role on EC2; the task role never does.");
        }

        private LoginGuide github() {
            return new LoginGuide(
                    "In a workflow of GitHub Actions",
                    List.of(
                            "permissions: {id-token: write, contents: read}",
                            "steps:",
                            "  - uses: aws-actions/configure-aws-credentials@v4",
                            "    with: {role-to-assume: ROLE_ARN, aws-region: " + region() + "}",
                            "  - uses: aws-actions/amazon-ecr-login@v2",
                            "    with: {registries: \"" + snippet.target().account() + "\"}"),
                    "The role that the workflow assumes needs the access. Without registries, the login goes to that role's own"
                            + " account.");
        }

        private LoginGuide codebuild() {
            return new LoginGuide(
                    "As a CodeBuild project's image, no login is needed",
                    List.of(
                            "\"environment\": {",
                            "  \"image\": \"" + snippet.image() + "\",",
                            "  \"imagePullCredentialsType\": \"SERVICE_ROLE\"",
                            "}"),
                    "With SERVICE_ROLE the project's service role pulls, and needs the access. In a buildspec, log in as with"
                            + " docker: that is the service role, too.");
        }

        private String host() {
            return snippet.target().host();
        }

        private Region region() {
            return snippet.target().region();
        }
    }
}

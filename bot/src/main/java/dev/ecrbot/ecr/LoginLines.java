package dev.ecrbot.ecr;

import java.util.List;

/** What is typed or written into files to log in to a registry: the tools' own words, the same in every language. */
final class LoginLines {
    private final Target target;

    LoginLines(Target target) {
        this.target = target;
    }

    /** Returns the line for sh, bash and zsh with the AWS CLI, version 2 or late 1. */
    String shell() {
        return piped("docker login");
    }

    /** Returns the line for PowerShell with the AWS Tools. */
    String powershell() {
        return "(Get-ECRLoginCommand -Region " + target.region() + ").Password | " + login("docker login");
    }

    String podman() {
        return piped("podman login");
    }

    String nerdctl() {
        return piped("nerdctl login");
    }

    String helm() {
        return piped("helm registry login");
    }

    String buildx() {
        return "docker buildx build --push -t " + target.uri() + ":TAG .";
    }

    List<String> helper() {
        return List.of("{", "  \"credHelpers\": {", "    \"" + target.host() + "\": \"ecr-login\"", "  }", "}");
    }

    String kubernetes() {
        return "kubectl create secret docker-registry ecr --docker-server=" + target.host()
                + " --docker-username=AWS --docker-password=\"$(" + password() + ")\"";
    }

    List<String> ecs(String image) {
        return List.of(
                "\"image\": \"" + image + "\"",
                "\"executionRoleArn\": \"arn:" + target.region().partition() + ":iam::ACCOUNT:role/ROLE\"");
    }

    List<String> github() {
        return List.of(
                "permissions: {id-token: write, contents: read}",
                "steps:",
                "  - uses: aws-actions/configure-aws-credentials@v4",
                "    with: {role-to-assume: ROLE_ARN, aws-region: " + target.region() + "}",
                "  - uses: aws-actions/amazon-ecr-login@v2",
                "    with: {registries: \"" + target.account() + "\"}");
    }

    List<String> codebuild(String image) {
        return List.of(
                "\"environment\": {",
                "  \"image\": \"" + image + "\",",
                "  \"imagePullCredentialsType\": \"SERVICE_ROLE\"",
                "}");
    }

    static String tag(String image) {
        return "docker tag IMAGE " + image;
    }

    static String push(String image) {
        return "docker push " + image;
    }

    static String pull(String image) {
        return "docker pull " + image;
    }

    private String piped(String login) {
        return password() + " | " + login(login);
    }

    private String password() {
        return "aws ecr get-login-password --region " + target.region();
    }

    private String login(String login) {
        return login + " --username AWS --password-stdin " + target.host();
    }
}

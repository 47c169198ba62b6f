package dev.ecrbot.ecr;

/** What is said around the lines that log somebody in: what a tool does there, and whose access counts then. */
final class LoginWords {
    private LoginWords() {}

    static String withDocker() {
        return "Log in with docker (bash, zsh, sh)";
    }

    static String withDockerInPowershell() {
        return "Log in with docker (PowerShell)";
    }

    static String with(String tool) {
        return "Log in with " + tool;
    }

    /** AWS sees whoever's credentials are used. */
    static String ownCredentials() {
        return "The role or user whose AWS credentials are used here needs the access. The login lasts 12 hours.";
    }

    static String buildx() {
        return "Log in for docker buildx, which takes docker's login";
    }

    static String helper() {
        return "Let docker-credential-ecr-login do it, in ~/.docker/config.json";
    }

    static String helperCredentials() {
        return "The helper finds AWS credentials as the AWS CLI does, and the role or user that they belong to needs the access."
                + " It can't ask for an MFA code.";
    }

    static String kubernetes() {
        return "EKS needs no login. Elsewhere, make a secret; its login lasts 12 hours";
    }

    static String kubeletPulls() {
        return "The kubelet pulls: with the node's role, on Fargate with the pod execution role. A service account's role counts"
                + " only where the kubelet's credential provider takes service account tokens (annotation eks.amazonaws.com/ecr-role-arn).";
    }

    static String ecs() {
        return "ECS logs in by itself; the task definition names the image";
    }

    static String executionRolePulls() {
        return "The task execution role pulls on Fargate, the container instance's role on EC2; the task role never does.";
    }

    static String github() {
        return "In a workflow of GitHub Actions";
    }

    static String workflowsRolePulls() {
        return "The role that the workflow assumes needs the access. Without registries, the login goes to that role's own account.";
    }

    static String codebuild() {
        return "As a CodeBuild project's image, no login is needed";
    }

    static String serviceRolePulls() {
        return "With SERVICE_ROLE the project's service role pulls, and needs the access. In a buildspec, log in as with docker:"
                + " that is the service role, too.";
    }

    /** How long the login lasts, and whose credentials it takes. */
    static String note() {
        return "Log in with your own AWS credentials, those of the role, user or account that was given access. The login lasts 12"
                + " hours; after that, log in again.";
    }

    /** Beside a pattern, whose repositories have no one name. */
    static String nameStandsFor() {
        return "In place of NAME, write the part of the repository's name that the pattern leaves open.";
    }
}

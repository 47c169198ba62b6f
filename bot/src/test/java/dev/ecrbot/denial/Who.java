package dev.ecrbot.denial;

import java.util.List;
import java.util.Optional;

/**
 * A caller as AWS names it; {p} stands for the partition and {a} for the account.
 *
 * @param principal what a policy names it by, if it can
 */
record Who(String arn, Optional<String> principal) {
    private static final String ROLE = "arn:{p}:iam::{a}:role/";

    static final List<Who> ALL = List.of(
            session("eks-node/i-0a1b2c3d4e5f60718", "eks-node"),
            session("ecsTaskExecutionRole/0a1b2c3d4e5f60718293a4b5c6d7e8f9", "ecsTaskExecutionRole"),
            session("ecr-push/GitHubActions", "ecr-push"),
            session("ci_deploy+x=1,2.a@b/botocore-session-1700000000", "ci_deploy+x=1,2.a@b"),
            session(
                    "AWSReservedSSO_Developer_0123456789abcdef/ada@example.com",
                    "aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_0123456789abcdef"),
            session("codebuild-app/AWSCodeBuild-0f1e2d3c-0000-4000-8000-000000000000", "codebuild-app"),
            new Who("arn:{p}:iam::{a}:role/teams/payments/deployer", Optional.of(ROLE + "teams/payments/deployer")),
            new Who("arn:{p}:iam::{a}:user/ada", Optional.of("arn:{p}:iam::{a}:user/ada")),
            new Who(
                    "arn:{p}:iam::{a}:user/ci/infra-publisher",
                    Optional.of("arn:{p}:iam::{a}:user/ci/infra-publisher")),
            new Who("arn:{p}:sts::{a}:federated-user/bob", Optional.empty()),
            new Who("arn:{p}:iam::{a}:root", Optional.empty()));

    private static Who session(String session, String role) {
        return new Who("arn:{p}:sts::{a}:assumed-role/" + session, Optional.of(ROLE + role));
    }
}

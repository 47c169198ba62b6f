package dev.ecrbot.command;

import static dev.ecrbot.command.SillyCommands.GRANT;
import static dev.ecrbot.problem.Code.ACCOUNT_UNKNOWN;
import static dev.ecrbot.problem.Code.COMMAND_MALFORMED;
import static dev.ecrbot.problem.Code.PARTITION_MISMATCH;
import static dev.ecrbot.problem.Code.PRINCIPAL_MALFORMED;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is mistyped of those who are to get access, the code of the answer, and what it says. */
final class SillyPrincipals {
    private SillyPrincipals() {}

    static Stream<Arguments> principals() {
        return Stream.of(
                arguments(GRANT + "sales <!channel>", PRINCIPAL_MALFORMED, "“@channel” is somebody in Slack"),
                arguments(GRANT + "sales <@U0AMIR|amir>", PRINCIPAL_MALFORMED, "somebody in Slack, and not a role"),
                arguments(
                        GRANT + "sales AROAQ3EGRXYZABCDEFGHI", PRINCIPAL_MALFORMED, "the id that AWS keeps of a role"),
                arguments(
                        GRANT + "sales AIDAQ3EGRXYZABCDEFGHI", PRINCIPAL_MALFORMED, "the id that AWS keeps of a user"),
                arguments(GRANT + "sales AKIAIOSFODNN7EXAMPLE", PRINCIPAL_MALFORMED, "the id of an access key"),
                arguments(GRANT + "sales \"ci-deployer,nightly\"", PRINCIPAL_MALFORMED, "Ask for each role by itself"),
                arguments(GRANT + "*", PRINCIPAL_MALFORMED, "wildcard"),
                arguments(GRANT + "sales *", PRINCIPAL_MALFORMED, "wildcard"),
                arguments(GRANT + "sales ci-*", PRINCIPAL_MALFORMED, "wildcard"),
                arguments(GRANT + "AROAEXAMPLE1234567890", PRINCIPAL_MALFORMED, "most likely a deleted one"),
                arguments(GRANT + "lambda.amazonaws.com", PRINCIPAL_MALFORMED, "is a service"),
                arguments(GRANT + "sales group/admins", PRINCIPAL_MALFORMED, "not groups"),
                arguments(GRANT + "arn:aws:iam::222222222222:group/admins", PRINCIPAL_MALFORMED, "not groups"),
                arguments(GRANT + "sales instance-profile/web", PRINCIPAL_MALFORMED, "the role in it can"),
                arguments(GRANT + "arn:aws:iam::aws:policy/ReadOnlyAccess", PRINCIPAL_MALFORMED, "A policy can't"),
                arguments(
                        GRANT + "arn:aws:iam::222222222222:saml-provider/corp",
                        PRINCIPAL_MALFORMED,
                        "identity provider"),
                arguments(GRANT + "arn:aws:iam::222222222222:role/*", PRINCIPAL_MALFORMED, "wildcard"),
                arguments(GRANT + "arn:aws:iam::*:role/ci-deployer", PRINCIPAL_MALFORMED, "no account id"),
                arguments(
                        GRANT + "arn:aws:iam::222222222222:",
                        PRINCIPAL_MALFORMED,
                        "isn't a role, a user or an account"),
                arguments(GRANT + "arn:aws:iam::222222222222:role/", PRINCIPAL_MALFORMED, "name is missing"),
                arguments(GRANT + "arn:aws:iam::222222222222:root/x", PRINCIPAL_MALFORMED, "Write root alone"),
                arguments(
                        GRANT + "arn:aws:iam:us-west-2:222222222222:role/ci",
                        PRINCIPAL_MALFORMED,
                        "has a Region in it"),
                arguments(GRANT + "arn:aws:iam", PRINCIPAL_MALFORMED, "isn't a whole ARN"),
                arguments(
                        GRANT + "arn:aws:lambda:us-west-2:222222222222:function:f:prod",
                        PRINCIPAL_MALFORMED,
                        "a version or an alias can't stand"),
                arguments(
                        GRANT + "arn:aws-cn:lambda:cn-north-1:222222222222:function:f",
                        PARTITION_MISMATCH,
                        "in partition aws-cn"),
                arguments(GRANT + "lambda:", PRINCIPAL_MALFORMED, "The account is missing"),
                arguments(GRANT + "lambda:/f", PRINCIPAL_MALFORMED, "The account is missing"),
                arguments(GRANT + "lambda:saels", ACCOUNT_UNKNOWN, "Did you mean “sales”?"),
                arguments(GRANT + "lambda:sales/", PRINCIPAL_MALFORMED, "can't be the name of functions"),
                arguments(GRANT + "lambda:sales/f:1", PRINCIPAL_MALFORMED, "“f:1” can't be the name of functions"),
                arguments(GRANT + "lambda:sales ci", COMMAND_MALFORMED, "one word too many"),
                arguments(GRANT + "org:", PRINCIPAL_MALFORMED, "There is no organization “”"),
                arguments(GRANT + "org:acne", PRINCIPAL_MALFORMED, "Did you mean “acme”?"),
                arguments(GRANT + "org:o-1", PRINCIPAL_MALFORMED, "There is no organization “o-1”"),
                arguments(GRANT + "org:*", PRINCIPAL_MALFORMED, "There is no organization “*”"),
                arguments(GRANT + "org:acme/ou-ab12-11111111", PRINCIPAL_MALFORMED, "all the ids from the root down"),
                arguments(GRANT + "org:acme/r-ab12/ou-ab12-11111111/*", PRINCIPAL_MALFORMED, "isn't a unit"),
                arguments(GRANT + "org:acme/r-ab12/ou-zz99-11111111", PRINCIPAL_MALFORMED, "isn't a unit"),
                arguments(GRANT + "acme ci-deployer", COMMAND_MALFORMED, "one word too many"),
                arguments(GRANT + "arn:aws:s3:::bucket", PRINCIPAL_MALFORMED, "service “s3”"),
                arguments(GRANT + "arn:mars:iam::222222222222:role/ci", PRINCIPAL_MALFORMED, "isn't a partition"),
                arguments(GRANT + "arn:aws:sts::222222222222:role/ci", PRINCIPAL_MALFORMED, "mixes iam and sts"),
                arguments(
                        GRANT + "arn:aws:iam::222222222222:assumed-role/ci/x1",
                        PRINCIPAL_MALFORMED,
                        "mixes iam and sts"),
                arguments(GRANT + "arn:aws:sts::222222222222:assumed-role/ci", PRINCIPAL_MALFORMED, "isn't a session"),
                arguments(
                        GRANT + "arn:aws:sts::222222222222:federated-user/a/b",
                        PRINCIPAL_MALFORMED,
                        "isn't a federated user"),
                arguments(
                        GRANT + "arn:aws-cn:iam::222222222222:role/ci",
                        PARTITION_MISMATCH,
                        "the repository is in aws;"),
                arguments(
                        GRANT + "arn:aws-us-gov:iam::222222222222:root", PARTITION_MISMATCH, "can't cross partitions"),
                arguments(
                        GRANT + "sales arn:aws:iam::333333333333:role/ci",
                        PRINCIPAL_MALFORMED,
                        "isn't in account 222222222222"),
                arguments(GRANT + "arn:aws:iam::222222222222:role/ci ci", COMMAND_MALFORMED, "one word too many"),
                arguments(GRANT + "sales user/", PRINCIPAL_MALFORMED, "name is missing"),
                arguments(GRANT + "sales ci//deployer", PRINCIPAL_MALFORMED, "can't be a role's path"),
                arguments(GRANT + "sales ci!deployer", PRINCIPAL_MALFORMED, "can't be a role's name"),
                arguments(GRANT + "sales rôle", PRINCIPAL_MALFORMED, "can't be a role's name"),
                arguments(GRANT + "sales " + "r".repeat(65), PRINCIPAL_MALFORMED, "1 to 64"),
                arguments(GRANT + "sales " + "p/".repeat(300) + "r", PRINCIPAL_MALFORMED, "at most 512"));
    }
}

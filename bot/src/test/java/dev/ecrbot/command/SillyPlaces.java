package dev.ecrbot.command;

import static dev.ecrbot.command.SillyCommands.GRANT;
import static dev.ecrbot.problem.Code.ACCOUNT_UNKNOWN;
import static dev.ecrbot.problem.Code.REPOSITORY_MALFORMED;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is mistyped of repositories and accounts, the code of the answer, and what it says. */
final class SillyPlaces {
    private SillyPlaces() {}

    static Stream<Arguments> repositories() {
        return Stream.of(
                arguments("status Payments/API", REPOSITORY_MALFORMED, "Did you mean “payments/api”?"),
                arguments("status /payments/api/", REPOSITORY_MALFORMED, "Did you mean “payments/api”?"),
                arguments("status a", REPOSITORY_MALFORMED, "2 to 256 characters"),
                arguments("status payments//api", REPOSITORY_MALFORMED, "can't be a repository's name"),
                arguments("status ../../etc/passwd", REPOSITORY_MALFORMED, "can't be a repository's name"),
                arguments("status раyments/api", REPOSITORY_MALFORMED, "can't be a repository's name"),
                arguments("status central:", REPOSITORY_MALFORMED, "name is missing"),
                arguments("status :payments/api", REPOSITORY_MALFORMED, "There is no registry"),
                arguments("status centrl:payments/api", REPOSITORY_MALFORMED, "Did you mean “central”?"),
                arguments("status mars:payments/api", REPOSITORY_MALFORMED, "The only registry is central."),
                arguments("status api:latest", REPOSITORY_MALFORMED, "leave out the tag"),
                arguments("status central/us-west2:payments/api", REPOSITORY_MALFORMED, "Did you mean “us-west-2”?"),
                arguments("status central/us-east-1:api", REPOSITORY_MALFORMED, "no Region “us-east-1”"),
                arguments("status mars/us-west-2:payments/api", REPOSITORY_MALFORMED, "There is no registry “mars”"),
                arguments(
                        "status 999999999999.dkr.ecr.us-west-2.amazonaws.com/payments/api",
                        REPOSITORY_MALFORMED,
                        "999999999999, which isn't a registry here"),
                arguments(
                        "status 111111111111.dkr.ecr.ap-south-1.amazonaws.com/payments/api",
                        REPOSITORY_MALFORMED,
                        "no Region “ap-south-1”"),
                arguments(
                        "status 111111111111.dkr.ecr.us-west-2.amazonaws.com.evil.example/api",
                        REPOSITORY_MALFORMED,
                        "isn't an image URI"),
                arguments(
                        "status 111111111111.dkr.ecr.us-west-2.amazonaws.com",
                        REPOSITORY_MALFORMED,
                        "isn't an image URI"),
                arguments("status https://example.com/payments/api", REPOSITORY_MALFORMED, "web address"),
                arguments("status public.ecr.aws/nginx/nginx", REPOSITORY_MALFORMED, "public gallery"),
                arguments("status arn:aws:s3:::payments", REPOSITORY_MALFORMED, "service “s3”"),
                arguments("status arn:aws:ecr", REPOSITORY_MALFORMED, "isn't a whole ARN"),
                arguments(
                        "status arn:aws:ecr:us-west-2:111111111111:payments/api",
                        REPOSITORY_MALFORMED,
                        "isn't the ARN of a repository"),
                arguments(
                        "status arn:aws:ecr:us-west-2:111111111111:repository/payments//*",
                        REPOSITORY_MALFORMED,
                        "Did you mean “payments/*”?"),
                arguments(
                        "status arn:aws:ecr:us-west-2:111111111111:repository/payments/a?i",
                        REPOSITORY_MALFORMED,
                        "isn't a wildcard"),
                arguments("status **", REPOSITORY_MALFORMED, "Did you mean “*”?"),
                arguments("status payments/**", REPOSITORY_MALFORMED, "Did you mean “payments/*”?"),
                arguments("status /payments/*", REPOSITORY_MALFORMED, "Did you mean “payments/*”?"),
                arguments("status Payments/*", REPOSITORY_MALFORMED, "Did you mean “payments/*”?"),
                arguments("status *.", REPOSITORY_MALFORMED, "can't be a pattern"),
                arguments("status p?", REPOSITORY_MALFORMED, "question mark"),
                arguments("status p?/*", REPOSITORY_MALFORMED, "can't be a pattern"),
                arguments("status payments/[ab]*", REPOSITORY_MALFORMED, "can't be a pattern"),
                arguments("status mars:payments/*", REPOSITORY_MALFORMED, "There is no registry"),
                arguments("login payments/*", REPOSITORY_MALFORMED, "takes one repository"),
                arguments(
                        "status arn:aws:ecr:moon-1:111111111111:repository/api",
                        REPOSITORY_MALFORMED,
                        "“moon-1” in the ARN isn't a Region"),
                arguments(
                        "status arn:aws-cn:ecr:us-west-2:111111111111:repository/api",
                        REPOSITORY_MALFORMED,
                        "us-west-2 is in aws"),
                arguments(
                        "status arn:aws:ecr:us-west-2:1111:repository/api",
                        REPOSITORY_MALFORMED,
                        "isn't an account id"));
    }

    static Stream<Arguments> accounts() {
        return Stream.of(
                arguments(GRANT + "saels", ACCOUNT_UNKNOWN, "Did you mean “sales”?"),
                arguments(GRANT + "marketing", ACCOUNT_UNKNOWN, "sales, finance"),
                arguments(GRANT + "22222222222", ACCOUNT_UNKNOWN, "11 digits, not 12"),
                arguments(GRANT + "2222222222222", ACCOUNT_UNKNOWN, "13 digits, not 12"),
                arguments(GRANT + "222-222-222-222", ACCOUNT_UNKNOWN, "isn't an account id"),
                arguments(GRANT + "٢٢٢٢٢٢٢٢٢٢٢٢", ACCOUNT_UNKNOWN, "There is no account"),
                arguments(GRANT + "-1", ACCOUNT_UNKNOWN, "1 digit, not 12"),
                arguments(GRANT + "<@U12345|bob>", ACCOUNT_UNKNOWN, "“@bob” is somebody or something in Slack"),
                arguments(GRANT + "<!channel>", ACCOUNT_UNKNOWN, "in Slack"),
                arguments(GRANT + "&lt;account&gt;", ACCOUNT_UNKNOWN, "There is no account"),
                arguments(GRANT + "role/ci-deployer", ACCOUNT_UNKNOWN, "The account is missing before"),
                arguments(GRANT + "to sales", ACCOUNT_UNKNOWN, "There is no account “to”"),
                arguments("revoke all payments/api saels", ACCOUNT_UNKNOWN, "Did you mean “sales”?"),
                arguments("revoke all payments/api 2222", ACCOUNT_UNKNOWN, "4 digits, not 12"));
    }
}

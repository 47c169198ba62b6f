package dev.ecrbot.training;

import dev.ecrbot.http.Head;
import dev.ecrbot.http.HttpAnswer;
import dev.ecrbot.http.Responder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers in the place of Slack and AWS, always the same and never with an error. Thread-safe. */
final class StandIn implements Responder {
    /** Where answers to commands are posted to. */
    static final String RESPONSE = "/response";

    /** Slack's id of the workspace. */
    static final String TEAM = "T0TRAINING1";

    private static final String JSON = "application/json";
    private static final Pattern USER = Pattern.compile("(?:^|&)user=([A-Z0-9]+)");
    // As ECR's API has it: the text of a policy within JSON.
    private static final String POLICY = """
        {"registryId": "111111111111", "repositoryName": "training", "policyText": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":\
        [{\\"Sid\\":\\"Own\\",\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"AWS\\":\\"arn:aws:iam::222222222222:role/own\\"},\
        \\"Action\\":[\\"ecr:BatchGetImage\\",\\"ecr:GetDownloadUrlForLayer\\"]}]}"}
        """;
    private static final String REPOSITORIES = """
        {"repositories": [{"registryId": "111111111111", "repositoryName": "training",
         "repositoryArn": "arn:aws:ecr:us-west-2:111111111111:repository/training"}]}
        """;
    private static final String SESSION = """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
        <AccessKeyId>training</AccessKeyId><SecretAccessKey>training</SecretAccessKey><SessionToken>training</SessionToken>
        <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
        """;

    private final CountDownLatch answered;

    /** @param answered counts the answers to commands */
    StandIn(CountDownLatch answered) {
        this.answered = answered;
    }

    @Override
    public Optional<HttpAnswer> refusal(Head head) {
        return Optional.empty();
    }

    @Override
    public HttpAnswer answer(Head head, byte[] body) {
        Optional<String> ecr = head.header("X-Amz-Target");
        if (ecr.isPresent()) {
            return HttpAnswer.of(200, "application/x-amz-json-1.1", ecr(ecr.get()));
        }
        if (head.path().equals("/")) {
            return HttpAnswer.of(200, "text/xml", SESSION);
        }
        if (head.path().equals(RESPONSE)) {
            answered.countDown();
        }
        return HttpAnswer.of(200, JSON, slack(head.path(), new String(body, StandardCharsets.UTF_8)));
    }

    private static String ecr(String target) {
        return switch (target.substring(target.lastIndexOf('.') + 1)) {
            case "DescribeRepositories" -> REPOSITORIES;
            case "GetRepositoryPolicy", "GetRegistryPolicy" -> POLICY;
            case "GetAccountSetting" -> "{\"name\": \"REGISTRY_POLICY_SCOPE\", \"value\": \"V2\"}";
            default -> "{}";
        };
    }

    /** Slack's SDK doesn't mind what a method doesn't answer; only {@code user} is one thing here and another there. */
    private static String slack(String path, String form) {
        return """
            {"ok": true, "team_id": "%1$s", "user_id": "U0TRAININGB", "url": "https://training.slack.com/",
             "channel": "C0APPROVALS", "ts": "1764547200.000100", "message_ts": "1764547200.000100", "user": %2$s}
            """.formatted(TEAM, path.equals("/users.info") ? person(form) : "\"training\"");
    }

    private static String person(String form) {
        Matcher user = USER.matcher(URLDecoder.decode(form, StandardCharsets.UTF_8));
        return """
            {"id": "%s", "team_id": "%s", "name": "training", "real_name": "training", "deleted": false, "is_bot": false,
             "is_restricted": false, "is_ultra_restricted": false, "profile": {"display_name": "training"}}
            """.formatted(user.find() ? user.group(1) : Training.ASKER, TEAM);
    }
}

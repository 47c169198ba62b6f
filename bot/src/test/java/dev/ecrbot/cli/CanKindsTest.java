package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Questions of each kind that people ask, with what IAM's rules say, written down before it was tried. */
class CanKindsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final Map<String, String> REGIONS =
            Map.of("aws", "us-west-2", "aws-us-gov", "us-gov-west-1", "aws-cn", "cn-north-1");

    /**
     * @param principal its partition, if it isn't the usual one, and its ARN from the account on, or a service
     * @param statements those of the repository's policy, and after “beside” those of the registry's; “2008” before them is the older
     *     version
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = "can-kinds.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            nullValues = "-",
            maxCharsPerColumn = 20_000)
    void answerAsIamsRulesSay(
            String right, String why, String principal, String action, String context, String statements) {
        String[] policies = statements.split("(^| )beside ", 2);
        String[] who = principal.contains(" ") ? principal.split(" ") : new String[] {"aws", principal};
        String line = "{\"policy\":" + policy(policies[0])
                + (policies.length > 1 ? ",\"registryPolicy\":" + policy(policies[1]) : "")
                + ",\"principal\":\"" + arn(who[0], who[1]) + "\",\"action\":\"" + action
                + "\",\"repository\":\"arn:" + who[0] + ":ecr:" + REGIONS.get(who[0])
                + ":111111111111:repository/team/app\",\"context\":{" + known(Optional.ofNullable(context)) + "}}";
        JsonNode answer = new BatchAnswers(Optional.empty(), NOW, false)
                .answer(line.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        var keys = new ArrayList<String>();
        answer.path("dependsOn").forEach(key -> keys.add(key.asText()));
        assertThat(answer.path("verdict").asText() + (keys.isEmpty() ? "" : " on " + String.join(", ", keys)))
                .as("%s", answer)
                .isEqualTo(right);
    }

    private static String policy(String statements) {
        boolean old = statements.startsWith("2008 ");
        return statements.isEmpty()
                ? "null"
                : "{\"Version\":\"" + (old ? "2008" : "2012") + "-10-17\",\"Statement\":["
                        + (old ? statements.substring("2008 ".length()) : statements) + "]}";
    }

    private static String arn(String partition, String who) {
        if (who.endsWith(".amazonaws.com")) {
            return who;
        }
        boolean session = who.contains(":assumed-role/") || who.contains(":federated-user/");
        return "arn:" + partition + (session ? ":sts::" : ":iam::") + who;
    }

    private static String known(Optional<String> given) {
        return given.map(one -> one.split("=", 2))
                .map(parts -> "\"" + parts[0] + "\":" + (parts[1].isEmpty() ? "null" : "\"" + parts[1] + "\""))
                .orElse("");
    }
}

package dev.ecrbot.sandbox.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.ecr.Repository;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which policies ECR takes and which it refuses, and with which words. */
final class PolicyIntakeTest {

    private static final Repository API = SeedRegistry.west("payments/api");

    private final EcrModel model = SeedRegistry.model(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"*\"",
                "{\"AWS\":\"*\"}",
                "{\"AWS\":\"222222222222\"}",
                "{\"AWS\":\"arn:aws:iam::222222222222:root\"}",
                "{\"AWS\":\"arn:aws:iam::222222222222:role/ci-deployer\"}",
                "{\"AWS\":\"arn:aws:iam::222222222222:role/service/checkout-task\"}",
                "{\"AWS\":\"arn:aws:iam::222222222222:user/ana\"}",
                "{\"AWS\":\"arn:aws:sts::222222222222:assumed-role/checkout-task/x1\"}",
                "{\"AWS\":\"arn:aws:sts::333333333333:federated-user/auditor\"}",
                "{\"Service\":\"lambda.amazonaws.com\"}",
                "{\"AWS\":[\"222222222222\"],\"Service\":[\"codebuild.amazonaws.com\"]}",
            })
    void principalsThatExistAreTaken(String principal) {
        model.setPolicy(API, statement("\"Principal\":" + principal + ",\"Action\":\"ecr:BatchGetImage\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"AWS\":\"arn:aws:iam::222222222222:role/nobody\"} | Principal not found",
                "{\"AWS\":\"arn:aws:iam::222222222222:role/checkout-task\"} | Principal not found",
                "{\"AWS\":\"arn:aws:iam::222222222222:user/nobody\"} | Principal not found",
                "{\"AWS\":\"arn:aws:sts::222222222222:assumed-role/nobody/x1\"} | Principal not found",
                "{\"AWS\":\"AROAEXAMPLEEXAMPLE123\"} | Principal not found",
                "{\"AWS\":[\"222222222222\",\"arn:aws:iam::222222222222:role/nobody\"]} | Principal not found",
                "{\"AWS\":\"999999999999\"} | Invalid repository policy provided",
                "{\"AWS\":\"arn:aws:iam::999999999999:root\"} | Invalid repository policy provided",
                "{\"AWS\":\"arn:aws:iam::222222222222:*\"} | Invalid repository policy provided",
                "{\"AWS\":\"arn:aws:iam::222222222222:role/ci-*\"} | Invalid repository policy provided",
                "{\"AWS\":\"arn:aws:iam::222222222222:group/devs\"} | Invalid repository policy provided",
                "{\"AWS\":\"arn:aws-cn:iam::222222222222:root\"} | Invalid repository policy provided",
                "{\"AWS\":\"ci-deployer\"} | Invalid repository policy provided",
                "{\"AWS\":[]} | Invalid repository policy provided",
                "{\"Service\":\"lambda\"} | Invalid repository policy provided",
                "{\"Robot\":\"x\"} | Invalid repository policy provided",
                "\"222222222222\" | Invalid repository policy provided",
                "{} | Invalid repository policy provided",
            })
    void principalsThatDoNotExistAreRefused(String principal, String words) {
        String text = statement("\"Principal\":" + principal + ",\"Action\":\"ecr:BatchGetImage\"");

        assertThat(refusal(text).message())
                .isEqualTo("Invalid parameter at 'PolicyText' failed to satisfy constraint: '" + words + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{}",
                "{\"Statement\":[]}",
                "{\"Statement\":[7]}",
                "{\"Version\":\"2020-01-01\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"ecr:*\"}]}",
                "{\"Comment\":\"x\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"ecr:*\"}]}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"ecr:*\"}]} {}",
            })
    void textsThatAreNoPolicyAreRefused(String text) {
        assertThat(refusal(text).message()).endsWith("'Invalid repository policy provided'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Principal\":\"*\",\"Action\":\"ecr:BatchGetImage\",\"Resource\":\"*\"",
                "\"Principal\":\"*\",\"Action\":\"ecr:GetAuthorizationToken\"",
                "\"Principal\":\"*\",\"Action\":[\"ecr:BatchGetImage\",\"ecr:getauthorizationtoken\"]",
                "\"Principal\":\"*\",\"Action\":\"s3:GetObject\"",
                "\"Principal\":\"*\",\"Action\":[]",
                "\"Principal\":\"*\"",
                "\"Action\":\"ecr:BatchGetImage\"",
                "\"Principal\":\"*\",\"NotPrincipal\":\"*\",\"Action\":\"ecr:BatchGetImage\"",
                "\"Principal\":\"*\",\"Action\":\"ecr:BatchGetImage\",\"Condition\":[]",
                "\"Principal\":\"*\",\"Action\":\"ecr:BatchGetImage\",\"Comment\":\"x\"",
            })
    void statementsThatEcrDoesNotAllowAreRefused(String elements) {
        assertThat(refusal(statement(elements)).message()).endsWith("'Invalid repository policy provided'");
    }

    private AwsError refusal(String text) {
        return catchThrowableOfType(AwsError.class, () -> model.setPolicy(API, text));
    }

    private static String statement(String elements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\"," + elements + "}]}";
    }
}

package dev.ecrbot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
    private static final String ROOT = "arn:aws:iam::222222222222:root";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"Statement\"",
                "{}",
                "{\"Version\":\"2012-10-17\"}",
                "{\"Statement\":\"*\"}",
                "{\"Statement\":null}",
                "{\"Statement\":[]} {}",
                "{\"Statement\":[],\"Statement\":[]}",
                "{\"Statement\":[]",
                "{'Statement':[]}",
                "{\"Statement\":[NaN]}",
                "// none\n{\"Statement\":[]}"
            })
    void whatIsNoPolicyIsRefused(String text) {
        assertThatThrownBy(() -> PolicyDocument.parse(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(Code.POLICY_UNREADABLE));
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        String deep = "{\"Statement\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        String deepObjects = "{\"Statement\":" + "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000) + "}";
        String longNumber = "{\"Statement\":[" + "1".repeat(5_000) + "]}";
        String longText = "{\"Statement\":[\"" + "x".repeat(300_000) + "\"]}";
        for (String text : new String[] {deep, deepObjects, longNumber, longText}) {
            assertThatThrownBy(() -> PolicyDocument.parse(text)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void nothingIsLost() {
        String text = """
                {"Id":"x","Statement":{"Zusatz":{"b":1.00,"a":1e400},"Sid":"pull and push","Effect":"Allow",\
                "Principal":"*","Action":"ecr:*","Condition":{"Bool":{"aws:SecureTransport":true}}},"Version":"2008-10-17","More":[null,[]]}""";
        assertThat(PolicyDocument.parse(text).text()).isEqualTo(text);
    }

    @Test
    void looksAsAwsIndentsIt() {
        PolicyDocument document = PolicyDocument.parse(
                "{\"Version\":\"2008-10-17\",\"Statement\":[{\"Sid\":\"new statement\",\"Effect\":\"Allow\","
                        + "\"Principal\":{\"AWS\":[\"a\",\"b\"]},\"Action\":[\"ecr:PutImage\"]},{\"Sid\":\"x\"}]}");
        String pretty = """
                {
                  "Version" : "2008-10-17",
                  "Statement" : [ {
                    "Sid" : "new statement",
                    "Effect" : "Allow",
                    "Principal" : {
                      "AWS" : [ "a", "b" ]
                    },
                    "Action" : [ "ecr:PutImage" ]
                  }, {
                    "Sid" : "x"
                  } ]
                }""";
        assertThat(document.pretty()).isEqualTo(pretty);
        assertThat(document.size()).isEqualTo(pretty.length());
    }

    @Test
    void theEmptyPolicyHasNoStatement() {
        assertThat(PolicyDocument.empty().isEmpty()).isTrue();
        assertThat(PolicyDocument.empty().statements()).isEmpty();
        assertThat(PolicyDocument.parse(PolicyDocument.empty().text())).isEqualTo(PolicyDocument.empty());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"Principal\":\"*\",\"Action\":\"ecr:A\"                         | \"Principal\":{\"AWS\":\"*\"},\"Action\":[\"ecr:A\"]",
                "\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:A\"    | \"Action\":\"ECR:a\",\"Principal\":{\"AWS\":[\""
                        + ROOT + "\"]}",
                "\"Principal\":{\"AWS\":[\"b\",\"a\"]},\"Action\":[\"ecr:B\",\"ecr:A\"] | \"Principal\":{\"AWS\":[\"a\",\"b\"]},\"Action\":[\"ecr:A\",\"ecr:B\"]",
                "\"Principal\":\"*\",\"Action\":\"a\",\"Condition\":{\"Bool\":{\"aws:X\":true}} | \"Principal\":\"*\",\"Action\":\"a\",\"Condition\":{\"Bool\":{\"AWS:x\":[\"true\"]}}",
                "\"NotPrincipal\":{\"AWS\":\"222222222222\"},\"NotAction\":\"a\"  | \"NotPrincipal\":{\"AWS\":\"" + ROOT
                        + "\"},\"NotAction\":[\"A\"]"
            })
    void theSameSaidInOtherWords(String one, String other) {
        PolicyDocument left = Policies.of("{\"Effect\":\"Allow\"," + one + "}", "{\"Sid\":\"2\"}");
        PolicyDocument right = Policies.of("{\"Sid\":\"2\"}", "{\"Effect\":\"Allow\"," + other + "}");
        assertThat(left.sameAs(right)).isTrue();
        assertThat(left.fingerprint()).isEqualTo(right.fingerprint()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"Principal\":{\"AWS\":[\"a\",\"a\"]},\"Action\":\"a\" | \"Principal\":{\"AWS\":[\"a\",\"b\"]},\"Action\":\"a\"",
                "\"Principal\":{\"AWS\":\"a\"},\"Action\":\"a\"         | \"Principal\":{\"Service\":\"a\"},\"Action\":\"a\"",
                "\"Principal\":\"*\",\"Action\":\"a\"                   | \"Principal\":\"*\",\"NotAction\":\"a\"",
                "\"Principal\":\"*\",\"Action\":\"a\"                   | \"NotPrincipal\":\"*\",\"Action\":\"a\"",
                "\"Principal\":\"*\",\"Action\":\"a\"                   | \"Principal\":\"*\",\"Action\":\"a\",\"Sid\":\"x\"",
                "\"Principal\":\"*\",\"Action\":\"a\",\"Sid\":\"x\"     | \"Principal\":\"*\",\"Action\":\"a\",\"Sid\":\"X\"",
                "\"Principal\":\"*\",\"Action\":\"a\",\"Resource\":\"x\" | \"Principal\":\"*\",\"Action\":\"a\",\"Resource\":\"X\"",
                "\"Principal\":\"*\",\"Action\":\"a\",\"Condition\":{\"Bool\":{\"a\":\"b\"}} | \"Principal\":\"*\",\"Action\":\"a\",\"Condition\":{\"Bool\":{\"a\":\"B\"}}",
                "\"Principal\":\"*\",\"Action\":\"a\",\"New\":1         | \"Principal\":\"*\",\"Action\":\"a\",\"New\":\"1\""
            })
    void notTheSame(String one, String other) {
        PolicyDocument left = Policies.of("{\"Effect\":\"Allow\"," + one + "}");
        PolicyDocument right = Policies.of("{\"Effect\":\"Allow\"," + other + "}");
        assertThat(left.sameAs(right)).isFalse();
        assertThat(left.fingerprint()).isNotEqualTo(right.fingerprint());
    }

    @Test
    void versionIdAndRepeatedStatementsCount() {
        String statement = "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"a\"}";
        assertThat(Policies.of(statement).sameAs(Policies.of(statement, statement)))
                .isFalse();
        assertThat(PolicyDocument.parse("{\"Version\":\"2008-10-17\",\"Statement\":[]}")
                        .sameAs(PolicyDocument.empty()))
                .isFalse();
        assertThat(PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Id\":\"x\",\"Statement\":[]}")
                        .sameAs(PolicyDocument.empty()))
                .isFalse();
        assertThat(PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}")
                        .sameAs(Policies.of(statement)))
                .isTrue();
    }

    @Test
    void textsThatUtf8CantHoldAreTold() {
        PolicyDocument one = Policies.of("{\"Sid\":\"\\ud800\"}");
        PolicyDocument other = Policies.of("{\"Sid\":\"\\ud801\"}");
        assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
    }
}

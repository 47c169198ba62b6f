package dev.ecrbot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "[]",
                "null",
                "{}",
                "{\"Effect\":\"Perhaps\",\"Principal\":\"*\",\"Action\":\"a\"}",
                "{\"Effect\":true,\"Principal\":\"*\",\"Action\":\"a\"}",
                "{\"Principal\":\"*\",\"Action\":\"a\"}",
                "{\"Effect\":\"Allow\",\"Action\":\"a\"}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\"}",
                "{\"Effect\":\"Allow\",\"Principal\":\"arn\",\"Action\":\"a\"}",
                "{\"Effect\":\"Allow\",\"Principal\":[\"*\"],\"Action\":\"a\"}",
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":{}},\"Action\":\"a\"}",
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[1]},\"Action\":\"a\"}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"NotPrincipal\":\"*\",\"Action\":\"a\"}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"a\",\"NotAction\":\"b\"}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":[[]]}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"a\",\"Resource\":1}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"a\",\"Condition\":[]}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"a\",\"Condition\":{\"Bool\":\"x\"}}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"a\",\"Condition\":{\"Bool\":{\"a\":null}}}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"a\",\"condition\":{\"Bool\":{\"a\":\"b\"}}}",
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"a\",\"Sid\":1}"
            })
    void whatCantBeUnderstoodIsOpaqueAndSaysNothing(String json) {
        Statement statement = Policies.of(json).statements().get(0);
        assertThat(statement.opaque()).isTrue();
        assertThat(statement.allows()).isFalse();
        assertThat(statement.denies()).isFalse();
        assertThat(statement.principals(Partition.AWS)).isEmpty();
        assertThat(statement.actions()).isEmpty();
        assertThat(statement.covers("ecr:PutImage")).isFalse();
        assertThat(statement.json().toString()).isEqualTo(json);
    }

    @Test
    void notActionIsEveryActionButThose() {
        Statement statement = Policies.of("{\"Effect\":\"Allow\",\"Principal\":\"*\",\"NotAction\":\"ecr:Put*\"}")
                .statements()
                .get(0);
        assertThat(statement.covers("ecr:PutImage")).isFalse();
        assertThat(statement.covers("ecr:SetRepositoryPolicy")).isTrue();
        assertThat(statement.shownActions()).containsExactly("* except ecr:Put*");
    }

    @Test
    void oneAccountInBothSpellingsIsOnePrincipal() {
        Statement statement = Policies.of("{\"Effect\":\"Allow\",\"Action\":\"a\",\"Principal\":"
                        + "{\"AWS\":[\"222222222222\",\"arn:aws-cn:iam::222222222222:root\"],\"Service\":\"a.b\"}}")
                .statements()
                .get(0);
        assertThat(statement.principals(Partition.AWS_CN))
                .containsExactly(
                        new Principal.Account(Partition.AWS_CN, new AccountId("222222222222")),
                        new Principal.Service("a.b"));
    }
}

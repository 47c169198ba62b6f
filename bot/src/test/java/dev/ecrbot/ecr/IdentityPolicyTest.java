package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityPolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"pull", "push", "read", "push-only"})
    void allowsLoginAndTheSameActionsOnTheRepository(String word) throws Exception {
        Access access = StandardAccess.of(word);
        var repository = new Repository(
                new AccountId("111111111111"), new Region("cn-north-1"), new RepositoryName("payments/api"));
        var policy = new ObjectMapper().readTree(new IdentityPolicy(repository, access).json());
        var login = policy.at("/Statement/0");
        var use = policy.at("/Statement/1");
        assertThat(login.at("/Action").asText()).isEqualTo("ecr:GetAuthorizationToken");
        assertThat(login.at("/Resource").asText()).isEqualTo("*");
        assertThat(use.at("/Action")).extracting(a -> a.asText()).containsExactlyElementsOf(access.actions());
        assertThat(use.at("/Resource").asText())
                .isEqualTo("arn:aws-cn:ecr:cn-north-1:111111111111:repository/payments/api");
    }
}

package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {
    private static final AccountId ACCOUNT = new AccountId("111111111111");
    private static final Region REGION = new Region("cn-north-1");
    private static final RegionalRegistry REGISTRY = new RegionalRegistry(ACCOUNT, REGION);

    @Test
    void isARepositoryWhoseNameHoldsItsPolicy() {
        Target target = Target.of(ACCOUNT, REGION, "payments/api");
        var repository = new Repository(ACCOUNT, REGION, new RepositoryName("payments/api"));
        assertThat(target).isEqualTo(repository);
        assertThat(target.text()).isEqualTo("payments/api");
        assertThat(target.holder()).isEqualTo(repository);
        assertThat(target.holder().key()).isEqualTo("payments/api");
    }

    @Test
    void isAPatternWhoseRegistryHoldsItsPolicy() {
        Target target = Target.of(ACCOUNT, REGION, "payments/*");
        assertThat(target).isEqualTo(new MatchingRepositories(REGISTRY, new NamePattern("payments/*")));
        assertThat(target.text()).isEqualTo("payments/*");
        assertThat(target.arn()).isEqualTo("arn:aws-cn:ecr:cn-north-1:111111111111:repository/payments/*");
        assertThat(target.holder())
                .isEqualTo(REGISTRY)
                .isEqualTo(Target.of(ACCOUNT, REGION, "*").holder());
        assertThat(RepositoryName.parse(target.holder().key())).isEmpty();
    }

    @Test
    void isLoggedInToWithAPlaceholderThatDockerRefuses() {
        var snippet = LoginSnippet.of(Target.of(ACCOUNT, REGION, "payments/*"), StandardAccess.PULL, Optional.empty());
        assertThat(snippet.docker())
                .containsExactly("docker pull 111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn/payments/NAME:TAG");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginSnippet.of(snippet.target(), StandardAccess.PULL, Optional.of("v1")));
    }

    @Test
    void isTheResourceOfTheOtherHalf() {
        assertThat(new IdentityPolicy(Target.of(ACCOUNT, REGION, "*"), StandardAccess.PULL).json())
                .contains("\"Resource\": \"arn:aws-cn:ecr:cn-north-1:111111111111:repository/*\"");
    }
}

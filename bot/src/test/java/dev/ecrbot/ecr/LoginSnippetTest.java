package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginSnippetTest {
    private static final String URI = "111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api";

    @ParameterizedTest
    @CsvSource({
        "us-west-2, 111111111111.dkr.ecr.us-west-2.amazonaws.com",
        "cn-north-1, 111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn",
        "us-gov-west-1, 111111111111.dkr.ecr.us-gov-west-1.amazonaws.com",
        "eusc-de-east-1, 111111111111.dkr.ecr.eusc-de-east-1.amazonaws.eu",
        "us-iso-east-1, 111111111111.dkr.ecr.us-iso-east-1.c2s.ic.gov",
        "us-isob-east-1, 111111111111.dkr.ecr.us-isob-east-1.sc2s.sgov.gov",
        "eu-isoe-west-1, 111111111111.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk",
        "us-isof-south-1, 111111111111.dkr.ecr.us-isof-south-1.csp.hci.ic.gov",
    })
    void logsInToTheHostOfThePartition(String region, String host) {
        var snippet = LoginSnippet.of(repository(region), StandardAccess.PULL, Optional.empty());
        assertThat(snippet.shell())
                .isEqualTo("aws ecr get-login-password --region " + region
                        + " | docker login --username AWS --password-stdin " + host);
        assertThat(snippet.powershell())
                .isEqualTo("(Get-ECRLoginCommand -Region " + region
                        + ").Password | docker login --username AWS --password-stdin " + host);
    }

    @Test
    void pullsARealTagIfThereIsOne() {
        assertThat(docker(StandardAccess.PULL, Optional.of("v1.2"))).containsExactly("docker pull " + URI + ":v1.2");
        assertThat(docker(StandardAccess.READ, Optional.empty())).containsExactly("docker pull " + URI + ":TAG");
    }

    @Test
    void pushesNeverOverARealTag() {
        assertThat(docker(StandardAccess.PUSH, Optional.of("v1.2")))
                .containsExactly(
                        "docker tag IMAGE " + URI + ":TAG",
                        "docker push " + URI + ":TAG",
                        "docker pull " + URI + ":v1.2");
        assertThat(docker(StandardAccess.PUSH_ONLY, Optional.of("v1.2")))
                .containsExactly("docker tag IMAGE " + URI + ":TAG", "docker push " + URI + ":TAG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-v", "a b", "a;rm", "$(x)", "a\nb"})
    void takesOnlyTags(String tag) {
        assertThatThrownBy(() -> LoginSnippet.of(repository("us-west-2"), StandardAccess.PULL, Optional.of(tag)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void saysHowLongItLastsAndWhoseCredentialsItTakes() {
        assertThat(LoginSnippet.of(repository("us-west-2"), StandardAccess.PULL, Optional.empty())
                        .note())
                .contains("12 hours", "your own AWS credentials");
    }

    private static List<String> docker(Access access, Optional<String> tag) {
        return LoginSnippet.of(repository("us-west-2"), access, tag).docker();
    }

    private static Repository repository(String region) {
        return new Repository(new AccountId("111111111111"), new Region(region), new RepositoryName("payments/api"));
    }
}

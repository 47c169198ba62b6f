package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoginGuideTest {
    private static final String HOST = "111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn";

    @ParameterizedTest
    @EnumSource(LoginTool.class)
    void namesTheRightRegistryAndWhoseAccessCounts(LoginTool tool) {
        LoginGuide guide = LoginGuide.of(tool, snippet("cn-north-1"));
        assertThat(String.join("\n", guide.lines())).containsAnyOf(HOST, "registries: \"111111111111\"");
        assertThat(guide.who()).containsAnyOf("role", "credentials");
        assertThat(guide.title()).isNotBlank();
        assertThat(LoginTool.byWord(tool.word().toUpperCase(Locale.ROOT))).contains(tool);
    }

    @Test
    void aPasswordIsPipedAndNeverShown() {
        assertThat(LoginGuide.of(LoginTool.PODMAN, snippet("eu-west-1")).lines())
                .containsExactly(
                        "aws ecr get-login-password --region eu-west-1 | podman login --username AWS --password-stdin"
                                + " 111111111111.dkr.ecr.eu-west-1.amazonaws.com");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eu-west-1     | 111111111111.dkr.ecr.eu-west-1.amazonaws.com 111111111111.dkr-ecr.eu-west-1.on.aws
            cn-north-1    | 111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn 111111111111.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn
            us-gov-west-1 | 111111111111.dkr.ecr.us-gov-west-1.amazonaws.com 111111111111.dkr-ecr.us-gov-west-1.on.aws 111111111111.dkr.ecr-fips.us-gov-west-1.amazonaws.com 111111111111.dkr-ecr-fips.us-gov-west-1.on.aws
            us-iso-east-1 | 111111111111.dkr.ecr.us-iso-east-1.c2s.ic.gov
            """)
    void hostsFollowPartitionAndRegion(String region, String hosts) {
        List<String> forms = new RegistryHost(new AccountId("111111111111"), new Region(region))
                .forms().stream().map(RegistryHost.Form::host).toList();
        assertThat(forms).containsExactly(hosts.split(" ", -1));
        assertThat(forms)
                .allSatisfy(host -> assertThat(RegistryHost.parse(host)).isPresent());
    }

    private static LoginSnippet snippet(String region) {
        return LoginSnippet.of(
                Target.of(new AccountId("111111111111"), new Region(region), "payments/api"),
                StandardAccess.PULL,
                Optional.of("1.4.2"));
    }
}

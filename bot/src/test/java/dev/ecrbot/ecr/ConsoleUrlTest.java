package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsoleUrlTest {
    private static final String PATH = "/ecr/repositories/private/111111111111/payments/api";
    private static final String API = "arn:aws:ecr:eu-central-1:111111111111:repository/payments/api";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://eu-central-1.console.aws.amazon.com" + PATH,
                "https://eu-central-1.console.aws.amazon.com" + PATH + "?region=eu-central-1",
                "https://eu-central-1.console.aws.amazon.com" + PATH + "/?region=eu-central-1#images",
                "https://console.aws.amazon.com" + PATH + "?lang=de&region=eu-central-1",
                "https://111111111111-abcd12.eu-central-1.console.aws.amazon.com" + PATH,
                "https://eu-central-1.console.aws.amazon.com/ecr/private-registry/repositories/private/111111111111/payments%2Fapi",
                "https://eu-central-1.console.aws.amazon.com" + PATH
                        + "/_/image/sha256:00ff/details?region=eu-central-1"
            })
    void holdsAccountRegionAndName(String url) {
        assertThat(ConsoleUrl.parse(url)).map(Repository::arn).contains(API);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://eu-central-1.console.aws.amazon.com.evil.example" + PATH,
                "https://evil.example/eu-central-1.console.aws.amazon.com" + PATH,
                "http://eu-central-1.console.aws.amazon.com" + PATH,
                "https://eu-central-1.console.aws.amazon.com" + PATH + "?region=us-west-2",
                "https://console.aws.amazon.com" + PATH,
                "https://cn-north-1.console.aws.amazon.com" + PATH,
                "https://eu-central-1.console.amazonaws.cn" + PATH,
                "https://eu-central-1.console.aws.amazon.com/ecr/repositories/public/111111111111/payments/api",
                "https://eu-central-1.console.aws.amazon.com/ecr/repositories/private/111111111111/Payments"
            })
    void isNoAddressOfARepositoryOtherwise(String url) {
        assertThat(ConsoleUrl.parse(url)).isEmpty();
    }
}

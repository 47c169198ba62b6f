package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageUriTest {
    private enum Home {
        AWS("us-west-2"),
        CHINA("cn-northwest-1"),
        GOV("us-gov-east-1"),
        EUROPE("eusc-de-east-1"),
        ISO("us-iso-east-1"),
        ISO_B("us-isob-east-1"),
        ISO_E("eu-isoe-west-1"),
        ISO_F("us-isof-south-1");

        private final Repository repository;

        Home(String region) {
            this.repository = new Repository(
                    new AccountId("111111111111"), new Region(region), new RepositoryName("payments/api"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsBackWhatTheRepositoryCallsItself(Home home) {
        String uri = home.repository.uri();
        for (String form : new String[] {uri, "https://" + uri, uri + ":v1", uri.replace(".ecr.", ".ecr-fips.")}) {
            assertThat(ImageUri.looksLike(form)).isTrue();
            assertThat(ImageUri.parse(form)).as(form).contains(new ImageUri(home.repository));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "111111111111.dkr-ecr.us-west-2.on.aws/payments/api",
                "111111111111.dkr-ecr-fips.us-gov-west-1.on.aws/payments/api",
                "111111111111.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn/payments/api",
                "111111111111.dkr-ecr.eusc-de-east-1.on.amazonwebservices.eu/payments/api",
            })
    void readsDualStackHosts(String uri) {
        assertThat(ImageUri.parse(uri).map(image -> image.repository().name().value()))
                .contains("payments/api");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payments/api",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com/",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com/A",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com/api:",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com/api:a:b",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com/api@md5:ab",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com.cn/api",
                "111111111111.dkr.ecr.us-west-2.on.aws/api",
                "111111111111.dkr-ecr.us-west-2.amazonaws.com/api",
                "111111111111.dkr.ecr.nowhere.amazonaws.com/api",
                "11111111111.dkr.ecr.us-west-2.amazonaws.com/api",
                "111111111111.dkr.s3.us-west-2.amazonaws.com/api",
            })
    void refusesAllElse(String text) {
        assertThat(ImageUri.parse(text)).isEmpty();
    }
}

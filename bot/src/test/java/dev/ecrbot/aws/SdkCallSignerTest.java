package dev.ecrbot.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.machine.proof.CallerCall;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the signature of a machine's call covers. */
final class SdkCallSignerTest {
    private static final Map<String, String> KEYS = Map.of(
            "aws.accessKeyId", "AKIAEXAMPLE12345",
            "aws.secretAccessKey", "secret",
            "aws.sessionToken", "token");

    private final Map<String, String> before = new TreeMap<>();

    @BeforeEach
    void set() {
        KEYS.forEach((key, value) -> {
            String was = System.setProperty(key, value);
            before.put(key, was == null ? "" : was);
        });
    }

    @AfterEach
    void restore() {
        before.forEach((key, was) -> {
            if (was.isEmpty()) {
                System.clearProperty(key);
            } else {
                System.setProperty(key, was);
            }
        });
    }

    @Test
    void itCoversTheBotThatItIsMeantForAndNoSecretIsInIt() throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(new SdkCallSigner()
                .signed(
                        URI.create("https://sts.us-west-2.amazonaws.com/"),
                        new Region("us-west-2"),
                        Map.of("Content-Type", CallerCall.TYPE, CallerCall.AUDIENCE, "https://ecr-bot.example.com"),
                        CallerCall.BODY));
        assertThat(headers.get("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE12345/")
                .contains("/us-west-2/sts/aws4_request")
                .containsPattern("SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*;x-ecr-bot-audience")
                .contains("x-amz-date")
                .doesNotContain("secret");
        assertThat(headers).containsEntry("X-Amz-Security-Token", "token").containsKey("X-Amz-Date");
    }
}

package dev.ecrbot.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.doctor.Examined;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the audit trail would be taken is found out without handing any of it on. */
final class EndpointCheckupTest {
    private static final String SECRET = "a-secret-of-some-length";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T10:00:00Z"));
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private Examined look() {
        return look(receiver.address());
    }

    private Examined look(URI address) {
        Examined found = EndpointCheckup.look(new Endpoint(address, SECRET, Duration.ofSeconds(20)), clock)
                .get(0);
        assertThat(found.check()).isEqualTo("audit.webhook");
        assertThat(found.toString()).doesNotContain("hush").doesNotContain(SECRET);
        return found;
    }

    @Test
    void aDeliveryWithoutEventsIsSignedAndSaysWhatItIs() throws Exception {
        assertThat(look().outcome()).isInstanceOf(Examined.Fine.class);
        assertThat(receiver.taken()).isEmpty();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String second = String.valueOf(clock.instant().getEpochSecond());
        String expected = HexFormat.of().formatHex(mac.doFinal((second + ".").getBytes(StandardCharsets.US_ASCII)));
        assertThat(receiver.empty()).containsExactly("true t=" + second + ",v1=" + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUDIT_WEBHOOK_SECRET",
        "403, AUDIT_WEBHOOK_SECRET",
        "302, audit.webhook",
        "404, audit.webhook",
        "500, its log",
        "-1, audit.webhook"
    })
    void whatWouldNotTakeItIsToBeMended(int status, String mend) {
        receiver.answers(length -> status);
        assertThat(look().outcome())
                .isInstanceOfSatisfying(
                        Examined.Wrong.class, wrong -> assertThat(wrong.mend()).contains(mend));
    }

    @Test
    void whereNobodyAnswersTheAddressIsToBeMended() {
        assertThat(look(URI.create("http://127.0.0.1:1/audit?token=hush")).outcome())
                .isInstanceOfSatisfying(
                        Examined.Wrong.class, wrong -> assertThat(wrong.what()).contains("can't be reached"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 411, 415, 422})
    void whoeverOnlyMissesEventsMayBeRight(int status) {
        receiver.answers(length -> status);
        assertThat(look().outcome())
                .isInstanceOfSatisfying(
                        Examined.Unchecked.class,
                        unchecked -> assertThat(unchecked.how())
                                .contains("health page")
                                .contains("Ecr-Bot-Ping"));
    }
}

package dev.ecrbot.slack.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.slack.api.app_backend.SlackSignature;
import dev.ecrbot.LongestWait;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
    // From Slack's own documentation.
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final long SENT = 1_531_420_618;
    private static final byte[] BODY =
            ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&"
                            + "channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&"
                            + "response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&"
                            + "trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
                    .getBytes(StandardCharsets.US_ASCII);
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private static SignatureCheck at(long second) {
        return new SignatureCheck(SECRET, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    static Stream<Arguments> accepts() {
        return Stream.of(
                arguments("as documented", SENT, "" + SENT, SIGNATURE, true),
                arguments("five minutes old", SENT + 300, "" + SENT, SIGNATURE, true),
                arguments("older", SENT + 301, "" + SENT, SIGNATURE, false),
                arguments("five minutes ahead", SENT - 300, "" + SENT, SIGNATURE, true),
                arguments("trap 2: further in the future", SENT - 301, "" + SENT, SIGNATURE, false),
                arguments("another version", SENT, "" + SENT, SIGNATURE.replace("v0", "v1"), false),
                arguments("no version", SENT, "" + SENT, SIGNATURE.substring(3), false),
                arguments("one digit off", SENT, "" + SENT, SIGNATURE.replace("a2114", "a2115"), false),
                arguments("cut", SENT, "" + SENT, SIGNATURE.substring(0, 40), false),
                arguments("upper case", SENT, "" + SENT, SIGNATURE.toUpperCase(java.util.Locale.ROOT), false),
                arguments("another time", SENT, "" + (SENT + 1), SIGNATURE, false),
                arguments("no number", SENT, "now", SIGNATURE, false),
                arguments("negative", SENT, "-5", SIGNATURE, false),
                arguments("a sign", SENT, "+" + SENT, SIGNATURE, false),
                arguments("huge", SENT, "9".repeat(40), SIGNATURE, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepts(String name, long now, String timestamp, String signature, boolean accepted) {
        assertThat(at(now).accepts(Optional.of(timestamp), Optional.of(signature), BODY))
                .isEqualTo(accepted);
    }

    @Test
    void needsBothHeaders() {
        assertThat(at(SENT).accepts(Optional.empty(), Optional.of(SIGNATURE), BODY))
                .isFalse();
        assertThat(at(SENT).accepts(Optional.of("" + SENT), Optional.empty(), BODY))
                .isFalse();
    }

    /** Trap 1: Bolt takes a blank secret for the key {@code ---}, which everybody knows. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void cannotBeMadeWithABlankSecret(String secret) {
        assertThatThrownBy(() -> new SignatureCheck(secret, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blank");
    }

    @Test
    void doesNotTakeTheKeyThatBoltFallsBackTo() {
        String forged = new SlackSignature.Generator("---").generate("" + SENT, "command=x");
        assertThat(at(SENT).accepts(
                                Optional.of("" + SENT),
                                Optional.of(forged),
                                "command=x".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    /** The JDK takes its charset from the locale, which is ASCII in many containers. */
    @Test
    @Tag("process")
    void worksWhereTheDefaultCharsetIsAscii() throws Exception {
        List<String> command = List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Dfile.encoding=US-ASCII",
                "-cp",
                home(SignatureCheck.class) + File.pathSeparator + home(Ascii.class),
                Ascii.class.getName());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LANG", "C");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("US-ASCII true");
    }

    private static String home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** Run in a Java of its own. */
    static final class Ascii {

        private Ascii() {}

        public static void main(String[] args) {
            // Signed elsewhere, over the bytes of: text=grüße🚀
            byte[] body = "text=gr\u00fc\u00dfe\ud83d\ude80".getBytes(StandardCharsets.UTF_8);
            String signature = "v0=cd9529d9ffa26a7e267a94534ca580a35f7898c55ada944a0bd06fb603fc575e";
            boolean accepted = at(SENT).accepts(Optional.of("" + SENT), Optional.of(signature), body);
            System.out.println(Charset.defaultCharset() + " " + accepted);
        }
    }
}

package dev.ecrbot.machine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.ecrbot.config.AwsCaller;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineLimits;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which signed calls AWS is asked about, where it is asked, and whom its answer stands for. */
final class CallerProofTest {
    private static final String AUDIENCE = "https://ecr-bot.example.com";
    private static final String ROLE = "arn:aws:sts::222222222222:assumed-role/ci/build-811";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final List<Headers> taken = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<Region> asked = new ArrayList<>();
    private final Proofs proofs = Proofs.of(() -> Optional.of(settings()), this::sts, clock);
    private HttpServer server;
    private volatile String arn = ROLE;
    private volatile int status = 200;
    private volatile String before = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            taken.add(exchange.getRequestHeaders());
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = (before
                            + "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                            + "<GetCallerIdentityResult><Arn>" + arn + "</Arn><UserId>AROAX:b</UserId>"
                            + "<Account>222222222222</Account></GetCallerIdentityResult></GetCallerIdentityResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI sts(Region region) {
        asked.add(region);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static MachineSettings settings() {
        return new MachineSettings(
                MachineSettings.DEFAULT,
                AUDIENCE,
                Map.of(
                        "payments-ci", machine("payments-ci", "arn:aws:iam::222222222222:role/teams/payments/ci"),
                        "rita-script", machine("rita-script", "arn:aws:iam::222222222222:user/rita")));
    }

    private static MachineIdentity machine(String name, String caller) {
        return new MachineIdentity(name, Optional.empty(), AwsCaller.configured(caller), false, MachineLimits.DEFAULT);
    }

    @Test
    void aRoleIsKnownWhateverItsSessionAndPath() {
        assertThat(proofs.of(call()).name()).isEqualTo("payments-ci");
        assertThat(asked).containsExactly(new Region("us-west-2"));
        assertThat(CallerProof.sts(new Region("us-west-2"))).hasToString("https://sts.us-west-2.amazonaws.com/");
        assertThat(CallerProof.sts(new Region("cn-north-1"))).hasToString("https://sts.cn-north-1.amazonaws.com.cn/");
        assertThat(bodies).containsExactly(CallerCall.BODY);
        proofs.of(call());
        assertThat(asked).as("the same call is asked about once").hasSize(1);
        arn = "arn:aws:iam::222222222222:user/rita";
        assertThat(proofs.of(call("X-Amz-Date", "20261122T093001Z")).name()).isEqualTo("rita-script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sts::222222222222:assumed-role/ci2/build-811",
                "arn:aws:sts::333333333333:assumed-role/ci/build-811",
                "arn:aws-cn:sts::222222222222:assumed-role/ci/build-811",
                "arn:aws:iam::222222222222:role/ci",
                "arn:aws:iam::222222222222:root",
                "arn:aws:sts::222222222222:federated-user/ci",
                "arn:aws:iam::222222222222:user/ci",
                "arn:aws:sts::222222222222:assumed-role/rita/x1",
                "arn:aws:sts::222222222222:assumed-role/ci/x/ci",
                ""
            })
    void nobodyElseIs(String other) {
        arn = other;
        assertThat(refused(call())).isEqualTo(Code.MACHINE_UNKNOWN);
    }

    @Test
    void whatWasSignedForSomebodyElseOrForNobodyIsNotEvenSent() {
        assertThat(refused(call(CallerCall.AUDIENCE, "https://other.example.com")))
                .isEqualTo(Code.MACHINE_UNPROVEN);
        Map<String, String> without = headers();
        without.remove(CallerCall.AUDIENCE);
        assertThat(refused(CallerCall.authorization(without))).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host;x-amz-date",
                "x-amz-date;x-ecr-bot-audience",
                "host;x-ecr-bot-audience",
                "host;x-amz-date;x-ecr-bot-audience2"
            })
    void theSignatureCoversWhatItIsMeantFor(String covered) {
        assertThat(refused(call("Authorization", signature("us-west-2", "sts", covered))))
                .isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "us-west-2,ecr",
        "evil.example.com/,sts",
        "us-west-2.evil.example.com,sts",
        "nowhere,sts",
        "cn-north-1,sts",
        "us-gov-west-1,sts"
    })
    void awsIsAskedWhereItsStsIsAndSomebodyIsKnown(String region, String service) {
        assertThat(refused(call("Authorization", signature(region, service, "host;x-amz-date;x-ecr-bot-audience"))))
                .isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(asked).isEmpty();
    }

    @Test
    void aSignatureIsGoodForMinutes() {
        String call = call();
        clock.advance(Duration.ofMinutes(4));
        assertThat(proofs.of(call).name()).isEqualTo("payments-ci");
        clock.advance(Duration.ofMinutes(2));
        assertThat(refused(call)).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused(call("X-Amz-Date", "20261122T100000Z"))).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused(call("X-Amz-Date", "yesterday"))).isEqualTo(Code.MACHINE_UNPROVEN);
    }

    @Test
    void nothingElseOfWhatCameIsSent() {
        Map<String, String> more = headers();
        more.put("X-Forwarded-Host", "evil.example.com");
        more.put("Cookie", "a=b");
        more.put("X-Amz-Target", "Other");
        proofs.of(CallerCall.authorization(more));
        assertThat(taken.get(0)).doesNotContainKeys("X-forwarded-host", "Cookie", "X-amz-target");
        assertThat(taken.get(0).getFirst("X-Amz-Security-Token")).isEqualTo("token");
        Map<String, String> split = headers();
        split.put("X-Amz-Security-Token", "a\r\nHost: evil");
        assertThat(proofs.of(CallerCall.authorization(split)).name()).isEqualTo("payments-ci");
        assertThat(taken.get(1)).doesNotContainKey("X-amz-security-token");
    }

    @Test
    void whatAwsRefusesOrDoesNotAnswerProvesNothing() {
        status = 403;
        assertThat(refused(call())).isEqualTo(Code.MACHINE_UNPROVEN);
        status = 302;
        assertThat(refused(call())).isEqualTo(Code.MACHINE_UNPROVEN);
        status = 500;
        assertThat(refused(call())).isEqualTo(Code.BUSY);
        status = 200;
        before = "<!DOCTYPE x [<!ENTITY arn SYSTEM \"file:///etc/passwd\">]>";
        arn = "&arn;";
        assertThat(refused(call())).isIn(Code.BUSY, Code.MACHINE_UNKNOWN);
        server.stop(0);
        assertThat(refused(call())).isEqualTo(Code.BUSY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "e30", "W10", "bnVsbA", "eyJhIjp7fX0", "MQ"})
    void whatCantBeReadProvesNothing(String sent) {
        assertThat(refused(CallerCall.SCHEME + sent)).isEqualTo(Code.MACHINE_UNPROVEN);
    }

    private static String signature(String region, String service, String covered) {
        return "AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE123456/20261122/" + region + "/" + service
                + "/aws4_request, SignedHeaders=" + covered + ", Signature=" + "0123456789abcdef".repeat(4);
    }

    private static Map<String, String> headers() {
        return new HashMap<>(Map.of(
                "Authorization",
                signature("us-west-2", "sts", "content-type;host;x-amz-date;x-amz-security-token;x-ecr-bot-audience"),
                "X-Amz-Date",
                "20261122T093000Z",
                "X-Amz-Security-Token",
                "token",
                CallerCall.AUDIENCE,
                AUDIENCE));
    }

    private static String call() {
        return CallerCall.authorization(headers());
    }

    private static String call(String header, String value) {
        Map<String, String> other = headers();
        other.put(header, value);
        return CallerCall.authorization(other);
    }

    private Code refused(String authorization) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> proofs.of(authorization));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem().text()).doesNotContain("0123456789abcdef");
        return thrown.problem().code();
    }
}

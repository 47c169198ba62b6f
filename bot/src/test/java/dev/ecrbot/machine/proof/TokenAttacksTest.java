package dev.ecrbot.machine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ecrbot.LongestWait;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineLimits;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.machine.TestIssuer;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is tried with tokens by those who have none. */
final class TokenAttacksTest {
    private static final String AUDIENCE = "https://ecr-bot.example.com";
    private static final String SUBJECT = "repo:acme/payments:ref:refs/heads/main";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final TestIssuer issuer = new TestIssuer(clock);
    private final TestIssuer mallory = new TestIssuer(clock);
    private final Proofs proofs = Proofs.of(() -> Optional.of(settings()), clock);

    @AfterEach
    void close() {
        issuer.close();
        mallory.close();
    }

    private MachineSettings settings() {
        var oidc = new MachineIdentity.Oidc(URI.create(issuer.url()), Set.of(SUBJECT));
        var machine =
                new MachineIdentity("payments-ci", Optional.of(oidc), Optional.empty(), false, MachineLimits.DEFAULT);
        return new MachineSettings(MachineSettings.DEFAULT, AUDIENCE, Map.of(machine.name(), machine));
    }

    @Test
    void aKeyThatComesWithTheTokenIsNoneOfTheIssuers() throws JOSEException {
        ECKey own = TestIssuer.generated("one");
        for (JWSHeader.Builder header : List.of(
                header().jwk(own.toPublicJWK()),
                header().jwkURL(URI.create(mallory.url() + "/keys")),
                header().x509CertURL(URI.create(mallory.url() + "/keys")))) {
            var token = new SignedJWT(header.build(), claims().build());
            token.sign(new ECDSASigner(own));
            assertThat(refused(token.serialize()).code()).isEqualTo(Code.MACHINE_UNPROVEN);
        }
        assertThat(mallory.fetched()).as("nobody goes where a token says").isZero();
    }

    @Test
    void whatIsPublicIsNoSharedSecret() throws JOSEException {
        String known = "{\"keys\":[%s]}".formatted(TestIssuer.generated("one").toPublicJWK());
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
        token.sign(new MACSigner(known.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused(token.serialize()).code()).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(issuer.fetched()).as("not even looked up").isZero();
    }

    @Test
    void algorithmsAndExtensionsThatAreNotKnownAreRefused() {
        String payload = Base64URL.encode(claims().build().toString()).toString();
        String signature = issuer.token(SUBJECT, AUDIENCE).split("\\.", -1)[2];
        for (String header : List.of(
                "{\"alg\":\"none\"}",
                "{\"alg\":\"None\",\"kid\":\"one\"}",
                "{\"alg\":\"es256\",\"kid\":\"one\"}",
                "{\"alg\":\"ES384\",\"kid\":\"one\"}",
                "{\"alg\":\"PS256\",\"kid\":\"one\"}",
                "{\"alg\":\"ES256\",\"kid\":\"one\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"ES256\",\"kid\":\"one\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"ES256\",\"alg\":\"none\",\"kid\":\"one\"}",
                "[]",
                "x")) {
            assertThat(refused(Base64URL.encode(header) + "." + payload + "." + signature)
                            .code())
                    .as(header)
                    .isEqualTo(Code.MACHINE_UNPROVEN);
        }
    }

    @Test
    void whatIsNestedWithoutEndIsNoToken() {
        String deep = "[".repeat(3_500) + "]".repeat(3_500);
        String header = Base64URL.encode("{\"alg\":\"ES256\",\"kid\":\"one\"}").toString();
        String payload = Base64URL.encode("{\"iss\":\"" + issuer.url() + "\",\"x\":" + deep + "}")
                .toString();
        assertThat(refused(header + "." + payload + ".AAAA").code()).isEqualTo(Code.MACHINE_UNPROVEN);
    }

    @Test
    void aSubjectIsToldWithoutWhatALogWouldObey() {
        Problem problem = refused(issuer.token("x\n{\"level\":\"ERROR\"}\u202e\u001b[31m", AUDIENCE));
        assertThat(problem.code()).isEqualTo(Code.MACHINE_UNKNOWN);
        assertThat(problem.text()).doesNotContain("\n", "\u202e", "\u001b");
    }

    @Test
    void keysThatAreTooManyOrElsewhereAreNone() {
        issuer.describes(text -> text + " ".repeat(600 * 1024));
        assertThat(refused(issuer.token(SUBJECT, AUDIENCE)).code()).isEqualTo(Code.BUSY);
        issuer.describes(text -> text);
        issuer.answers(307);
        assertThat(refused(issuer.token(SUBJECT, AUDIENCE)).code()).isEqualTo(Code.BUSY);
    }

    @Test
    void anIssuerThatHangsLeavesSomebodyToServeTheOthers() throws Exception {
        var hangs = new CountDownLatch(1);
        issuer.describes(text -> {
            await(hangs);
            return text;
        });
        String token = issuer.token(SUBJECT, AUDIENCE);
        ExecutorService machines = Executors.newFixedThreadPool(4);
        try {
            CompletableFuture<?>[] all = IntStream.range(0, 4)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> refused(token).text(), machines))
                    .toArray(CompletableFuture<?>[]::new);
            assertThat((String) CompletableFuture.anyOf(all).get(LongestWait.SECONDS, TimeUnit.SECONDS))
                    .contains("wasn't asked");
        } finally {
            hangs.countDown();
            machines.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one");
    }

    private JWTClaimsSet.Builder claims() {
        return issuer.claims(SUBJECT, AUDIENCE);
    }

    private Problem refused(String token) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> proofs.of("Bearer " + token));
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }
}

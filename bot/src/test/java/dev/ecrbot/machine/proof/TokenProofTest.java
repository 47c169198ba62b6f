package dev.ecrbot.machine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineLimits;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.machine.TestIssuer;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which tokens count, and which don't. */
final class TokenProofTest {
    private static final String AUDIENCE = "https://ecr-bot.example.com";
    private static final String SUBJECT = "repo:acme/payments:ref:refs/heads/main";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final TestIssuer issuer = new TestIssuer(clock);
    private final MachineSettings settings = settings(issuer.url());
    private final Proofs proofs = Proofs.of(() -> Optional.of(settings), clock);

    @AfterEach
    void close() {
        issuer.close();
    }

    private static MachineSettings settings(String issuer) {
        var oidc = new MachineIdentity.Oidc(URI.create(issuer), Set.of(SUBJECT));
        var machine =
                new MachineIdentity("payments-ci", Optional.of(oidc), Optional.empty(), false, MachineLimits.DEFAULT);
        return new MachineSettings(MachineSettings.DEFAULT, AUDIENCE, Map.of(machine.name(), machine));
    }

    @Test
    void provesTheMachineWithItsIssuerAndSubject() {
        assertThat(proofs.of("Bearer " + issuer.token(SUBJECT, AUDIENCE)).name())
                .isEqualTo("payments-ci");
        assertThat(proofs.of("bearer " + issuer.token(SUBJECT, AUDIENCE)).name())
                .isEqualTo("payments-ci");
        assertThat(issuer.fetched()).as("keys are kept").isEqualTo(1);
    }

    @Test
    void isOfNoOtherSubject() {
        for (String subject : List.of(SUBJECT + "x", "repo:acme/*", SUBJECT.toUpperCase(Locale.ROOT), " ")) {
            assertThat(refused(issuer.token(subject, AUDIENCE))).as(subject).isEqualTo(Code.MACHINE_UNKNOWN);
        }
        assertThat(refused(claims().subject(null))).isEqualTo(Code.MACHINE_UNPROVEN);
    }

    @Test
    void isForThisBotAlone() {
        assertThat(refused(claims().audience("https://other.example.com"))).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused(claims().audience(List.of(AUDIENCE, "https://other.example.com"))))
                .isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused(claims().audience((String) null))).isEqualTo(Code.MACHINE_UNPROVEN);
    }

    @Test
    void isGoodForItsTimeAndForNoLongTime() {
        assertThat(refused(claims().expirationTime(in(Duration.ofMinutes(-2))))).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused(claims().expirationTime(null))).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused(claims().expirationTime(in(Duration.ofHours(25))))).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused(claims().notBeforeTime(in(Duration.ofMinutes(2))))).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused(claims().issueTime(in(Duration.ofMinutes(2))))).isEqualTo(Code.MACHINE_UNPROVEN);
        String token = issuer.token(SUBJECT, AUDIENCE);
        clock.advance(Duration.ofMinutes(12));
        assertThat(refused(token)).isEqualTo(Code.MACHINE_UNPROVEN);
    }

    @Test
    void isSignedWithAKeyOfItsIssuer() throws JOSEException {
        assertThat(refused(TestIssuer.signed(claims().build(), TestIssuer.generated("one"))))
                .isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused(new PlainJWT(claims().build()).serialize())).isEqualTo(Code.MACHINE_UNPROVEN);
        var shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
        shared.sign(new MACSigner(new byte[32]));
        assertThat(refused(shared.serialize())).isEqualTo(Code.MACHINE_UNPROVEN);
        String[] parts = issuer.token(SUBJECT, AUDIENCE).split("\\.", -1);
        assertThat(refused(parts[0] + "." + parts[1] + ".")).isEqualTo(Code.MACHINE_UNPROVEN);
        String other = issuer.token("repo:acme/other", AUDIENCE).split("\\.", -1)[1];
        assertThat(refused(parts[0] + "." + other + "." + parts[2])).isEqualTo(Code.MACHINE_UNPROVEN);
        assertThat(refused("x".repeat(11_000))).isEqualTo(Code.MACHINE_UNPROVEN);
    }

    @Test
    void isOfAnIssuerThatIsConfigured() {
        try (var other = new TestIssuer(clock)) {
            assertThat(refused(other.token(SUBJECT, AUDIENCE))).isEqualTo(Code.MACHINE_UNPROVEN);
            assertThat(other.fetched()).as("nobody asks it").isZero();
            assertThat(refused(other.signed(claims().build())))
                    .as("in another's name")
                    .isEqualTo(Code.MACHINE_UNPROVEN);
        }
    }

    @Test
    void newKeysAreFetchedAndMadeUpOnesNotForEver() {
        proofs.of("Bearer " + issuer.token(SUBJECT, AUDIENCE));
        issuer.rotate("two");
        assertThat(proofs.of("Bearer " + issuer.token(SUBJECT, AUDIENCE)).name())
                .isEqualTo("payments-ci");
        for (int i = 0; i < 20; i++) {
            String made = TestIssuer.signed(claims().build(), TestIssuer.generated("made-up-" + i));
            assertThat(refused(made)).isIn(Code.MACHINE_UNPROVEN, Code.BUSY);
        }
        assertThat(issuer.fetched()).isLessThan(5);
        assertThat(proofs.of("Bearer " + issuer.token(SUBJECT, AUDIENCE)).name())
                .isEqualTo("payments-ci");
    }

    @Test
    void nothingIsBelievedOfAnIssuerThatIsBroken() {
        issuer.answers(500);
        assertThat(refused(issuer.token(SUBJECT, AUDIENCE))).isEqualTo(Code.BUSY);
    }

    @Test
    void nothingIsBelievedOfAnIssuerThatCallsItselfOtherwise() {
        issuer.describes(text -> text.replace("\"issuer\": \"http:", "\"issuer\": \"https:"));
        assertThat(refused(issuer.token(SUBJECT, AUDIENCE))).isEqualTo(Code.BUSY);
        assertThat(issuer.fetched()).isZero();
    }

    @Test
    void keysAreFetchedByHttpsAlone() {
        issuer.describes(
                text -> text.replaceAll("\"jwks_uri\": \"[^\"]*\"", "\"jwks_uri\": \"http://keys.example.com/\""));
        assertThat(refused(issuer.token(SUBJECT, AUDIENCE))).isEqualTo(Code.BUSY);
        assertThat(issuer.fetched()).isZero();
    }

    @Test
    void whoeverRunsTheBotIsToldWhichIssuerCannotBeAsked() {
        assertThat(IssuerCheckup.look(settings)).singleElement().satisfies(examined -> {
            assertThat(examined.subject()).isEqualTo(issuer.url());
            assertThat(examined.outcome()).isInstanceOf(Examined.Fine.class);
        });
        issuer.answers(404);
        assertThat(IssuerCheckup.look(settings))
                .singleElement()
                .satisfies(examined -> assertThat(examined.outcome().toString()).contains("it answered 404"));
    }

    private JWTClaimsSet.Builder claims() {
        return issuer.claims(SUBJECT, AUDIENCE);
    }

    private Date in(Duration time) {
        return Date.from(clock.instant().plus(time));
    }

    private Code refused(JWTClaimsSet.Builder claims) {
        return refused(issuer.signed(claims.build()));
    }

    private Code refused(String token) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> proofs.of("Bearer " + token));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem().text()).doesNotContain(token);
        return thrown.problem().code();
    }
}

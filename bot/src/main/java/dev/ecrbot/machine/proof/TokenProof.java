package dev.ecrbot.machine.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.ProofProblems;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes the word of an issuer of tokens, of those that the configuration names. A token counts that is signed with one of the issuer's
 * keys, by one of two algorithms, for this bot alone, for a machine that the configuration names, and for now. Thread-safe.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect: ID Token Validation</a>
 */
final class TokenProof {
    /** How far the clocks of issuers may be from this one. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** One that is good for longer is a password that lies about. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private static final int LONGEST = 10_000;
    private static final int AT_ONCE = 3;
    /** Longer than a check takes whose keys are there. */
    private static final Duration SOON = Duration.ofMillis(200);

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final Fetch fetch;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Map<URI, DefaultJWTProcessor<SecurityContext>> issuers = new ConcurrentHashMap<>();

    TokenProof(Fetch fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    MachineIdentity of(String token, MachineSettings settings) {
        if (token.length() > LONGEST) {
            throw new ProblemException(ProofProblems.tokenTooLong());
        }
        URI issuer = issuer(token, settings);
        JWTClaimsSet claims = claims(token, issuer);
        check(claims, issuer, settings.audience());
        String subject = Optional.ofNullable(claims.getSubject())
                .orElseThrow(() -> new ProblemException(ProofProblems.tokenWithoutSubject()));
        return settings.identities().values().stream()
                .filter(machine -> machine.oidc()
                        .filter(oidc ->
                                oidc.issuer().equals(issuer) && oidc.subjects().contains(subject))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> Unproven.stranger("“" + Unproven.shown(subject) + "” of " + issuer));
    }

    /** Finds out whose token it says to be, which only those of issuers are asked about that the configuration names. */
    private static URI issuer(String token, MachineSettings settings) {
        try {
            String named = Optional.ofNullable(SignedJWT.parse(token).getJWTClaimsSet())
                    .map(JWTClaimsSet::getIssuer)
                    .orElse("");
            return settings.identities().values().stream()
                    .flatMap(machine -> machine.oidc().stream())
                    .map(MachineIdentity.Oidc::issuer)
                    .filter(issuer -> issuer.toString().equals(named))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(ProofProblems.tokenOfUnknownIssuer()));
        } catch (ParseException e) {
            throw new ProblemException(ProofProblems.tokenNotSigned());
        }
    }

    /** Has it checked, unless so many wait for issuers already that those of others would find nobody to serve them. */
    private JWTClaimsSet claims(String token, URI issuer) {
        try {
            if (!free.tryAcquire(SOON.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Unproven.crowded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unproven.crowded();
        }
        try {
            return checked(token, issuer);
        } finally {
            free.release();
        }
    }

    private JWTClaimsSet checked(String token, URI issuer) {
        try {
            return Optional.ofNullable(
                            issuers.computeIfAbsent(issuer, this::processor).process(token, null))
                    .orElseThrow(() -> new ProblemException(ProofProblems.tokenEmpty()));
        } catch (KeySourceException e) {
            throw new ProblemException(ProofProblems.issuerSilent(issuer.toString()));
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw new ProblemException(ProofProblems.tokenNotSignedByIssuer());
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(URI issuer) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, IssuerKeys.of(issuer, fetch)));
        // What it claims is looked at by the bot's own clock.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private void check(JWTClaimsSet claims, URI issuer, String audience) {
        Instant now = clock.instant();
        if (!issuer.toString().equals(claims.getIssuer())) {
            throw new ProblemException(ProofProblems.tokenOfOtherIssuer());
        }
        if (!List.of(audience).equals(claims.getAudience())) {
            throw new ProblemException(ProofProblems.tokenForOthers());
        }
        Instant end = instant(claims.getExpirationTime())
                .orElseThrow(() -> new ProblemException(ProofProblems.tokenWithoutEnd()));
        if (!end.plus(SKEW).isAfter(now)) {
            throw new ProblemException(ProofProblems.tokenExpired());
        }
        if (end.isAfter(now.plus(LONGEST_LIFE))) {
            throw new ProblemException(ProofProblems.tokenTooLasting());
        }
        if (instant(claims.getNotBeforeTime())
                        .filter(begin -> begin.isAfter(now.plus(SKEW)))
                        .isPresent()
                || instant(claims.getIssueTime())
                        .filter(issued -> issued.isAfter(now.plus(SKEW)))
                        .isPresent()) {
            throw new ProblemException(ProofProblems.tokenNotGoodYet());
        }
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}

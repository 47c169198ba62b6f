package dev.ecrbot.slack.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a delivery comes from Slack. Works on bytes alone, so no default charset plays a part. Thread-safe.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying requests from Slack</a>
 */
public final class SignatureCheck {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern SIGNATURE = Pattern.compile("v0=[0-9a-f]{64}");
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    /** @throws IllegalArgumentException if the secret is blank: anyone could sign with that */
    public SignatureCheck(String secret, Clock clock) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the signing secret is blank");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
        this.clock = clock;
    }

    /** Returns whether timestamp and signature, as their headers say, fit the body and the present time. */
    boolean accepts(Optional<String> timestamp, Optional<String> signature, byte[] body) {
        if (timestamp.filter(this::isNow).isEmpty()
                || signature.filter(s -> SIGNATURE.matcher(s).matches()).isEmpty()) {
            return false;
        }
        byte[] given = HexFormat.of().parseHex(signature.get().substring("v0=".length()));
        return MessageDigest.isEqual(given, sign(timestamp.get(), body));
    }

    private boolean isNow(String timestamp) {
        if (!SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
    }

    private byte[] sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}

package dev.ecrbot.machine.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer signs with, found by way of its own description. They are kept for minutes, and fetched anew for a key that
 * isn't among them, though not more than twice in half a minute: whoever makes up names of keys can't have an issuer asked without end.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery</a>
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PACE = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofMinutes(30);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI issuer;
    private final Fetch fetch;

    private IssuerKeys(URI issuer, Fetch fetch) {
        this.issuer = issuer;
        this.fetch = fetch;
    }

    static JWKSource<SecurityContext> of(URI issuer, Fetch fetch) {
        return JWKSourceBuilder.<SecurityContext>create(new IssuerKeys(issuer, fetch))
                .cache(KEPT.toMillis(), PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(PACE.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    /** Fetches them now. */
    static JWKSet once(URI issuer, Fetch fetch) throws KeySourceException {
        return new IssuerKeys(issuer, fetch).fetchedKeys();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        return fetchedKeys();
    }

    private JWKSet fetchedKeys() throws KeySourceException {
        try {
            return JWKSet.parse(fetched(keys()));
        } catch (IOException | ParseException e) {
            throw new JWKSetUnavailableException(IssuerWords.keysNotHad(issuer, String.valueOf(e.getMessage())), e);
        }
    }

    /** Returns where the issuer says that its keys are. */
    private URI keys() throws IOException {
        String base = issuer.toString().replaceFirst("/$", "");
        JsonNode description = JSON.readTree(fetched(URI.create(base + "/.well-known/openid-configuration")));
        if (!issuer.toString().equals(description.path("issuer").asText())) {
            throw new IOException(IssuerWords.otherwiseCalled());
        }
        URI keys;
        try {
            keys = URI.create(description.path("jwks_uri").asText());
        } catch (IllegalArgumentException e) {
            throw new IOException(IssuerWords.noAddress(), e);
        }
        String scheme = Optional.ofNullable(keys.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(isLocal(issuer) && isLocal(keys))) {
            throw new IOException(IssuerWords.noSafeAddress());
        }
        return keys;
    }

    private static boolean isLocal(URI uri) {
        return LOOPBACK.contains(Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT));
    }

    private String fetched(URI address) throws IOException {
        Fetch.Answer answer = fetch.send(HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .GET());
        if (answer.status() != OK) {
            throw new IOException(IssuerWords.answered(answer.status()));
        }
        return answer.body();
    }

    @Override
    public void close() {}
}

package dev.ecrbot.machine.client;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.machine.proof.CallerCall;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a command reaches the bot, and proves which machine it is. */
final class Connection {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Option(
            names = "--server",
            required = true,
            defaultValue = "${env:ECR_BOT_SERVER}",
            paramLabel = "URL",
            description = "Where the bot is; ECR_BOT_SERVER if left out.")
    private String server = "";

    @ArgGroup(multiplicity = "1")
    private Proof proof = new Proof();

    @Option(
            names = "--audience",
            paramLabel = "TEXT",
            description = "What the proof is made for: machines.audience of the bot. The server if left out.")
    private @Nullable String audience;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Whose STS AWS is asked by; the SDK's if left out.")
    private @Nullable String region;

    /** One of these. */
    static final class Proof {
        @Option(
                names = "--oidc-token-file",
                paramLabel = "FILE",
                description = "A file with a token of this machine's; read anew for each call.")
        private @Nullable Path token;

        @Option(names = "--github", description = "A token that GitHub Actions hands out to this job.")
        private boolean github;

        @Option(names = "--aws", description = "The credentials that AWS's tools find here.")
        private boolean aws;
    }

    /** @throws IOException that says what is wrong with what was given */
    BotClient client(CallSigner signer, BotClient.Pause pause) throws IOException {
        URI address = address();
        return new BotClient(address, credential(address, signer), pause);
    }

    private URI address() throws IOException {
        try {
            var url = new URI(server);
            String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
            boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            if (host.isEmpty() || !plain || !Set.of("http", "https").contains(scheme)) {
                throw new IOException(ClientWords.noServer());
            }
            if (!Set.of("", "/").contains(Optional.ofNullable(url.getRawPath()).orElse(""))) {
                throw new IOException(ClientWords.noPathOfServer());
            }
            if (scheme.equals("http") && !LOOPBACK.contains(host)) {
                throw new IOException(ClientWords.noClearServer());
            }
            return url;
        } catch (URISyntaxException e) {
            throw new IOException(ClientWords.noServer(), e);
        }
    }

    private Credential credential(URI address, CallSigner signer) throws IOException {
        Path file = proof.token;
        if (file != null) {
            return () -> "Bearer " + Files.readString(file).strip();
        }
        String meant = audience == null ? address.toString() : audience;
        if (proof.github) {
            return new GithubToken(System.getenv(), meant);
        }
        if (!proof.aws) {
            throw new IOException(ClientWords.sayWho());
        }
        Region where = Optional.ofNullable(region)
                .flatMap(Region::parse)
                .or(() -> region == null ? signer.region() : Optional.empty())
                .orElseThrow(() -> new IOException(ClientWords.nameRegion()));
        return () -> CallerCall.authorization(signer.signed(
                URI.create("https://" + CallerCall.host(where) + "/"),
                where,
                Map.of("Content-Type", CallerCall.TYPE, CallerCall.AUDIENCE, meant),
                CallerCall.BODY));
    }
}

package dev.ecrbot.machine.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Has GitHub Actions hand out a token of the job's, a new one for each call, since each is good for some minutes only.
 *
 * @param environment that of a job with the permission {@code id-token: write}
 * @param audience what it is made for
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OpenID Connect reference</a>
 */
record GithubToken(Map<String, String> environment, String audience) implements Credential {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String authorization() throws IOException {
        String address = variable("ACTIONS_ID_TOKEN_REQUEST_URL");
        var request = HttpRequest.newBuilder(
                        URI.create(address + "&audience=" + URLEncoder.encode(audience, StandardCharsets.UTF_8)))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN"))
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            String token =
                    new ObjectMapper().readTree(answer.body()).path("value").asText();
            if (answer.statusCode() != 200 || token.isEmpty()) {
                throw new IOException(ClientWords.noGithubToken(answer.statusCode()));
            }
            return "Bearer " + token;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String variable(String name) throws IOException {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IOException(ClientWords.noGithubVariable(name)));
    }

    /** Never what is in the environment. */
    @Override
    public String toString() {
        return "GithubToken[" + audience + "]";
    }
}

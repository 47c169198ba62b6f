package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ecrbot.config.MachineIdentity.Oidc;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.desk.DeskBench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Slack and ECR for a bot that isn't there yet. */
final class StandInsTest {
    private final HttpClient http =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    @Test
    void whatIsToBeCopiedLeadsToThem() throws Exception {
        try (var standIns = new StandIns(Clock.systemUTC())) {
            String said = standIns.said();
            assertThat(standIns.environment())
                    .containsKeys("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "AWS_ENDPOINT_URL_ECR", "AWS_ENDPOINT_URL_STS")
                    .allSatisfy((name, value) -> assertThat(said).contains("export " + name + "=" + value));
            assertThat(said).contains("init --slack-api " + standIns.slackApi(), "C0APPROVALS", "S0OWNERS");
            assertThat(answer(
                            standIns.slackApi().resolve("auth.test"),
                            standIns.environment().get("SLACK_BOT_TOKEN")))
                    .contains("\"ok\":true");
            assertThat(answer(standIns.page(), "")).contains("<html");
        }
    }

    @Test
    void theMachineThatIsShownHasTheTokensThatAreHandedOut() throws Exception {
        try (var standIns = new StandIns(Clock.systemUTC())) {
            MachineSettings machines = DeskBench.config(TrialConfig.RULES, standIns.machines())
                    .machines()
                    .orElseThrow();
            Oidc oidc = machines.identities().get("payments-ci").oidc().orElseThrow();
            assertThat(standIns.said()).contains("curl -sS " + oidc.issuer() + "/token > token", standIns.machines());
            JWTClaimsSet token = SignedJWT.parse(answer(URI.create(oidc.issuer() + "/token"), ""))
                    .getJWTClaimsSet();
            assertThat(token.getIssuer()).isEqualTo(oidc.issuer().toString());
            assertThat(oidc.subjects()).contains(token.getSubject());
            assertThat(token.getAudience()).containsExactly(machines.audience());
            assertThat(standIns.said()).contains("--server " + machines.audience() + " ");
        }
    }

    private String answer(URI address, String token) throws Exception {
        var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
        return http.send(
                        (token.isEmpty() ? request.GET() : request.POST(HttpRequest.BodyPublishers.noBody())).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

package dev.ecrbot.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.Assertions;

/** An AWS that answers what a test wants, and the real clients in front of it. */
final class WireAws implements AutoCloseable {

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().notifier(new Slf4jNotifier(false)));
    private final AwsPolicies policies;

    WireAws() {
        this(Impatient::ground);
    }

    WireAws(Function<URI, ClientEnvironment> ground) {
        server.start();
        policies = new AwsPolicies(
                List.of(Documents.AMBIENT), Clock.systemUTC(), ground.apply(URI.create(server.baseUrl())));
    }

    AwsPolicies policies() {
        return policies;
    }

    /** Answers everything like this from now on. */
    WireAws answers(ResponseDefinitionBuilder response) {
        server.resetAll();
        server.stubFor(post(anyUrl()).willReturn(response));
        return this;
    }

    /** Answers the first calls one by one, and all later ones as the last. */
    WireAws answersInTurn(ResponseDefinitionBuilder... responses) {
        server.resetAll();
        for (int i = 0; i < responses.length; i++) {
            var stub = post(anyUrl())
                    .inScenario("turn")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "turn " + i)
                    .willReturn(responses[i]);
            server.stubFor(i == responses.length - 1 ? stub : stub.willSetStateTo("turn " + (i + 1)));
        }
        return this;
    }

    int calls() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    /** Answers calls of one operation like this, besides what was set up before. */
    WireAws answers(String operation, ResponseDefinitionBuilder response) {
        server.stubFor(post(anyUrl())
                .withHeader("X-Amz-Target", WireMock.equalTo("AmazonEC2ContainerRegistry_V20150921." + operation))
                .willReturn(response));
        return this;
    }

    Problem readProblem() {
        return Assertions.catchThrowableOfType(
                        ProblemException.class, () -> policies.read(SeedRegistry.west("payments/api")))
                .problem();
    }

    WriteAnswer set() {
        return policies.write(
                SeedRegistry.west("payments/api"),
                Documents.pull(Documents.DEPLOYER),
                Documents.DEPLOYER,
                Documents.ON_BEHALF);
    }

    WriteAnswer delete() {
        return policies.write(
                SeedRegistry.west("payments/api"), PolicyDocument.empty(), Documents.DEPLOYER, Documents.ON_BEHALF);
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/x-amz-json-1.1")
                .withHeader("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555")
                .withBody(body);
    }

    static ResponseDefinitionBuilder error(int status, String code, String message) {
        return json(status, "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}");
    }

    static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body><h1>" + status + "</h1></body></html>");
    }

    static ResponseDefinitionBuilder stored() {
        return json(
                200,
                "{\"registryId\":\"111111111111\",\"repositoryName\":\"payments/api\",\"policyText\":\"{\\\"Version\\\":"
                        + "\\\"2012-10-17\\\",\\\"Statement\\\":[]}\"}");
    }

    @Override
    public void close() {
        policies.close();
        server.stop();
    }
}

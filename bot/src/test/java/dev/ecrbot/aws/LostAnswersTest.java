package dev.ecrbot.aws;

import static dev.ecrbot.aws.WireAws.html;
import static dev.ecrbot.aws.WireAws.json;
import static dev.ecrbot.aws.WireAws.stored;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.ecrbot.FreePort;
import dev.ecrbot.desk.live.WriteAnswer.Lost;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that don't come, come late or make no sense: reads say so, writes are sent once and stay open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LostAnswersTest {

    private WireAws aws;

    @BeforeAll
    void start() {
        aws = new WireAws();
    }

    @AfterAll
    void stop() {
        aws.close();
    }

    static Stream<Named<ResponseDefinitionBuilder>> brokenAnswers() {
        return Stream.of(
                Named.of("connection closed", WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Named.of("connection reset", WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Named.of("garbage after 200", WireMock.aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Named.of("garbage", WireMock.aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Named.of("half a JSON", json(200, "{\"policyText\": \"{")),
                Named.of("no JSON", json(200, "done")),
                Named.of("another JSON", json(200, "{\"ok\": true}")),
                Named.of("empty body", json(200, "")),
                Named.of("page 200", html(200)),
                Named.of("page 503", html(503)),
                Named.of("page 403", html(403)),
                Named.of("nothing 400", json(400, "")),
                Named.of("half a JSON 400", json(400, "{\"__type\": \"Repo")),
                Named.of("redirect", WireMock.aResponse().withStatus(307).withHeader("Location", "/elsewhere")));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void brokenAnswersLoseTheWriteAndFailTheRead(ResponseDefinitionBuilder broken) {
        aws.answers(broken);

        assertThat(aws.set()).isInstanceOf(Lost.class);
        assertThat(aws.calls()).isOne();
        assertThat(aws.delete()).isInstanceOf(Lost.class);
        assertThat(aws.calls()).isEqualTo(2);
        assertThat(aws.readProblem().code()).isEqualTo(Code.AWS_UNAVAILABLE);
    }

    @Test
    void readsAreRepeatedAsTheStandardModeDoes() {
        aws.answers(html(503));

        aws.readProblem();

        assertThat(aws.calls()).isEqualTo(3);
    }

    @Test
    void slowAnswersAreGivenUpAndTheWriteIsSentOnce() {
        try (var slow = new WireAws(Impatient::hurried)) {
            slow.answers(stored().withFixedDelay(5_000));

            assertThat(((Lost) slow.set()).problem().what()).contains("in time");
            assertThat(slow.calls()).isOne();
            assertThat(slow.readProblem().code()).isEqualTo(Code.AWS_UNAVAILABLE);
        }
    }

    @Test
    void anAnswerThatTricklesInIsGivenUpToo() {
        try (var slow = new WireAws(Impatient::hurried)) {
            slow.answers(stored().withChunkedDribbleDelay(10, 5_000));

            assertThat(slow.set()).isInstanceOf(Lost.class);
            assertThat(slow.calls()).isOne();
        }
    }

    @Test
    void aRefusedConnectionMeansThatNothingWasSent() throws Exception {
        int free = FreePort.next();
        try (var policies = nowhere(URI.create("http://127.0.0.1:" + free))) {
            assertNotSent(policies);
        }
    }

    @Test
    void anUnknownHostMeansThatNothingWasSent() {
        try (var policies = nowhere(URI.create("http://ecr.invalid"))) {
            assertNotSent(policies);
        }
    }

    @Test
    void afterItWasClosedItTellsInsteadOfThrowing() {
        var policies = nowhere(URI.create("http://127.0.0.1:1"));
        policies.close();

        var answer = policies.write(
                SeedRegistry.west("payments/api"),
                Documents.pull(Documents.DEPLOYER),
                Documents.DEPLOYER,
                Documents.ON_BEHALF);

        assertThat(answer).isNotInstanceOf(Taken.class);
    }

    private static void assertNotSent(AwsPolicies policies) {
        var answer = policies.write(
                SeedRegistry.west("payments/api"),
                Documents.pull(Documents.DEPLOYER),
                Documents.DEPLOYER,
                Documents.ON_BEHALF);

        assertThat(answer).isInstanceOf(NotTaken.class);
        assertThat(((NotTaken) answer).problem().code()).isEqualTo(Code.AWS_UNAVAILABLE);
        assertThat(((NotTaken) answer).problem().what()).contains("could not be reached");
    }

    private static AwsPolicies nowhere(URI endpoint) {
        return new AwsPolicies(List.of(Documents.AMBIENT), Clock.systemUTC(), Impatient.ground(endpoint));
    }
}

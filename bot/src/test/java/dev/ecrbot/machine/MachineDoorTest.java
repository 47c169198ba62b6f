package dev.ecrbot.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.rules.PersonId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through the door for machines, and how it is answered. */
final class MachineDoorTest {
    private final MachineHouse house = new MachineHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anAskIsMadeOnceAndPolled() {
        MachineHouse.Reply asked = house.asks(MachineHouse.ASK, "build-4711");
        assertThat(asked.status()).as(asked.json().toString()).isEqualTo(202);
        String id = asked.text("id");
        assertThat(house.asks(MachineHouse.ASK, "build-4711").text("id")).isEqualTo(id);
        assertThat(house.gets("/v1/requests/" + id).text("state")).isEqualTo("pending");

        house.bench.deliver();
        var request = house.bench.ledger.transact(
                books -> books.requests().find(new RequestId(id)).orElseThrow());
        house.bench.approves(DeskBench.AMIR, request);
        house.bench.work();
        MachineHouse.Reply done = house.gets("/v1/requests/" + id);
        assertThat(done.text("state")).isEqualTo("applied");
        assertThat(done.json().path("final").asBoolean()).isTrue();
        assertThat(done.text("ask"))
                .startsWith("grant pull central/us-west-2:payments/api ")
                .endsWith(" for 7d because nightly build");
        assertThat(house.asks(MachineHouse.ASK, "build-4712").text("state")).isEqualTo("nothing_to_change");
    }

    @Test
    void anAskIsTakenBackOnce() {
        String id = house.asks(MachineHouse.ASK, "build-4711").text("id");
        assertThat(house.posts("/v1/requests/" + id + "/cancel").text("state")).isEqualTo("cancelled");
        assertThat(house.posts("/v1/requests/" + id + "/cancel").code()).isEqualTo("request_decided");
    }

    /** There is no path for any of it, and no line either. */
    @ParameterizedTest
    @ValueSource(strings = {"approve", "deny", "end", "undo", "shorten", "review", "comment", "cancel/approve"})
    void nothingIsDecidedHere(String what) {
        String id = house.asks(MachineHouse.ASK, "build-4711").text("id");
        assertThat(house.posts("/v1/requests/" + id + "/" + what).status()).isEqualTo(404);
        assertThat(house.asks("{\"ask\": \"" + what + " " + id + "\"}", "build-4712")
                        .status())
                .isIn(400, 403);
        assertThat(house.gets("/v1/requests/" + id).text("state")).isEqualTo("pending");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "who pull payments/api;rows",
                "can sales ci-deployer pull payments/api;verdict",
                "status payments/api;rows",
                "access sales;rows",
                "audit;rows",
                "audit as file;rows",
                "drift;rows",
                "export payments/api terraform;code",
                "login payments/api;shell",
                "explain denied: User: arn:aws:sts::333333333333:assumed-role/r/s is not authorized to perform:"
                        + " ecr:BatchGetImage because no resource-based policy allows the ecr:BatchGetImage action;half"
            })
    void questionsAreAnsweredAsJson(String question, String field) {
        MachineHouse.Reply reply = house.questions(question);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        assertThat(reply.json().has(field)).as(reply.json().toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payments/api sales ci-deployer",
                "revoke all payments/api sales",
                "show req-00000000",
                "requests pending",
                "history payments/api",
                "doctor",
                "whoami"
            })
    void whatIsNoQuestionForMachinesIsNotAnswered(String question) {
        assertThat(house.questions(question).code()).isEqualTo("machine_refused");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/,404,call_malformed",
        "GET,/v1/asks,405,call_malformed",
        "POST,/v1/requests/req-00000000,405,call_malformed",
        "GET,/v1/requests/req_00000000,404,call_malformed",
        "GET,/v1/requests/req-00000000,404,request_not_found",
        "DELETE,/v1/requests/req-00000000,405,call_malformed"
    })
    void everyAnswerIsJsonWithACode(String method, String path, int status, String code) {
        MachineHouse.Reply reply = house.send(house.request(path)
                .header("Authorization", "Bearer " + house.token())
                .method(method, BodyPublishers.noBody()));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.headers().get("content-type")).containsExactly("application/json");
        assertThat(reply.json().at("/error/next").asText()).isNotBlank();
    }

    @Test
    void whatIsNoAskIsRefusedAndNothingIsDone() {
        List.of(
                        "",
                        "null",
                        "[]",
                        "{}",
                        "{\"ask\": 1}",
                        "{\"ask\": \"\"}",
                        "{\"ask\": \"revoke all payments/api sales\", \"as\": \"U0APPROVER1\"}",
                        "{\"ask\": \"a\", \"ask\": \"b\"}",
                        "{\"ask\": \"a\"} {}",
                        "{\"ask\": \"a\"",
                        "\u0000",
                        "[".repeat(60_000),
                        "{\"question\": \"who pull payments/api\"}",
                        "{\"ask\": \"" + "x".repeat(5_000) + "\"}")
                .forEach(body -> {
                    MachineHouse.Reply reply = house.asks(body, "build-4711");
                    assertThat(reply.status()).as(body).isEqualTo(400);
                    assertThat(reply.code()).as(body).isEqualTo("call_malformed");
                });
        MachineHouse.Reply tooLong = house.asksTooMuch("{\"ask\": \"" + "x".repeat(70_000) + "\"}", "build-4713");
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.code()).isEqualTo("call_malformed");
        assertThat(house.gets("/v1/requests").json().path("total").asInt()).isZero();
    }

    @Test
    void anAskNeedsAKeyAndAType() {
        var asked = house.request("/v1/asks")
                .header("Authorization", "Bearer " + house.token())
                .POST(BodyPublishers.ofString(MachineHouse.ASK));
        assertThat(house.send(asked.copy().header("Content-Type", "application/json"))
                        .code())
                .isEqualTo("call_malformed");
        assertThat(house.send(asked.copy().header("Content-Type", "text/plain").header("Idempotency-Key", "build-4711"))
                        .code())
                .isEqualTo("call_malformed");
        assertThat(house.send(asked.copy()
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "short"))
                        .code())
                .isEqualTo("call_malformed");
    }

    @Test
    void whatIsTypedIsTextAndNothingElse() {
        MachineHouse.Reply reply = house.asks(
                "{\"ask\": \"grant pull payments/api sales ci-deployer for 7d because <@U0APPROVER1> *b* \\u202e </script>\"}",
                "build-4711");
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(202);
        assertThat(reply.text("reason")).doesNotContain("\u202e");
        MachineHouse.Reply refused =
                house.asks("{\"ask\": \"grant pull payments/api <!channel> ci-deployer\"}", "build-4712");
        assertThat(refused.status()).as(refused.json().toString()).isEqualTo(400);
    }

    @Test
    void whoProvesNothingIsTurnedAwayAndThatIsRecordedOnceAMinute() {
        assertThat(house.send(house.request("/v1/whoami").GET()).code()).isEqualTo("machine_unproven");
        for (String authorization : List.of("Basic dTpw", "Bearer x", "Bearer a.b.c", "AwsCaller x", "AwsCaller e30")) {
            MachineHouse.Reply reply = house.gets("/v1/whoami", authorization);
            assertThat(reply.status()).as(authorization).isEqualTo(401);
            assertThat(reply.code()).as(authorization).isEqualTo("machine_unproven");
            assertThat(reply.headers().get("www-authenticate")).isNotEmpty();
            assertThat(reply.json().toString()).doesNotContain("dTpw", "a.b.c");
        }
        assertThat(house.refusals()).hasSize(1).allSatisfy(event -> {
            assertThat(event.actor()).isEmpty();
            assertThat(event.details())
                    .containsEntry("code", "machine_unproven")
                    .containsEntry("calls", "1");
        });
        house.bench.clock.advance(Duration.ofMinutes(2));
        house.gets("/v1/whoami", "Bearer y");
        assertThat(house.refusals())
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(event.details()).containsEntry("calls", "6"));
    }

    @Test
    void toLookForWhatIsNotThereIsNotRecordedEachTime() {
        house.gets("/v1/requests/req-00000000");
        house.gets("/v1/requests/req-00000000");
        assertThat(house.bench.ledger.<List<Long>>transact(books -> books.events().next(0).stream()
                        .map(recorded -> recorded.seq())
                        .toList()))
                .isEmpty();
    }

    @Test
    void aMachineIsToldWhoItIs() {
        assertThat(house.gets("/v1/whoami").text("machine")).isEqualTo("payments-ci");
    }

    @Test
    void whoSendsHeadersWithoutEndIsCutOff() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            String head =
                    "GET /v1/whoami HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + "x".repeat(40_000) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(300), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 431").contains("call_malformed");
        }
    }

    @Test
    void refusalsOfAnAskAreInTheAuditTrailAsTheMachines() {
        assertThat(house.asks("{\"ask\": \"grant pull payments/api nobody ci\"}", "build-4711")
                        .code())
                .isEqualTo("account_unknown");
        assertThat(house.asks("{\"ask\": \"breakglass pull payments/api sales ci because x\"}", "build-4712")
                        .code())
                .isEqualTo("machine_refused");
        assertThat(house.refusals())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.actor()).contains(PersonId.machine("payments-ci")));
    }
}

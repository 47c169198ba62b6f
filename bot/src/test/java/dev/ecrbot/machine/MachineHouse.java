package dev.ecrbot.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.http.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door for machines on this machine, with a desk behind it and an issuer of tokens beside. */
public final class MachineHouse implements AutoCloseable {
    public static final String SUBJECT = "repo:acme/payments:ref:refs/heads/main";
    public static final String AUDIENCE = "https://ecr-bot.example.com";
    public static final String ASK =
            "{\"ask\": \"grant pull payments/api sales ci-deployer for 7d because nightly build\"}";

    private static final int UNHEARD = 10;

    private static final String RULES = """
              - name: payments
                repositories: ["*"]
                access: [pull, push, read]
                to: ["*"]
                requesters: [anyone, machine:payments-ci]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
            """;

    public final DeskBench bench;
    public final TestIssuer issuer;
    private final MachineRoom room;
    private final HttpClient client = HttpClient.newHttpClient();

    /** What was answered. */
    public record Reply(int status, JsonNode json, Map<String, List<String>> headers) {
        public String code() {
            return json.at("/error/code").asText();
        }

        public String text(String field) {
            return json.path(field).asText();
        }
    }

    public MachineHouse() {
        this("questions: true");
    }

    /** @param more what else the one machine's entry says */
    public MachineHouse(String more) {
        this(more, after -> new AuditPages.Page(List.of(), after));
    }

    public MachineHouse(String more, AuditPages audit) {
        issuer = new TestIssuer();
        String machines = """
                machines:
                  audience: %s
                  identities:
                    payments-ci:
                      oidc: {issuer: "%s", subjects: ["%s"]}
                      %s
                """.formatted(AUDIENCE, issuer.url(), SUBJECT, more);
        bench = new DeskBench(RULES, machines);
        issuer.goesBy(bench.clock);
        var settings = DeskBench.config(RULES, machines).machines();
        Clock clock = bench.clock;
        room = new MachineRoom(
                new Address(Optional.of("127.0.0.1"), 0),
                () -> settings,
                bench.staff.desk(),
                new MachineRoom.AuditTrail(audit, new RecordedRefusals(bench.ledger, bench.people, clock)::turnedAway),
                bench.problems::add,
                clock);
        room.open();
    }

    public int port() {
        return room.port();
    }

    public String token() {
        return issuer.token(SUBJECT, AUDIENCE);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + room.port() + path));
    }

    public Reply asks(String body, String key) {
        return send(posted("/v1/asks", body).header("Idempotency-Key", key));
    }

    public Reply questions(String line) {
        return send(posted("/v1/questions", "{\"question\": \"" + line + "\"}"));
    }

    public Reply posts(String path) {
        return send(posted(path, ""));
    }

    private HttpRequest.Builder posted(String path, String body) {
        return request(path)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    public Reply gets(String path) {
        return gets(path, "Bearer " + token());
    }

    public Reply gets(String path, String authorization) {
        return send(request(path).header("Authorization", authorization).GET());
    }

    /**
     * Sends what is refused before all of it has come; again where the connection was gone before the answer was read, since whoever is
     * still sending then may hear nothing (RFC 9112, 9.6).
     */
    public Reply asksTooMuch(String body, String key) {
        HttpRequest.Builder request = posted("/v1/asks", body).header("Idempotency-Key", key);
        for (int tries = 1; ; tries++) {
            try {
                return send(request.copy());
            } catch (AssertionError e) {
                if (tries == UNHEARD || !(e.getCause() instanceof IOException)) {
                    throw e;
                }
            }
        }
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    new ObjectMapper().readTree(response.body()),
                    response.headers().map());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what was refused and recorded. */
    public List<Event> refusals() {
        var found = new ArrayList<Event>();
        bench.ledger.record(books -> books.events().each(recorded -> found.add(recorded.event())));
        return found.stream()
                .filter(event -> event.kind() == EventKind.ASK_REFUSED)
                .toList();
    }

    @Override
    public void close() {
        room.close();
        issuer.close();
        bench.deliver();
        bench.close();
    }
}

package dev.ecrbot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The page without a bot: filled with messages of every kind, to look at it and to test it. */
public final class SandboxPageDemo implements AutoCloseable {

    static final List<PagePerson> CAST = List.of(
            new PagePerson(SampleWorkspace.REQUESTER, "asks for access"),
            new PagePerson(SampleWorkspace.APPROVER, "approves"),
            new PagePerson(SampleWorkspace.SECOND_APPROVER, "approves, too"),
            new PagePerson(SampleWorkspace.GUEST, "a guest: may do neither"));

    private static final List<String> EXAMPLES = List.of(
            "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build",
            "/ecr status payments/api",
            "/ecr revoke pull payments/api sales ci-deployer",
            "/ecr help");

    private final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    private final DemoPolicies policies = new DemoPolicies();
    private final HttpServer bot;
    private final SandboxPage page;

    SandboxPageDemo() throws IOException {
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.createContext("/slack/events", http -> {
            String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String payload = URLDecoder.decode(body.replaceFirst("^payload=", ""), StandardCharsets.UTF_8);
            boolean click = body.startsWith("payload=");
            String answer = click ? "" : "{\"text\":\"I heard you, but I am only a demo.\"}";
            if (click) {
                clicked(new ObjectMapper().readTree(payload));
            }
            http.getResponseHeaders().set("Content-Type", "application/json");
            http.sendResponseHeaders(200, answer.isEmpty() ? -1 : answer.length());
            http.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            http.close();
        });
        bot.start();
        slack.deliverTo(URI.create("http://127.0.0.1:" + bot.getAddress().getPort() + "/slack/events"));
        page = SandboxPage.start(
                slack, policies, new Scene(CAST, EXAMPLES, List::of, Clock.systemUTC(), Optional.empty()));
        fill();
    }

    URI url() {
        return page.url();
    }

    LocalSlack slack() {
        return slack;
    }

    private void fill() throws IOException {
        String approvals = SampleWorkspace.APPROVALS.id();
        slack.say(
                SampleWorkspace.BYSTANDER,
                approvals,
                "morning! is *anyone* looking at `payments/api`? <script>alert(1)</script>");
        api("chat.postMessage", Map.of("channel", approvals, "text", "a decided card", "blocks", read("decided.json")));
        String ts = slack.messages(approvals).get(1).ts();
        api(
                "chat.postMessage",
                Map.of(
                        "channel",
                        approvals,
                        "thread_ts",
                        ts,
                        "text",
                        "Read back from AWS at <!date^1795348800^{date_short_pretty} {time_secs}|then>: the policy holds what was approved."));
        api(
                "chat.update",
                Map.of("channel", approvals, "ts", ts, "text", "a decided card", "blocks", read("decided.json")));
        api("chat.postMessage", Map.of("channel", approvals, "text", "a card", "blocks", read("card.json")));
        api(
                "chat.postEphemeral",
                Map.of(
                        "channel",
                        approvals,
                        "user",
                        SampleWorkspace.REQUESTER.id(),
                        "text",
                        "Request *R-20* waits for <@U0APPROVER1> or <!subteam^S0OWNERS>. <https://example.slack.com/archives/"
                                + approvals + "/p" + ts.replace(".", "") + "|Show the card>"));
        api(
                "chat.postMessage",
                Map.of("channel", SampleWorkspace.REQUESTER.id(), "text", "snippet", "blocks", read("snippet.json")));
    }

    private void clicked(JsonNode payload) throws IOException {
        if (payload.path("type").asText().equals("view_submission")) {
            return;
        }
        if (payload.at("/actions/0/action_id").asText().equals("request.deny")) {
            api("views.open", Map.of("trigger_id", payload.path("trigger_id").asText(), "view", read("deny.json")));
            return;
        }
        String channel = payload.at("/channel/id").asText();
        String ts = payload.at("/message/ts").asText();
        String decided =
                read("decided.json").replace("role/web", "role/ci-deployer").replace("R-19", "R-20");
        api("chat.update", Map.of("channel", channel, "ts", ts, "text", "decided", "blocks", decided));
        policies.grant();
    }

    private static String read(String name) throws IOException {
        try (var file = SandboxPageDemo.class.getResourceAsStream("/sandbox/demo/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void api(String method, Map<String, String> args) throws IOException {
        String form = args.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(slack.apiUrl().resolve(method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + slack.botToken())
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            String answer = HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            if (!answer.startsWith("{\"ok\":true")) {
                throw new IllegalStateException(method + ": " + answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        page.close();
        bot.stop(0);
        slack.close();
    }

    public static void main(String[] args) throws Exception {
        try (SandboxPageDemo demo = new SandboxPageDemo()) {
            System.out.println(demo.url());
            new CountDownLatch(1).await();
        }
    }

    /** Two repositories, one of which a click on Approve changes. */
    private static final class DemoPolicies implements PolicySource {

        private volatile String api = policy("arn:aws:iam::222222222222:role/web");
        private volatile Optional<Runnable> listener = Optional.empty();

        private static String policy(String... roles) {
            String list = List.of(roles).stream().map(r -> "\"" + r + "\"").collect(Collectors.joining(", "));
            return """
                    {"Version": "2012-10-17", "Statement": [
                      {"Sid": "Sales pulls", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::333333333333:root"},
                       "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                       "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-exampleorg"}}},
                      {"Sid": "EcrBotPull", "Effect": "Allow", "Principal": {"AWS": [%s]},
                       "Action": ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]}]}
                    """.formatted(list);
        }

        void grant() {
            api = policy("arn:aws:iam::222222222222:role/ci-deployer", "arn:aws:iam::222222222222:role/web");
            listener.ifPresent(Runnable::run);
        }

        @Override
        public List<RepositoryView> repositories() {
            return List.of(
                    new RepositoryView(
                            "1", "central/us-west-2:payments/api", api, List.of("Also written by Terraform")),
                    new RepositoryView("2", "central/us-west-2:payments/web", "", List.of()));
        }

        @Override
        public void onChange(Runnable newListener) {
            listener = Optional.of(newListener);
        }
    }
}

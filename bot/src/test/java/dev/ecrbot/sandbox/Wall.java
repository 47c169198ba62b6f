package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.Accepted;
import dev.ecrbot.slack.message.Rendered;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A sandbox's page without a bot, on which any message can be put up to be looked at. */
final class Wall implements AutoCloseable {
    private static final PolicySource NOTHING = new PolicySource() {
        @Override
        public List<RepositoryView> repositories() {
            return List.of(new RepositoryView("1", "nothing", "", List.of()));
        }

        @Override
        public void onChange(Runnable listener) {
            // nothing ever changes
        }
    };

    private final HttpClient client =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private final LocalSlack slack;
    private final SandboxPage page;

    private Wall(LocalSlack slack, SandboxPage page) {
        this.slack = slack;
        this.page = page;
    }

    static Wall open() throws IOException {
        System.setProperty("sandbox.port", "0");
        LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
        return new Wall(
                slack,
                SandboxPage.start(
                        slack,
                        NOTHING,
                        new Scene(Sandbox.CAST, List.of(), List::of, Clock.systemUTC(), Optional.empty())));
    }

    String url() {
        return page.url().toString();
    }

    /** Posts a message, as the bot would. */
    void post(Rendered message) throws IOException, InterruptedException {
        call(
                "chat.postMessage",
                "channel=" + SampleWorkspace.APPROVALS.id() + "&text=" + encoded(message.text()) + "&blocks="
                        + encoded(Accepted.of(message).blocks().toString()));
    }

    /** Shows a Home tab to whoever asks for access. */
    void publish(Rendered home) throws IOException, InterruptedException {
        String blocks =
                GsonFactory.createSnakeCase().toJson(home.blocks(), new TypeToken<List<LayoutBlock>>() {}.getType());
        call(
                "views.publish",
                "user_id=" + SampleWorkspace.REQUESTER.id() + "&view="
                        + encoded("{\"type\":\"home\",\"blocks\":" + blocks + "}"));
    }

    /** Opens a modal in front of whoever asks for access, in the place of any other. */
    void open(View modal) throws IOException, InterruptedException {
        call(
                "views.open",
                "trigger_id=" + slack.trigger(SampleWorkspace.REQUESTER) + "&view="
                        + encoded(GsonFactory.createSnakeCase().toJson(modal)));
    }

    private void call(String method, String form) throws IOException, InterruptedException {
        String answer = client.send(
                        HttpRequest.newBuilder(slack.apiUrl().resolve(method))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Authorization", "Bearer " + slack.botToken())
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(answer).startsWith("{\"ok\":true");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        page.close();
        slack.close();
    }
}

package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Thoroughness;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.Accepted;
import dev.ecrbot.slack.EveryMessage;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages of every kind and state on a phone, with the longest and oddest texts in them: nothing is wider than the screen,
 * and all of it can be read. A build tries two of the texts.
 */
@Tag("browser")
class EveryMessageBrowserTest {
    private static final int PHONE = 390;
    private static final int SCREEN = 844;

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

    static Stream<String> texts() {
        return Stream.of(
                        "arn:aws:iam::222222222222:role/" + "a-very-long-path/".repeat(30) + "role",
                        "y".repeat(5_000),
                        "a\nb\r\nc\u2028d\u2029e and what else there is to say of it",
                        "*bold* _it_ ~no~ `code` ```block``` > quote & <https://evil.example|click>",
                        "🚀".repeat(2_500),
                        "\u202Etxet desrever\u202C \u200B\u2066hidden\u2069\uFEFF")
                .limit(Thoroughness.ofThisRun().of(2, 6));
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("texts")
    void fitsAPhone(String text) throws Exception {
        System.setProperty("sandbox.port", "0");
        try (var slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
                var page = SandboxPage.start(
                        slack,
                        NOTHING,
                        new Scene(Sandbox.CAST, List.of(), List::of, Clock.systemUTC(), Optional.empty()));
                var browser = new Browser(PHONE, SCREEN, false)) {
            for (Rendered message : EveryMessage.all(text)) {
                post(slack, message);
            }
            browser.open(page.url().toString());
            browser.await("button-request.approve");
            browser.awaitStill();
            assertThat(browser.script("return document.documentElement.scrollWidth"))
                    .isEqualTo((long) PHONE);
            assertThat(wide(browser)).as("wider than the screen").isEmpty();
            assertThat(Looks.faults(browser)).isEmpty();
            browser.script("[...document.querySelectorAll('[data-testid=\"button-request.approve\"]')].at(0)"
                    + ".closest('article').scrollIntoView()");
            browser.screenshot("every-message-" + Math.floorMod(text.hashCode(), 1_000));
        }
    }

    private static List<?> wide(Browser browser) {
        return (List<?>) browser.script("""
                return [...document.querySelectorAll('.main *')]
                  .filter((e) => !e.closest('.table') && e.getBoundingClientRect().right > innerWidth + 1)
                  .map((e) => e.outerHTML.slice(0, 120));
                """);
    }

    private void post(LocalSlack slack, Rendered message) throws IOException, InterruptedException {
        String form = "channel=" + SampleWorkspace.APPROVALS.id() + "&text=" + encoded(message.text()) + "&blocks="
                + encoded(Accepted.of(message).blocks().toString());
        String answer = client.send(
                        HttpRequest.newBuilder(slack.apiUrl().resolve("chat.postMessage"))
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
}

package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Thoroughness;
import dev.ecrbot.slack.EveryMessage;
import dev.ecrbot.slack.message.Rendered;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages of every kind and state on a phone, with the longest and oddest texts in them: nothing is wider than the screen,
 * and all of it can be read. A build tries one of the texts.
 */
@Tag("browser")
class EveryMessageBrowserTest {
    private static final int PHONE = 390;
    private static final int SCREEN = 844;

    static Stream<String> texts() {
        return Stream.of(
                        "arn:aws:iam::222222222222:role/" + "a-very-long-path/".repeat(30) + "role",
                        "y".repeat(5_000),
                        "a\nb\r\nc\u2028d\u2029e and what else there is to say of it",
                        "*bold* _it_ ~no~ `code` ```block``` > quote & <https://evil.example|click>",
                        "🚀".repeat(2_500),
                        "\u202Etxet desrever\u202C \u200B\u2066hidden\u2069\uFEFF")
                .limit(Thoroughness.ofThisRun().of(1, 6));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void fitsAPhone(String text) throws Exception {
        try (var wall = Wall.open();
                var browser = new Browser(PHONE, SCREEN, false)) {
            for (Rendered message : EveryMessage.all(text)) {
                wall.post(message);
            }
            browser.open(wall.url());
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
}

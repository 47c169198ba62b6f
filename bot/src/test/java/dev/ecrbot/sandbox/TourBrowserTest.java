package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tour, each of its steps done by keyboard; left in the middle, and taken up again. */
@Tag("browser")
class TourBrowserTest {
    private static final String RITA = SampleWorkspace.REQUESTER.id();

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        System.setProperty("sandbox.port", "0");
        sandbox = Sandbox.start(Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        sandbox.attestAndClose();
    }

    private static void done(Browser browser) {
        browser.await("tour-status", "✓ done");
        browser.awaitStill();
        assertThat(Looks.faults(browser)).isEmpty();
    }

    private static void next(Browser browser, String title) {
        done(browser);
        browser.enter("tour-next");
        browser.await("tour-title", title);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void sevenSteps(int width) {
        try (var browser = new Browser(width, 860, false)) {
            String picture = "tour-" + width + "-";
            browser.open(sandbox.page().url().toString());
            browser.enter("tour-open");
            browser.await("tour-title", "1 of 7: Ask for access");
            browser.screenshot(picture + "1-ask");
            browser.enter("tour-help");
            browser.awaitFocus("composer");
            browser.enter("composer");
            next(browser, "2 of 7: Read the card");
            browser.enter("tour-help");
            browser.await("message", "Waiting for approval");
            browser.screenshot(picture + "2-card");
            next(browser, "3 of 7: Approve it");
            browser.enter("tour-help");
            browser.awaitFocus("button-request.approve");
            browser.enter("button-request.approve");
            next(browser, "4 of 7: See the policy");
            browser.enter("tour-help");
            browser.awaitChecked("person-" + RITA);
            browser.await("message", "docker pull");
            browser.screenshot(picture + "4-policy");
            next(browser, "5 of 7: Break something");
            browser.enter("tour-leave");
            browser.awaitFocus("tour-open");
            browser.screenshot(picture + "5-left");
            browser.enter("tour-open");
            browser.await("tour-title", "5 of 7: Break something");
            browser.enter("tour-help");
            browser.awaitFocus("pen-text");
            browser.enter("pen-add");
            browser.enter("pen-write");
            browser.await("policy", "ByHand");
            // The pen is put away once its answer is there, and takes the focus with it.
            browser.await("pen-open");
            browser.script("document.querySelector('[data-to=chat]').click()");
            next(browser, "6 of 7: Let time pass");
            browser.enter("tour-help");
            browser.awaitFocus("clock-P6D");
            browser.enter("clock-P6D");
            browser.enter("clock-P1D");
            browser.enter("clock-PT1H");
            browser.script("document.querySelector('[data-to=chat]').click()");
            next(browser, "7 of 7: Ask who has access");
            browser.enter("tour-help");
            browser.awaitFocus("composer");
            browser.enter("composer");
            done(browser);
            browser.screenshot(picture + "7-who");
            browser.enter("tour-finish");
            browser.awaitFocus("tour-open");
            assertThat(browser.await("tour-open")).contains("Take the tour");
        }
    }
}

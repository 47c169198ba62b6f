package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several things are asked for at once and decided on with one thumb; one of them fails, and is tried again alone. */
@Tag("browser")
class AtOnceBrowserTest {
    private static final String AMIR = SampleWorkspace.APPROVER.id();

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

    @Test
    void oneOfThemFailsAndIsTriedAgain() {
        sandbox.trial().ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
        try (var browser = new Browser(390, 844, false)) {
            browser.open(sandbox.page().url().toString());
            browser.type("/ecr grant pull payments/api,payments/worker sales ci-deployer for 7d because nightly build");
            assertThat(browser.await("ephemeral", "were asked for")).contains("payments/api", "payments/worker");
            browser.become(AMIR);
            assertThat(browser.await("message", "2 changes at once"))
                    .contains("payments/api", "payments/worker", "gains pull");
            browser.screenshot("at-once-1-card-phone");
            browser.click("button-request.approve");
            browser.await("message", "Each has a card of its own in the thread");
            browser.await("message", "Failed");
            browser.await("message", "Applied, active");
            browser.screenshot("at-once-2-decided-phone");
            browser.click("button-request.retry");
            browser.await("message", "It was tried again as");
            browser.screenshot("at-once-3-tried-again-phone");
        }
    }
}

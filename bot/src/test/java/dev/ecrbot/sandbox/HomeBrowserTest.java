package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Home tab in the page: it opens, changes by itself, and its buttons work. */
@Tag("browser")
class HomeBrowserTest {
    private static final String ASK = "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build";
    private static final String AMIR = SampleWorkspace.APPROVER.id();
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

    @Test
    void showsWhatIsAskedForHeldAndEnded() {
        try (var browser = new Browser(390, 844, false)) {
            browser.open(sandbox.page().url().toString());
            browser.type(ASK);
            browser.await("ephemeral", "You asked");
            browser.click("channel-HOME");
            assertThat(browser.await("message", "You asked for")).contains("Pull on payments/api", "Registries");
            browser.screenshot("home-1-asked-phone");
            browser.become(AMIR);
            browser.click("channel-C0APPROVALS");
            browser.await("message", "Waiting for approval");
            browser.click("button-request.approve");
            browser.await("message", "read back from AWS");
            browser.screenshot("home-2-applied-phone");
            browser.click("button-request.story");
            browser.await("ephemeral", "AWS request: ");
            browser.become(RITA);
            browser.click("channel-HOME");
            browser.await("message", "You holdpull on payments/api");
            browser.screenshot("home-3-held-phone");
            browser.click("button-grant.end");
            browser.await("dialog", "End this access now?");
            browser.screenshot("home-4-confirm-phone");
            browser.click("confirm");
            browser.await("message", "You holdNothing.");
        }
    }
}

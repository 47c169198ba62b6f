package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a visitor breaks, and how the bot gets over it, as it is seen on the page. */
@Tag("browser")
class BreakageBrowserTest {
    private static final String ASK = "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build";
    private static final String RITA = SampleWorkspace.REQUESTER.id();
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

    private void asked(Browser browser) {
        browser.open(sandbox.page().url().toString());
        browser.type(ASK);
        browser.await("ephemeral", "You asked");
        browser.become(AMIR);
        browser.await("message", "Waiting for approval");
        browser.click("tab-world");
    }

    @Test
    void ecrRefusesAndIsMendedAndTheChangeIsTriedAgain() {
        try (var browser = new Browser(1280, 860, false)) {
            asked(browser);
            browser.click("ecr-refuses");
            browser.await("strip", "ECR refuses writes");
            browser.click("button-request.approve");
            browser.await("message", "Failed");
            browser.screenshot("broken-1-refused");
            browser.click("ecr-well");
            browser.awaitGone("strip", "ECR refuses writes");
            browser.click("button-request.retry");
            browser.await("message", "It was tried again as");
            browser.await("message", "Applied, active");
            browser.screenshot("broken-2-tried-again");
        }
    }

    @Tag("full")
    @Test
    void anAnswerThatIsLostIsFoundByReadingAgain() {
        try (var browser = new Browser(1280, 860, true)) {
            asked(browser);
            browser.click("ecr-drops");
            browser.await("strip", "ECR drops answers");
            browser.click("button-request.approve");
            browser.await("message", "Applied, active");
            browser.click("tab-calls");
            browser.await("calls", "✗ answer lost");
            browser.screenshot("broken-3-lost-dark");
        }
    }

    @Tag("full")
    @Test
    void accessEndsOnTimeWithoutSlackWhichIsToldOnceItIsBack() {
        try (var browser = new Browser(1280, 860, false)) {
            asked(browser);
            browser.click("button-request.approve");
            browser.await("message", "Applied, active");
            browser.click("slack-away");
            browser.await("strip", "Slack is away");
            browser.click("clock-P6D");
            browser.click("clock-P1D");
            browser.click("clock-PT1H");
            browser.click("tab-calls");
            browser.await("calls", "DeleteRepositoryPolicy");
            browser.click("tab-world");
            browser.screenshot("broken-7-slack-away");
            browser.click("slack-away");
            browser.await("message", "Ended");
        }
    }

    @Test
    void killedInTheMiddleOfAWriteAndStartedAgain() {
        try (var browser = new Browser(1280, 860, false)) {
            asked(browser);
            var gate = new Gate();
            sandbox.trial()
                    .ecr()
                    .traffic()
                    .fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.hold(gate, Fault.When.AFTER));
            browser.click("button-request.approve");
            gate.awaitArrival();
            browser.click("power");
            browser.await("life", "The bot is dead");
            gate.release();
            browser.become(RITA);
            browser.type("/ecr help");
            browser.await("ephemeral", "failed with the error");
            browser.screenshot("broken-4-killed");
            browser.click("power");
            browser.await("life", "The bot runs");
            browser.await("message", "Applied, active");
            browser.click("channel-D0REQUESTER");
            browser.await("message", "You have it");
            browser.screenshot("broken-5-alive");
        }
    }

    @Test
    void aCardGoesStaleWhenSomebodyElseChangesThePolicyAndIsShownAnew() {
        try (var browser = new Browser(1280, 860, false)) {
            asked(browser);
            browser.click("tab-policy");
            browser.click("pen-open");
            browser.fillIn(
                    "pen-text",
                    "{ \"Version\": \"2012-10-17\", \"Statement\": [{ \"Sid\": \"ByHand\", \"Effect\": \"Deny\","
                            + " \"Principal\": { \"AWS\": \"arn:aws:iam::222222222222:role/ci-deployer\" },"
                            + " \"Action\": \"ecr:BatchGetImage\" }] }");
            browser.click("pen-write");
            browser.await("policy", "ByHand");
            browser.click("button-request.approve");
            assertThat(browser.await("message", "Waiting again: revision 2"))
                    .contains("Somebody else changed the policy meanwhile");
            browser.screenshot("broken-6-stale");
        }
    }
}

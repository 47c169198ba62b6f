package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Thoroughness;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The side panel: what somebody else writes, who can pull, what was called and recorded, and the clock. */
@Tag("browser")
class PanelBrowserTest {
    private static final String ASK = "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build";
    private static final String RITA = SampleWorkspace.REQUESTER.id();
    private static final String AMIR = SampleWorkspace.APPROVER.id();
    private static final String ROLE = SeedRegistry.role(SeedRegistry.SALES, "ci-deployer");

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

    private void granted(Browser browser) {
        browser.open(sandbox.page().url().toString());
        browser.type(ASK);
        browser.await("ephemeral", "You asked");
        browser.become(AMIR);
        browser.click("button-request.approve");
        browser.await("message", "Applied, active");
    }

    @Tag("full")
    @Test
    void somebodyElseWritesThePolicyAndTheBotSaysSo() {
        try (var browser = new Browser(1280, 860, false)) {
            granted(browser);
            browser.await("policy", "EcrBotPull");
            browser.click("pen-open");
            browser.fillIn("pen-text", "{\"Version\": \"2012-10-17\"}");
            browser.click("pen-write");
            assertThat(browser.await("pen-error", "InvalidParameterException")).contains("PolicyText");
            browser.screenshot("panel-1-refused");
            browser.click("pen-cancel");
            browser.click("pen-open");
            browser.click("pen-add");
            browser.click("pen-write");
            browser.await("policy", "ByHand");
            browser.click("tab-calls");
            for (String called : new String[] {"SetRepositoryPolicy", "AssumeRole", "session req-"}) {
                browser.await("calls", called);
            }
            browser.screenshot("panel-2-calls");
            browser.click("tab-events");
            for (String recorded : new String[] {"applied", "approved", "Amir Approver", "asked"}) {
                browser.await("events", recorded);
            }
            browser.click("tab-accounts");
            assertThat(browser.await("accounts")).contains("sales", "role/ci-deployer", "acme (o-abc123def4)");
            browser.type("/ecr status payments/api fresh");
            assertThat(browser.await("ephemeral", "finance")).contains("ci-deployer");
        }
    }

    @Test
    void theEvaluatorIsAskedWhoCanPull() {
        try (var browser = new Browser(1280, 860, false)) {
            granted(browser);
            browser.click("tab-who");
            browser.await("who-everyone", "222222222222:role/ci-deployer✓ yes");
            browser.fillIn("who-principal", ROLE);
            browser.click("who-ask");
            assertThat(browser.await("who-answer", "✓ yes")).contains("EcrBotPullUntil", "allows");
            browser.fillIn("who-access", "push");
            browser.click("who-ask");
            browser.await("who-answer", "✗ no");
            browser.screenshot("panel-3-who");
        }
    }

    @Tag("full")
    @Test
    void timePassesAndWhatIsDueIsSeen() {
        try (var browser = new Browser(1280, 860, false)) {
            granted(browser);
            browser.click("tab-world");
            browser.click("clock-P6D");
            browser.await("ahead", "6 days ahead");
            browser.click("clock-PT1H");
            browser.await("ahead", "6 days and 1 hour ahead");
            browser.become(RITA);
            browser.click("channel-D0REQUESTER");
            browser.await("message", "It ends soon");
            browser.click("channel-C0APPROVALS");
            browser.await("message", "until tomorrow at");
            browser.click("clock-P1D");
            browser.await("message", "Ended");
            browser.screenshot("panel-4-ended");
            assertThat(sandbox.trial().ecr().policy(SeedRegistry.west("payments/api")))
                    .isEmpty();
        }
    }

    /** A phone in the dark in a build, and the other three under the profile. */
    static Stream<Arguments> screens() {
        return Stream.of(
                        Arguments.of(390, true),
                        Arguments.of(1280, false),
                        Arguments.of(390, false),
                        Arguments.of(1280, true))
                .limit(Thoroughness.ofThisRun().of(1, 4));
    }

    /** What there is to see of each pane, for whoever looks at the pictures; nothing is wider than the screen, and all can be read. */
    @ParameterizedTest
    @MethodSource("screens")
    void eachPaneFits(int width, boolean dark) {
        try (var browser = new Browser(width, width < 900 ? 844 : 860, dark)) {
            granted(browser);
            String name = "pane-" + width + (dark ? "-dark-" : "-light-");
            browser.script("document.querySelector('[data-to=policy]').click()");
            for (String pane : new String[] {"policy", "who", "calls", "events", "accounts", "world"}) {
                browser.click("tab-" + pane);
                browser.awaitStill();
                browser.screenshot(name + pane);
                assertThat(browser.script("return document.documentElement.scrollWidth"))
                        .isEqualTo((long) width);
                assertThat(Looks.faults(browser)).as(pane).isEmpty();
            }
            browser.click("tab-policy");
            browser.click("pen-open");
            browser.awaitStill();
            browser.screenshot(name + "pen");
            assertThat(Looks.faults(browser)).as("pen").isEmpty();
        }
    }
}

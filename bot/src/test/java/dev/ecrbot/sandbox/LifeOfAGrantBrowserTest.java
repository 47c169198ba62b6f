package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What happens to a grant after the ask, with every button and field that people get for it. */
@Tag("browser")
class LifeOfAGrantBrowserTest {
    private static final String ASK = "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build";
    private static final String RITA = SampleWorkspace.REQUESTER.id();
    private static final String AMIR = SampleWorkspace.APPROVER.id();
    private static final Pattern ID = Pattern.compile("req-[a-z0-9]{8}");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        System.setProperty("sandbox.port", "0");
        sandbox = Sandbox.start(clock);
    }

    @AfterEach
    void stop() {
        sandbox.attestAndClose();
    }

    @Test
    void shortenedExtendedEndedAndUndone() {
        try (var browser = new Browser(1280, 860, false)) {
            browser.open(sandbox.page().url().toString());
            String id = asks(browser, ASK);
            shortens(browser);
            approves(browser, "You have it");
            clock.advance(Duration.ofDays(2).plusHours(1));
            extendsIt(browser, id);
            approves(browser, "It lasts longer");
            clock.advance(Duration.ofDays(9).plusHours(12));
            endsNow(browser, id);
            undoes(browser);
        }
    }

    private static void shortens(Browser browser) {
        browser.become(AMIR);
        browser.await("message", "Waiting for approval");
        browser.click("button-request.shorten");
        browser.await("dialog", "at the latest?");
        browser.press("for 3d");
        browser.screenshot("life-1-shorten");
        browser.click("submit");
        browser.await("message", "The end was shortened by");
        browser.screenshot("life-2-shortened");
    }

    private void extendsIt(Browser browser, String id) {
        assertThat(browser.await("message", "It ends soon: pull on payments/api"))
                .contains(id);
        browser.screenshot("life-3-warned");
        browser.click("button-grant.extend");
        browser.await("dialog", "When should " + id + " end?");
        browser.press("10d", Keys.TAB, "the audit is late");
        browser.screenshot("life-4-extend");
        browser.click("submit");
        browser.become(AMIR);
        browser.click("channel-C0APPROVALS");
        assertThat(browser.await("message", "asks to extend pull on payments/api"))
                .contains("the audit is late");
        browser.screenshot("life-5-extension");
    }

    private void endsNow(Browser browser, String id) {
        browser.await("message", "(222222222222), tomorrow at 11:00");
        browser.type("/ecr end ci-deployer's access to payments/api");
        assertThat(browser.await("ephemeral", "Is this what should end now?"))
                .contains(id, "Nothing is done before you click.");
        browser.screenshot("life-6-which");
        browser.click("button-grant.end");
        browser.await("dialog", "End this access now?");
        browser.click("confirm");
        assertThat(browser.await("message", "Ended before its time")).contains(id);
        browser.screenshot("life-7-ended");
        assertThat(sandbox.trial().ecr().policy(SeedRegistry.west("payments/api")))
                .isEmpty();
    }

    private void undoes(Browser browser) {
        browser.await("message", "A mistake?");
        clock.advance(Duration.ofMinutes(1));
        browser.click("button-request.undo");
        browser.await("dialog", "be undone?");
        browser.press("it was the wrong button");
        browser.click("submit");
        browser.await("message", "You asked to undo req-");
        browser.become(AMIR);
        browser.click("channel-C0APPROVALS");
        assertThat(browser.await("message", "it was the wrong button")).contains("gains pull");
        browser.screenshot("life-8-undo");
        approves(browser, "is undone");
        browser.screenshot("life-9-undone");
        assertThat(sandbox.trial()
                        .ecr()
                        .policy(SeedRegistry.west("payments/api"))
                        .orElseThrow())
                .contains("2026-12-04T11:00:00Z");
    }

    /** Approves what is on the last card, and waits, as the requester, to be told; who was told much at once is told a moment later. */
    private void approves(Browser browser, String told) {
        clock.advance(Duration.ofMinutes(1));
        browser.click("button-request.approve");
        browser.become(RITA);
        browser.click("channel-D0REQUESTER");
        browser.await("message", told);
    }

    private static String asks(Browser browser, String line) {
        browser.type(line);
        return id(browser.await("ephemeral", "You asked"));
    }

    private static String id(String text) {
        Matcher id = ID.matcher(text);
        assertThat(id.find()).isTrue();
        return id.group();
    }
}

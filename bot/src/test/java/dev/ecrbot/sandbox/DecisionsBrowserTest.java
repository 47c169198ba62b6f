package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Decisions and dialogs by keyboard: two approvers, a dialog that is left, both shortcuts, offers that are chosen from. */
@Tag("browser")
class DecisionsBrowserTest {
    private static final String RITA = SampleWorkspace.REQUESTER.id();
    private static final String AMIR = SampleWorkspace.APPROVER.id();
    private static final String OLGA = SampleWorkspace.SECOND_APPROVER.id();

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
    void twoHaveToApproveAndAConfirmationCanBeLeft() {
        try (var browser = new Browser(1280, 860, false)) {
            browser.open(sandbox.page().url().toString());
            browser.type("/ecr grant pull web/frontend data notebook for 7d");
            browser.become(AMIR);
            browser.await("message", "Waiting for approval");
            browser.enter("button-request.deny");
            browser.await("dialog", "Deny this request?");
            browser.screenshot("decide-1-confirm");
            browser.press(Keys.ESCAPE);
            browser.awaitGone("dialog");
            browser.awaitFocus("button-request.deny");
            browser.click("button-request.approve");
            assertThat(browser.await("message", "1 of 2")).contains("Amir Approver");
            browser.screenshot("decide-2-quorum");
            browser.become(OLGA);
            browser.click("button-request.approve");
            browser.await("message", "Applied, active");
            wholeAccountsAskOnceMore(browser);
        }
    }

    private static void wholeAccountsAskOnceMore(Browser browser) {
        browser.become(RITA);
        browser.type("/ecr grant pull payments/worker finance for 1d");
        browser.await("ephemeral", "No role is named, so it is for the whole account.");
        browser.become(OLGA);
        browser.await("message", "asks for pull on payments/worker");
        browser.click("button-request.approve");
        assertThat(browser.await("dialog", "Approve this?")).contains("It is for the whole account");
        browser.screenshot("decide-8-whole-account");
        browser.click("confirm");
        browser.await("policy", "333333333333:root");
    }

    @Tag("full")
    @Test
    void theShortcutOpensTheFormWhichIsFilledInByKeyboard() {
        try (var browser = new Browser(1280, 860, false)) {
            browser.open(sandbox.page().url().toString());
            browser.enter("shortcuts");
            browser.awaitFocus("shortcut-access.ask");
            browser.screenshot("decide-3-shortcuts");
            browser.press(Keys.ESCAPE);
            browser.awaitGone("shortcut-access.ask");
            browser.awaitFocus("shortcuts");
            browser.enter("shortcuts");
            browser.enter("shortcut-access.ask");
            browser.await("dialog", "Ask for access");
            browser.typeUntilOffered("repository.pick", "team/tools", "team/tools");
            browser.press(Keys.ARROW_DOWN);
            browser.screenshot("decide-4-offers");
            browser.press(Keys.ENTER);
            assertThat(browser.script("return document.querySelector('[name=\"repository.pick\"]').value"))
                    .asString()
                    .contains("team/tools");
            assertThat(browser.script("return document.querySelectorAll('dialog').length"))
                    .isEqualTo(1L);
            browser.script("document.querySelector('[name=\"account.text\"]').focus()");
            browser.press("finance");
            browser.press(Keys.TAB);
            browser.press("report-runner");
            browser.press(Keys.ENTER);
            browser.awaitGone("dialog");
            browser.awaitFocus("shortcuts");
            browser.become(AMIR);
            assertThat(browser.await("message", "Waiting for approval")).contains("team/tools", "report-runner");
        }
    }

    @Tag("full")
    @Test
    void escapeClosesTheFormAndTheFocusComesBack() {
        try (var browser = new Browser(390, 844, true)) {
            browser.open(sandbox.page().url().toString());
            browser.type("/ecr");
            browser.await("dialog", "Ask for access");
            browser.press(Keys.ESCAPE);
            browser.awaitGone("dialog");
            browser.awaitFocus("composer");
            assertThat(Looks.faults(browser)).isEmpty();
        }
    }

    @Test
    void anErrorInAMessageIsExplainedFromItsMenu() {
        try (var browser = new Browser(390, 844, false)) {
            browser.open(sandbox.page().url().toString());
            browser.click("channel-C0GENERAL");
            browser.await("message", "why the reports are red");
            browser.enter("more");
            browser.awaitFocus("shortcut-error.fix");
            browser.screenshot("decide-5-message-menu");
            browser.enter("shortcut-error.fix");
            assertThat(browser.await("ephemeral", "report-runner")).contains("mobile/backend");
            browser.screenshot("decide-6-explained");
            assertThat(Looks.faults(browser)).isEmpty();
        }
    }

    @Tag("full")
    @Test
    void homeChangesWhileSomebodyLooks() {
        try (var browser = new Browser(1280, 860, false)) {
            browser.open(sandbox.page().url().toString());
            browser.become(AMIR);
            browser.click("channel-HOME");
            browser.await("message", "Waits for you");
            sandbox.trial()
                    .slack()
                    .command(
                            SampleWorkspace.REQUESTER,
                            SampleWorkspace.GENERAL.id(),
                            "grant pull data/etl finance report-runner for 7d");
            browser.await("message", "ull on data/etl");
            browser.screenshot("decide-7-home");
            assertThat(Looks.faults(browser)).isEmpty();
        }
    }

    @Test
    void peopleAreChangedWithTheArrowKeys() {
        try (var browser = new Browser(1280, 860, false)) {
            browser.open(sandbox.page().url().toString());
            browser.focus("person-" + RITA);
            browser.press(Keys.ARROW_DOWN);
            browser.awaitChecked("person-" + AMIR);
            browser.click("theme");
            assertThat(browser.script("return document.documentElement.dataset.theme"))
                    .isEqualTo("light");
            browser.click("theme");
            assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(23, 27, 31)");
        }
    }
}

package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who never read the manual asks in their own words, and in the form; somebody with one thumb decides. */
@Tag("browser")
class AskFormBrowserTest {
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
    void aSentenceIsAskedForByOneClickAndDecidedOnAPhone() {
        try (var browser = new Browser(390, 844, false)) {
            browser.open(sandbox.page().url().toString());
            browser.type("/ecr please give ci-deployer in sales pull on payments/api for a week");
            assertThat(browser.await("ephemeral", "Did you mean this?"))
                    .contains("/ecr grant pull payments/api sales ci-deployer for 7d", "Nothing is asked for yet.");
            browser.screenshot("words-1-guess-phone");
            browser.click("button-line.ask");
            browser.await("ephemeral", "waits for approval");
            browser.become(AMIR);
            browser.await("message", "Waiting for approval");
            browser.screenshot("words-2-card-phone");
            assertThat(((Number) browser.script("""
                            const approve = document.querySelector('[data-testid="button-request.approve"]');
                            const card = approve.closest('[data-testid=message]');
                            return approve.getBoundingClientRect().bottom - card.getBoundingClientRect().top;
                            """)).intValue()).isLessThan(700);
            browser.click("button-request.deny");
            assertThat(browser.await("dialog", "Deny this request?")).contains("Nothing will be changed", "Go back");
            browser.screenshot("words-3-confirm-phone");
            browser.click("confirm");
            browser.await("dialog", "Why was req-");
        }
    }

    @Test
    void theFormSaysAtTheFieldWhatIsWrong() {
        try (var browser = new Browser(1280, 860, false)) {
            browser.open(sandbox.page().url().toString());
            browser.type("/ecr");
            assertThat(browser.await("dialog", "Ask for access")).contains("Repository", "Account", "How long");
            awaitOffer(browser);
            browser.screenshot("words-4-form");
            fill(browser, "repository.text", "payments/api");
            fill(browser, "account.text", "saels");
            fill(browser, "role.text", "ci-deployer");
            browser.click("submit");
            browser.await("dialog", "Did you mean “sales”?");
            browser.screenshot("words-5-form-error");
            fill(browser, "account.text", "sales");
            browser.click("submit");
            browser.become(AMIR);
            browser.await("message", "asks for pull on payments/api for role ci-deployer in sales");
            browser.screenshot("words-6-card");
        }
    }

    @Test
    void theFormSaysLiveWhoDecidesWhatItMeansAndWhatWaitsAlready() {
        try (var browser = new Browser(390, 844, false)) {
            browser.open(sandbox.page().url().toString());
            browser.type("/ecr grant pull web/frontend data notebook for 7d");
            browser.await("message", "notebook");
            browser.type("/ecr");
            browser.await("dialog", "it says here who decides");
            type(browser, "repository.text", "web/frontend");
            type(browser, "account.text", "dataa");
            browser.await("dialog", "⚠️");
            type(browser, "account.text", "data");
            assertThat(browser.await("dialog", "What it means")).contains("Whole account", "can approve or deny it");
            type(browser, "role.text", "notebook");
            assertThat(browser.await("dialog", "Asked for already")).doesNotContain("What it means");
            browser.script("const f = document.querySelector('[name=\"end.choice\"]'); f.value = 'for 30d';"
                    + " f.dispatchEvent(new Event('change', { bubbles: true }));");
            assertThat(browser.await("dialog", "You have asked before")).contains("What it means", "gains pull");
            browser.screenshot("words-7-form-live-phone");
            browser.script("const f = document.querySelector('[name=\"replace.choice\"]');"
                    + " f.value = f.options[1].value; f.scrollIntoView();");
            browser.screenshot("words-8-form-replace-phone");
            browser.click("submit");
            browser.become(AMIR);
            browser.await("message", "Cancelled");
        }
    }

    /** Types until the repositories have been read: whoever looks before is offered none, and looks again. */
    private static void awaitOffer(Browser browser) {
        browser.script("""
                const field = document.querySelector('[name="repository.pick"]');
                const offers = document.querySelector('[data-testid="offers-repository.pick"]');
                const asking = setInterval(() => {
                  if (offers.textContent || !field.isConnected) return clearInterval(asking);
                  field.dispatchEvent(new Event('input', { bubbles: true }));
                }, 200);
                """);
        browser.await("offers-repository.pick", "web/frontend · central, us-west-2");
    }

    private static void type(Browser browser, String field, String text) {
        fill(browser, field, text);
        browser.script("document.querySelector('[name=\"" + field
                + "\"]').dispatchEvent(new Event('input', { bubbles: true }))");
    }

    private static void fill(Browser browser, String field, String text) {
        browser.script("document.querySelector('[name=\"" + field + "\"]').value = '" + text + "'");
    }
}

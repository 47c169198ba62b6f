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
            browser.await("ephemeral", "You asked");
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
            assertThat(browser.await("dialog", "Ask for access"))
                    .contains("Repository", "Who gets access", "another account", "How long");
            browser.typeUntilOffered("repository.pick", "", "web/frontend · central, us-west-2");
            browser.screenshot("words-4-form");
            browser.fillIn("repository.text", "payments/api");
            browser.fillIn("role.text", "ci-deployer");
            browser.fillIn("account.text", "saels");
            // It is said live; once that is shown, nothing more is on its way that could take the place of what comes
            // next.
            browser.await("dialog", "Did you mean “sales”?");
            browser.click("submit");
            browser.await("field-error", "Did you mean “sales”?");
            browser.screenshot("words-5-form-error");
            browser.fillIn("account.text", "sales");
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
            assertThat(browser.await("dialog", "you see here who decides")).contains("data, role notebook");
            browser.fillIn("repository.text", "web/frontend");
            browser.fillIn("account.text", "dataa");
            browser.await("dialog", "⚠️");
            browser.fillIn("account.text", "data");
            assertThat(browser.await("dialog", "What it means")).contains("Whole account", "can approve or deny it");
            browser.fillIn("role.text", "notebook");
            assertThat(browser.await("dialog", "Asked for already")).doesNotContain("What it means");
            browser.fillIn("end.choice", "for 30d");
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
}

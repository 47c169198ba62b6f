package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ways in which people write who never read the manual, each as it is answered on the page; no card comes of any of them. */
@Tag("browser")
class SentencesBrowserTest {
    private static final String NOTHING = "Nothing is asked for yet.";
    private static final String WHOLE = "No role is named, so this is for the whole account";
    private static final String CONSOLE =
            "https://us-west-2.console.aws.amazon.com/ecr/repositories/private/111111111111/"
                    + "payments/worker?region=us-west-2";

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        System.setProperty("sandbox.port", "0");
        // A Sunday. Time passes: which repositories there are is looked at some moments after the start.
        Duration back = Duration.between(Instant.now(), Instant.parse("2026-11-22T09:30:00Z"));
        sandbox = Sandbox.start(Clock.offset(Clock.systemUTC(), back));
    }

    @AfterEach
    void stop() {
        sandbox.attestAndClose();
    }

    /** What is typed, and what the answer says of it; no two say the same. */
    private static Map<String, String> sentences() {
        var said = new LinkedHashMap<String, String>();
        said.put("please give sales pull on payments api", "/ecr grant pull payments/api sales" + WHOLE);
        said.put(
                "grant pull payments/api to ci-deployer in sales for 7d",
                "/ecr grant pull payments/api sales ci-deployer for 7d" + NOTHING);
        said.put("grant pull finance payments/api", "/ecr grant pull payments/api finance" + WHOLE);
        said.put(
                "grant pull payments/worker sales/ci-deployer",
                "/ecr grant pull payments/worker sales ci-deployer" + NOTHING);
        said.put(
                "grant pull payments/worker sales:nightly-build",
                "/ecr grant pull payments/worker sales nightly-build" + NOTHING);
        said.put(
                "pull " + CONSOLE + " for finance report-runner",
                "/ecr grant pull " + CONSOLE + " finance report-runner" + NOTHING);
        said.put(
                "grant pull payments/api finance report-runner 7d",
                "/ecr grant pull payments/api finance report-runner for 7d" + NOTHING);
        said.put(
                "grant pull payments/api sales nightly-build for a month",
                "/ecr grant pull payments/api sales nightly-build for 30d" + NOTHING);
        said.put(
                "grant pull payments/api sales nightly-build until friday",
                "/ecr grant pull payments/api sales nightly-build until 2026-11-27" + NOTHING);
        said.put(
                "grant pull payments/api sales nightly-build until 31.12.2026",
                "/ecr grant pull payments/api sales nightly-build until 2026-12-31" + NOTHING);
        said.put(
                "grant pull web/frontend data notebook forever",
                "/ecr grant pull web/frontend data notebook" + NOTHING);
        said.put("grant pull payment/api finance nightly-build", "/ecr grant pull payments/api finance nightly-build");
        said.put(
                "grant pull payments/api slaes ci-deployer for 8d",
                "/ecr grant pull payments/api sales ci-deployer for 8d" + NOTHING);
        said.put(
                "grant pull payments/api sales, finance ci-deployer and nightly-build for 7d",
                "/ecr grant pull payments/api sales,finance ci-deployer,nightly-build for 7d"
                        + "These are 4 changes at once");
        said.put("list", "You have no requests yet.");
        said.put("pending", "No request waits for a decision.");
        said.put("grant help", "Ask for access");
        said.put("extend ci-deployer on payments/api by a week", "There is no access with");
        said.put("don't give sales pull on payments/api", "With “don't” in it");
        return said;
    }

    /** Which name was meant by one that isn't there is known once the bot has looked which there are. */
    private static void knowsItsRepositories(Browser browser) {
        browser.type("/ecr");
        browser.typeUntilOffered("repository.pick", "payments/worker", "payments/worker · central, us-west-2");
        browser.script("document.querySelector('dialog .modal-foot .action').click()");
        browser.awaitGone("dialog");
    }

    @Test
    void eachIsShownAsItIsUnderstoodAndNoneIsAskedFor() {
        try (var browser = new Browser(390, 844, true)) {
            browser.open(sandbox.page().url().toString());
            knowsItsRepositories(browser);
            sentences().forEach((typed, answered) -> {
                browser.type("/ecr " + typed);
                browser.await("ephemeral", answered);
            });
            browser.awaitStill();
            assertThat(Looks.faults(browser)).isEmpty();
            browser.screenshot("sentences-phone-dark");
            browser.become(SampleWorkspace.APPROVER.id());
            assertThat(browser.script(
                            "return document.querySelectorAll('[data-testid=\"button-request.approve\"]').length"))
                    .isEqualTo(0L);
            assertThat(sandbox.trial().slack().messages(SampleWorkspace.APPROVALS.id()))
                    .isEmpty();
        }
    }
}

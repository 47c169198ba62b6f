package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way through the page, as a person goes it: type, decide, see the policy change, get the lines to log in. */
@Tag("browser")
class SandboxBrowserTest {
    private static final String ASK = "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build";
    private static final String RITA = SampleWorkspace.REQUESTER.id();
    private static final String AMIR = SampleWorkspace.APPROVER.id();
    private static final String GINA = SampleWorkspace.GUEST.id();

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
    void fromTheAskToTheLoginLines() {
        try (var browser = new Browser(1280, 860, false)) {
            open(browser);
            assertThat(browser.await("intro")).contains("As Rita Requester, send the first example below.");
            assertThat(shownRepository(browser))
                    .isEqualTo(SeedRegistry.west("payments/api").arn());
            browser.screenshot("trial-1-start");
            ask(browser);
            browser.screenshot("trial-2-asked");
            browser.become(AMIR);
            assertThat(browser.await("message", "Waiting for approval"))
                    .contains("@Rita Requester asks for pull on payments/api", "nightly build", "EcrBotPull")
                    .contains("@registry-owners @Amir Approver can approve or deny this.");
            browser.screenshot("trial-3-card");
            browser.click("button-request.approve");
            browser.await("message", "read back from AWS");
            browser.await("policy", "arn:aws:iam::222222222222:role/ci-deployer");
            assertThat(shownRepository(browser))
                    .isEqualTo(SeedRegistry.west("payments/api").arn());
            browser.screenshot("trial-4-applied");
            browser.become(RITA);
            browser.click("channel-D0REQUESTER");
            assertThat(browser.await("message", "You have it"))
                    .contains(
                            "docker login --username AWS --password-stdin",
                            "docker pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:1.4.2");
            browser.screenshot("trial-5-snippet");
        }
    }

    @Test
    void whatIsShownAndIsNotSoIsSaidInRed() {
        try (var browser = new Browser(390, 844, false)) {
            open(browser);
            ask(browser);
            browser.become(AMIR);
            browser.await("message", "Waiting for approval");
            browser.click("button-request.approve");
            browser.await("message", "Applied, active");
            Repository repository = SeedRegistry.west("payments/api");
            var bot = new ModelPolicies(sandbox.trial().ecr());
            PolicyDocument written = bot.read(repository);
            Principal asked = Principals.parse("AWS", "arn:aws:iam::222222222222:role/ci-deployer");
            var nobody = new OnBehalf("req-00000001", Optional.empty(), Optional.empty());
            bot.write(repository, PolicyDocument.empty(), asked, nobody);
            assertThat(browser.await("witness", "This isn't so")).contains("Card of req-", "role/ci-deployer");
            browser.screenshot("trial-untrue");
            bot.write(repository, written, asked, nobody);
        }
    }

    @Test
    void aGuestIsRefusedInPrivate() {
        try (var browser = new Browser(1280, 860, false)) {
            open(browser);
            ask(browser);
            browser.become(GINA);
            browser.await("message", "Waiting for approval");
            browser.click("button-request.approve");
            assertThat(browser.await("ephemeral", "Ask one of them"))
                    .contains("Only visible to you", "@Gina Guest is a guest in this workspace.");
            browser.type(ASK);
            assertThat(browser.await("ephemeral", "Ask one of them")).contains("Ask one of them to do it.");
            browser.screenshot("trial-6-guest");
            browser.become(AMIR);
            assertThat(browser.await("message", "Waiting for approval")).contains("Approve", "Deny");
            assertThat(sandbox.trial().ecr().policy(SeedRegistry.west("payments/api")))
                    .isEmpty();
        }
    }

    @Test
    void aDenialWithItsReason() {
        try (var browser = new Browser(1280, 860, true)) {
            open(browser);
            ask(browser);
            browser.become(AMIR);
            browser.await("message", "Waiting for approval");
            browser.click("button-request.deny");
            browser.click("confirm");
            browser.await("dialog", "Why was req-");
            browser.press("Please use the shared base image");
            browser.screenshot("trial-7-reason-dark");
            browser.click("submit");
            browser.click("channel-D0APPROVER1");
            browser.await("message", "now has your reason: it stands on the card");
            browser.click("channel-C0APPROVALS");
            assertThat(browser.await("message", "Denied by")).contains("shared base image");
            browser.screenshot("trial-8-denied-dark");
            browser.become(RITA);
            browser.click("channel-D0REQUESTER");
            assertThat(browser.await("message", "@Amir Approver says why your request"))
                    .contains("Reason: “Please use the shared base image”");
            browser.screenshot("trial-9-denied-dark");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fitsAPhone(boolean dark) {
        String theme = dark ? "dark" : "light";
        try (var browser = new Browser(390, 844, dark)) {
            open(browser);
            browser.screenshot("phone-1-start-" + theme);
            ask(browser);
            browser.screenshot("phone-2-asked-" + theme);
            browser.become(AMIR);
            browser.await("message", "Waiting for approval");
            browser.screenshot("phone-3-card-" + theme);
            assertThat(browser.script("return document.documentElement.scrollWidth"))
                    .isEqualTo(390L);
            browser.click("button-request.deny");
            browser.click("confirm");
            browser.await("dialog", "Why was req-");
            browser.screenshot("phone-4-reason-" + theme);
        }
    }

    private void open(Browser browser) {
        browser.open(sandbox.page().url().toString());
    }

    private static void ask(Browser browser) {
        browser.type(ASK);
        assertThat(browser.await("ephemeral", "You asked"))
                .contains("Only visible to you", "req-", "See its card", "@registry-owners, @Amir Approver");
    }

    private static Object shownRepository(Browser browser) {
        return browser.script("return document.querySelector('[data-testid=repository-switch]').value");
    }
}

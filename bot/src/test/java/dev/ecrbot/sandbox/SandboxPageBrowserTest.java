package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class SandboxPageBrowserTest {

    private SandboxPageDemo demo;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("sandbox.port", "0");
        demo = new SandboxPageDemo();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void showsTextAsTextAndMentionsAsNames() {
        try (Browser browser = new Browser(1280, 860, false)) {
            browser.open(demo.url().toString());
            browser.await("message", "<script>alert(1)</script>");
            browser.await("message", "@Amir Approver @registry-owners please decide.");
            browser.await("ephemeral", "Only visible to you");
            browser.screenshot("wide-light");
            browser.click("channel-D0REQUESTER");
            browser.await("message", "docker pull");
            browser.screenshot("wide-light-direct");
        }
    }

    @Test
    void typesClicksAndSeesThePolicyChange() {
        try (Browser browser = new Browser(1280, 860, true)) {
            browser.open(demo.url().toString());
            browser.type("/ecr help");
            browser.await("ephemeral", "only a demo");
            browser.type("/deploy now");
            browser.become(SampleWorkspace.APPROVER.id());
            assertThat(browser.await("message", "please decide")).contains("Approve");
            browser.click("button-request.deny");
            browser.await("dialog", "Only the requester sees it.");
            browser.press("Please name a role");
            browser.screenshot("wide-dark-modal");
            browser.click("submit");
            demo.slack()
                    .await(() -> demo.slack().views(SampleWorkspace.APPROVER).isEmpty()
                            ? Optional.of(true)
                            : Optional.empty());
            browser.awaitGone("dialog");
            browser.click("button-request.approve");
            browser.await("dialog", "Give pull access?");
            browser.screenshot("wide-dark-confirm");
            browser.click("confirm");
            browser.await("policy", "role/ci-deployer");
            assertThat(browser.script("return document.querySelectorAll('.line.add').length"))
                    .isEqualTo(1L);
            browser.screenshot("wide-dark");
            browser.become(SampleWorkspace.GUEST.id());
            browser.screenshot("wide-dark-guest");
        }
    }

    @Test
    void fitsAPhone() {
        for (boolean dark : new boolean[] {false, true}) {
            try (Browser browser = new Browser(390, 844, dark)) {
                browser.open(demo.url().toString());
                browser.await("message", "please decide");
                assertThat(browser.script("return document.documentElement.scrollWidth"))
                        .isEqualTo(390L);
                browser.screenshot(dark ? "narrow-dark" : "narrow-light");
                browser.script("document.querySelector('[data-to=policy]').click()");
                browser.await("policy", "EcrBotPull");
                browser.screenshot(dark ? "narrow-dark-policy" : "narrow-light-policy");
            }
        }
    }
}

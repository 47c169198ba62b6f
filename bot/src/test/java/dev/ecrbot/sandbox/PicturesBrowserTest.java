package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;

/**
 * The pictures of the README and the pages, each of what the command does that is printed above it there. They go to
 * {@code -Dpictures}, or beside the other screenshots.
 */
@Tag("browser")
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PicturesBrowserTest {
    private static final String ASK = "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build";
    private static final String RITA = SampleWorkspace.REQUESTER.id();
    private static final String AMIR = SampleWorkspace.APPROVER.id();
    private static final Path TO = Path.of(System.getProperty("pictures", "target/screenshots"));
    private static final Duration BACK = Duration.between(Instant.now(), Instant.parse("2026-11-24T09:41:00Z"));
    private static final int MOST = 1_000_000;

    private Sandbox sandbox;

    @BeforeAll
    void start() {
        System.setProperty("sandbox.port", "0");
        sandbox = Sandbox.start(Clock.offset(Clock.system(ZoneOffset.UTC), BACK));
    }

    @AfterAll
    void stop() {
        sandbox.attestAndClose();
    }

    private static void picture(Browser browser, String name) throws IOException {
        browser.awaitStill();
        browser.script("document.activeElement.blur()");
        Path taken = browser.screenshot("picture-" + name);
        Files.createDirectories(TO);
        Files.move(taken, TO.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Browser opened(int width, int height) {
        var browser = new Browser(width, height, false);
        browser.open(sandbox.page().url().toString());
        return browser;
    }

    /** Leaves the messages alone on the screen, as many as fit from this one's beginning on. */
    private static void onlyMessages(Browser browser) {
        browser.script("""
                document.querySelectorAll('.side, .composer, .policy, .tabs, .chat > .top').forEach((part) => (part.style.display = 'none'));
                document.body.style.display = 'block';
                document.querySelectorAll('pre').forEach((part) => (part.style.maxHeight = 'none'));
                Object.assign(document.querySelector('.messages').style, { flex: 'none', overflow: 'visible' });
                """);
    }

    /** On a slow machine it is said that an answer takes a moment; the picture is to be the same on each. */
    private static void withoutProgress(Browser browser) {
        browser.script("""
                document.querySelectorAll('#messages article').forEach((message) => {
                  if (message.textContent.includes('This takes a moment')) message.remove();
                });
                """);
    }

    @Test
    @Order(1)
    void form() throws IOException {
        try (var browser = opened(560, 780)) {
            browser.type("/ecr");
            browser.await("dialog", "Ask for access");
            for (var field : new String[][] {
                {"repository.text", "payments/api"}, {"account.text", "sales"}, {"role.text", "ci-deployer"}
            }) {
                browser.script("const field = document.querySelector('[name=\"" + field[0] + "\"]'); field.value = '"
                        + field[1] + "'; field.dispatchEvent(new Event('input', { bubbles: true }))");
            }
            browser.await("dialog", "gains pull");
            browser.script("document.querySelector('.modal-body').scrollTop = 9999");
            picture(browser, "form");
            browser.press(Keys.ESCAPE);
            browser.awaitGone("dialog");
        }
    }

    @Test
    @Order(2)
    void cardOnAPhone() throws IOException {
        try (var browser = opened(390, 680)) {
            browser.type(ASK);
            browser.await("ephemeral", "You asked");
            browser.become(AMIR);
            browser.await("message", "can approve or deny this");
            onlyMessages(browser);
            picture(browser, "card-phone");
        }
    }

    @Test
    @Order(3)
    void card() throws IOException {
        try (var browser = opened(900, 1_000)) {
            browser.become(AMIR);
            browser.await("message", "can approve or deny this");
            browser.script("document.querySelector('[data-testid=fold]').open = true");
            onlyMessages(browser);
            picture(browser, "card");
        }
    }

    @Test
    @Order(4)
    void sandbox() throws IOException {
        try (var browser = opened(1280, 760)) {
            browser.become(AMIR);
            browser.click("button-request.approve");
            browser.await("message", "Applied, active");
            browser.await("policy", "role/ci-deployer");
            browser.become(RITA);
            browser.awaitStill();
            withoutProgress(browser);
            picture(browser, "sandbox");
        }
    }

    @Test
    @Order(5)
    void home() throws IOException {
        try (var browser = opened(390, 680)) {
            browser.become(RITA);
            browser.click("channel-HOME");
            browser.await("message", "You holdpull on payments/api");
            onlyMessages(browser);
            picture(browser, "home");
        }
    }

    @Test
    @Order(6)
    void allAreSmall() throws IOException {
        long bytes = 0;
        for (String name : new String[] {"form", "card-phone", "card", "sandbox", "home"}) {
            bytes += Files.size(TO.resolve(name + ".png"));
        }
        assertThat(bytes).isLessThan(MOST);
    }
}

package dev.ecrbot.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;

/** A headless Chromium on the page, driven by what the page promises to keep: its data-testid attributes. */
public final class Browser implements AutoCloseable {
    private static final int PRESSES = 10;

    private final Chromium chromium;
    private final ChromeDriver driver;
    private final PageWaits waits;

    public Browser(int width, int height, boolean dark) {
        this.chromium = new Chromium(width, height, dark);
        this.driver = chromium.driver();
        this.waits = new PageWaits(driver);
    }

    public void open(String url) {
        driver.get(url);
        await("policy");
    }

    /** Returns the text of the last element with this id, as soon as there is one. */
    public String await(String testId) {
        return await(testId, "");
    }

    /** Returns the text of the last element with this id that contains these words, as soon as there is one. */
    public String await(String testId, String words) {
        return (String) waits.until(testId, words, "return element.textContent");
    }

    /** Becomes another person. */
    public void become(String personId) {
        click("person-" + personId);
        awaitChecked("person-" + personId);
    }

    /** Waits until the last element with this id is the one that is chosen. */
    public void awaitChecked(String testId) {
        waits.until(testId, "", "return element.ariaChecked === 'true' ? 'yes' : undefined");
    }

    /** Waits until the focus is on an element with this id. */
    public void awaitFocus(String testId) {
        waits.untilFocused(testId);
    }

    /** Waits until there is no element with this id any more. */
    public void awaitGone(String testId) {
        awaitGone(testId, "");
    }

    /** Waits until no element with this id contains these words any more. */
    public void awaitGone(String testId, String words) {
        waits.untilGone(testId, words);
    }

    /** Clicks the last element with this id, as soon as there is one that takes a click. */
    public void click(String testId) {
        waits.until(testId, "", "if (element.disabled) return undefined; element.click(); return 'clicked'");
    }

    /** Puts a line into the composer and sends it, as soon as nothing is in front of that. */
    public void type(String line) {
        fillIn("text", line);
        enter("composer");
    }

    /** Puts a text into the field with this name or id, as soon as there is one, as somebody who types it or chooses it does. */
    public void fillIn(String field, String text) {
        try {
            driver.executeAsyncScript("""
                    const [name, text, done] = arguments;
                    const look = () => {
                      const field = document.querySelector(`[name="${name}"]`) ?? document.getElementById(name);
                      if (!field) return false;
                      field.value = text;
                      field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
                      done();
                      return true;
                    };
                    if (look()) return;
                    const observer = new MutationObserver(() => look() && observer.disconnect());
                    observer.observe(document, { subtree: true, childList: true });
                    """, field, text);
        } catch (ScriptTimeoutException e) {
            throw new AssertionError(
                    "there is no field " + field + ":\n" + script("return document.body.innerText"), e);
        }
    }

    /**
     * Types into the field with this name, as soon as there is one, until it offers something with these words. What it offers
     * is asked for at each key; before the bot has read any repository, it offers none.
     */
    public void typeUntilOffered(String field, String text, String words) {
        fillIn(field, text);
        script("""
                const field = () => document.querySelector('[name="NAME"]');
                const asking = setInterval(() => {
                  const offers = document.querySelector('[data-testid="offers-NAME"]');
                  if (!field() || offers?.textContent) return clearInterval(asking);
                  field().dispatchEvent(new Event('input', { bubbles: true }));
                }, 200);
                """.replace("NAME", field));
        await("offers-" + field, words);
    }

    /** Presses keys wherever the focus is; what has it may just be drawn anew. */
    public void press(CharSequence... keys) {
        retried(() -> driver.switchTo().activeElement().sendKeys(keys));
    }

    /**
     * Focuses the last element with this id, as soon as it takes the focus, and presses Enter there. Where it is drawn anew between
     * the two, the key goes nowhere, and is pressed again.
     */
    public void enter(String testId) {
        for (int tries = 1; ; tries++) {
            String reached = entered(testId);
            if (reached.equals(testId)) {
                return;
            }
            if (!reached.isEmpty() || tries == PRESSES) {
                throw new AssertionError("Enter was pressed on \"" + reached + "\", and not on " + testId);
            }
        }
    }

    /** Returns what the key was pressed on; nothing where it was pressed on nothing in particular. */
    private String entered(String testId) {
        retried(() -> {
            focus(testId);
            script("""
                    window.reached = '';
                    document.addEventListener('keydown', (event) => {
                      window.reached = event.target.closest('[data-testid]')?.dataset.testid ?? '';
                    }, { capture: true, once: true });
                    """);
            driver.switchTo().activeElement().sendKeys(Keys.ENTER);
        });
        return (String) script("return window.reached");
    }

    /** Focuses the last element with this id, as soon as there is one that takes the focus. */
    public void focus(String testId) {
        waits.until(testId, "", "element.focus(); return document.activeElement === element ? 'focused' : undefined");
    }

    private void retried(Runnable press) {
        for (int tries = 1; ; tries++) {
            try {
                press.run();
                return;
            } catch (StaleElementReferenceException | ElementNotInteractableException e) {
                if (tries == PRESSES) {
                    throw e;
                }
                awaitStill();
            }
        }
    }

    /** Waits until nothing moves or fades any more, so that a picture shows how it stays. */
    public void awaitStill() {
        driver.executeAsyncScript("""
                const done = arguments[0];
                const moving = document.getAnimations().filter((each) => each.playState === 'running');
                moving.forEach((each) => each.finish());
                requestAnimationFrame(() => requestAnimationFrame(() => done()));
                """);
    }

    public Object script(String script) {
        return driver.executeScript(script);
    }

    public Path screenshot(String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
    }
}

package dev.ecrbot.sandbox;

import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;

/** Waits in the page itself, which says so as soon as something is there or is gone; what was there instead is told. */
record PageWaits(ChromeDriver driver) {
    /** Looks once, and again whenever something on the page has changed. */
    private static final String WHEN = """
            const [id, words, done] = arguments;
            const act = (element) => { THEN };
            const look = () => {
              const all = [...document.querySelectorAll(`[data-testid="${id}"]`)];
              const element = all.filter((e) => e.textContent.includes(words)).at(-1);
              return element ? act(element) : undefined;
            };
            const first = look();
            if (first !== undefined) return done(first);
            const observer = new MutationObserver(() => {
              const result = look();
              if (result === undefined) return;
              observer.disconnect();
              done(result);
            });
            observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            """;

    /** Returns what this script makes of the last element with this id that contains these words, as soon as it makes anything of it. */
    Object until(String testId, String words, String then) {
        try {
            return driver.executeAsyncScript(WHEN.replace("THEN", then), testId, words);
        } catch (ScriptTimeoutException e) {
            throw new AssertionError(
                    "no " + testId + " with \"" + words + "\" on the page:\n"
                            + driver.executeScript("return document.body.innerText"),
                    e);
        }
    }

    void untilFocused(String testId) {
        try {
            driver.executeAsyncScript("""
                    const [id, done] = arguments;
                    const there = () => document.activeElement?.dataset.testid === id && (done(), true);
                    if (there()) return;
                    const look = () => there() && document.removeEventListener('focusin', look);
                    document.addEventListener('focusin', look);
                    """, testId);
        } catch (ScriptTimeoutException e) {
            throw new AssertionError(
                    "the focus isn't on " + testId + " but on "
                            + driver.executeScript("return document.activeElement.outerHTML.slice(0, 200)"),
                    e);
        }
    }

    void untilGone(String testId, String words) {
        try {
            driver.executeAsyncScript("""
                    const [id, words, done] = arguments;
                    const gone = () => ![...document.querySelectorAll(`[data-testid="${id}"]`)].some((e) => e.textContent.includes(words));
                    if (gone()) return done();
                    const observer = new MutationObserver(() => {
                      if (!gone()) return;
                      observer.disconnect();
                      done();
                    });
                    observer.observe(document, { subtree: true, childList: true, characterData: true });
                    """, testId, words);
        } catch (ScriptTimeoutException e) {
            throw new AssertionError(
                    "there still is " + testId + " with \"" + words + "\" on the page:\n"
                            + driver.executeScript("return document.body.innerText"),
                    e);
        }
    }
}

package dev.ecrbot.sandbox;

import java.util.List;
import java.util.stream.Stream;

/** Looks at what is on the screen as the guidelines for accessible content have it: names, contrast, nothing cut off. */
final class Looks {
    private Looks() {}

    /** Returns what is wrong with what can be seen, in words. */
    static List<String> faults(Browser browser) {
        return Stream.of(CONTRAST, NAMES)
                .flatMap(script -> ((List<?>) browser.script(script)).stream())
                .map(String::valueOf)
                .toList();
    }

    /** Returns what of the dialog in front is cut off or can't be reached. */
    static List<String> outside(Browser browser) {
        return ((List<?>) browser.script(OUTSIDE)).stream().map(String::valueOf).toList();
    }

    /** Texts that can hardly be told from what is behind them: 4.5 to 1, or 3 to 1 where they are large. */
    private static final String CONTRAST = """
            const known = new Map();
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const parse = (colour) => {
              if (known.has(colour)) return known.get(colour);
              canvas.clearRect(0, 0, 1, 1);
              canvas.fillStyle = colour;
              canvas.fillRect(0, 0, 1, 1);
              known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
              return known.get(colour);
            };
            const linear = (v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
            const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
            const behind = (element) => {
              for (let at = element; at; at = at.parentElement) {
                const colour = parse(getComputedStyle(at).backgroundColor);
                if (colour[3] > 250) return colour;
              }
              return [255, 255, 255, 255];
            };
            const found = new Set();
            const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
            const texts = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const text = texts.currentNode.textContent.trim();
              const element = texts.currentNode.parentElement;
              if (!text || element.closest('.sign, [hidden], script') || !element.checkVisibility({ opacityProperty: true })) continue;
              const style = getComputedStyle(element);
              const a = light(parse(style.color)) + 0.05;
              const b = light(behind(element)) + 0.05;
              const size = parseFloat(style.fontSize);
              const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
              const ratio = Math.max(a, b) / Math.min(a, b);
              if (ratio < (large ? 3 : 4.5)) found.add(`${ratio.toFixed(2)}: ${text.slice(0, 50)}`);
            }
            return [...found];
            """;

    /** Fields and buttons that a screen reader has no name for, and pictures without a text in their place. */
    private static final String NAMES = """
            const named = (e) => e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.labels?.length
              || e.textContent.trim() || e.title;
            const nameless = [...document.querySelectorAll('button, input, select, textarea, [role=tab], [role=log], dialog')]
              .filter((e) => e.checkVisibility() && !named(e))
              .map((e) => 'no name: ' + e.outerHTML.slice(0, 120));
            const pictures = [...document.querySelectorAll('img:not([alt]), [role=img]:not([aria-label])')]
              .map((e) => 'no text: ' + e.outerHTML.slice(0, 120));
            return [...nameless, ...pictures];
            """;

    /** What sticks out of the screen, or out of the form beside what scrolls in it. */
    private static final String OUTSIDE = """
            const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
            const beside = [...dialog.querySelectorAll('*')]
              .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility())
              .map((e) => 'too wide: ' + e.outerHTML.slice(0, 120));
            const hidden = [...dialog.querySelectorAll('h2, .modal-foot button')]
              .filter((e) => e.getBoundingClientRect().bottom > innerHeight || e.getBoundingClientRect().top < 0)
              .map((e) => 'not on the screen: ' + e.outerHTML.slice(0, 120));
            const end = dialog.querySelector('.modal-body');
            end.scrollTop = end.scrollHeight;
            const last = end.lastElementChild?.getBoundingClientRect() ?? { bottom: 0 };
            const foot = dialog.querySelector('.modal-foot').getBoundingClientRect();
            return [...beside, ...hidden, ...(last.bottom > foot.top + 1 ? ['its end is below its buttons'] : [])];
            """;
}

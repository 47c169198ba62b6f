package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Thoroughness;
import dev.ecrbot.slack.EveryCard;
import dev.ecrbot.slack.answer.EveryHome;
import dev.ecrbot.slack.answer.FindingMessage;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/**
 * On a phone, whoever has a card's beginning at the top of the screen sees its buttons, and all before them that a decision needs,
 * whatever is in it; and their Home tab is no wider than the screen. A build tries two of the texts.
 */
@Tag("browser")
class FirstScreenBrowserTest {
    /** Puts the beginning of the fullest card at the top of the screen. */
    private static final String TOP = """
            const log = document.querySelector('#messages');
            const card = document.querySelectorAll('#messages article')[1];
            log.scrollTop += card.getBoundingClientRect().top - log.getBoundingClientRect().top;
            """;

    /** What is wider than the screen, and can't be moved sideways by itself. */
    private static final String WIDE = """
            return [...document.querySelectorAll('.main *')]
              .filter((e) => !e.closest('.table') && e.getBoundingClientRect().right > innerWidth + 1)
              .map((e) => e.outerHTML.slice(0, 120));
            """;

    private static final int PHONE = 390;
    private static final int SCREEN = 844;

    /** How far down from its beginning each card's buttons end, and how much of it is on the screen at once. */
    private static final String REACH = """
            const log = document.querySelector('#messages');
            return [...document.querySelectorAll('#messages article')].map((card) => {
              const buttons = card.querySelector('.actions');
              return [
                Math.ceil(buttons ? buttons.getBoundingClientRect().bottom - card.getBoundingClientRect().top : 0),
                log.clientHeight,
              ];
            });
            """;

    /** What of these a card that can be decided doesn't say before its buttons. */
    private static final String FACTS = """
            return [...document.querySelectorAll('#messages article')].flatMap((card, at) => {
              const buttons = card.querySelector('.actions');
              if (!buttons?.querySelector('[data-testid="button-request.deny"]')) return [];
              const above = document.createRange();
              above.setStart(card, 0);
              above.setEndBefore(buttons);
              const said = above.toString();
              return FACTS_ONE.filter((fact) => !said.includes(fact)).map((fact) => `card ${at} lacks ${fact}: ${said}`);
            });
            """.replace("FACTS_ONE", "[' asks ', 'Why: ']");

    /** Whether what waits first for whoever opens their Home tab can be decided without moving it. */
    private static final String FIRST_WAITS = """
            const log = document.querySelector('#messages');
            const buttons = log.querySelector('[data-testid="button-request.deny"]').closest('.actions');
            return buttons.getBoundingClientRect().bottom <= log.getBoundingClientRect().bottom;
            """;

    static Stream<String> texts() {
        return EveryCard.texts().stream().limit(Thoroughness.ofThisRun().of(2, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aCardsButtonsAreOnTheFirstScreen(String text) throws Exception {
        Map<String, Rendered> cards = EveryCard.all(text);
        try (var wall = Wall.open();
                // Half of them in the dark, where colours have to be told apart as well.
                var browser = new Browser(PHONE, SCREEN, text.length() % 2 == 0)) {
            for (Rendered card : cards.values()) {
                wall.post(card);
            }
            browser.open(wall.url());
            browser.await("button-request.approve");
            browser.awaitStill();
            List<?> reached = (List<?>) browser.script(REACH);
            assertThat(reached).hasSize(cards.size());
            var beyond = new ArrayList<String>();
            long longest = 0;
            int at = 0;
            for (String name : cards.keySet()) {
                List<?> reach = (List<?>) reached.get(at++);
                long bottom = ((Number) reach.get(0)).longValue();
                longest = Math.max(longest, bottom);
                if (bottom > ((Number) reach.get(1)).longValue()) {
                    beyond.add(name + ": " + bottom + " of " + reach.get(1));
                }
            }
            System.out.println("of " + cards.size() + " cards the longest has its buttons end at " + longest + " px");
            browser.script(TOP);
            browser.screenshot("first-screen-" + Math.floorMod(text.hashCode(), 1_000));
            assertThat(Looks.faults(browser)).isEmpty();
            assertThat(beyond)
                    .as("cards whose buttons aren't on the first screen")
                    .isEmpty();
            assertThat((List<?>) browser.script(FACTS)).isEmpty();
            confirmationFits(browser);
            homeFits(wall, browser, text);
        }
    }

    private static void confirmationFits(Browser browser) {
        browser.click("button-request.deny");
        browser.await("dialog", "Deny");
        browser.awaitStill();
        assertThat(Looks.outside(browser)).isEmpty();
        assertThat(Looks.faults(browser)).isEmpty();
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
    }

    private static void homeFits(Wall wall, Browser browser, String text) throws Exception {
        wall.publish(new FindingMessage(card -> Optional.of("https://x.slack.com/archives/C/p1"), Samples.NAMING)
                .render(EveryHome.with(text, 60)));
        browser.click("channel-HOME");
        browser.await("message", "Waits for you");
        browser.awaitStill();
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) PHONE);
        assertThat((List<?>) browser.script(WIDE)).isEmpty();
        assertThat(browser.script(FIRST_WAITS)).isEqualTo(true);
        assertThat(Looks.faults(browser)).isEmpty();
        browser.screenshot("first-screen-home-" + Math.floorMod(text.hashCode(), 1_000));
    }
}

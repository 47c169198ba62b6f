package dev.ecrbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import dev.ecrbot.Thoroughness;
import dev.ecrbot.slack.EveryCard;
import dev.ecrbot.slack.intake.EveryForm;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form on a phone, with the longest and oddest texts in it and filled in: its buttons are on the screen, nothing is wider than
 * that, and all of it can be read. A build tries two of the texts.
 */
@Tag("browser")
class FormsBrowserTest {
    private static final int PHONE = 390;
    private static final int SCREEN = 844;

    /** Fills in every field as far as it takes it. */
    private static final String FILL = """
            const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
            for (const field of dialog.querySelectorAll('input:not([type=date]), textarea')) {
              field.value = 'Wide words and m0re '.repeat(60).slice(0, field.maxLength > 0 ? field.maxLength : 100);
            }
            """;

    static Stream<String> texts() {
        return EveryCard.texts().stream().limit(Thoroughness.ofThisRun().of(2, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachFitsAPhone(String text) throws Exception {
        Map<String, View> forms = EveryForm.all(text);
        assertThat(forms.keySet())
                .contains(
                        "grant.extend.submit",
                        "request.shorten.submit",
                        "request.undo.submit",
                        "request.comment.submit",
                        "denial.reason.submit",
                        "entry.takeover.submit",
                        "access.ask.submit");
        try (var wall = Wall.open();
                // Half of them in the dark, where colours have to be told apart as well.
                var browser = new Browser(PHONE, SCREEN, text.length() % 2 == 0)) {
            browser.open(wall.url());
            int at = 0;
            for (var form : forms.entrySet()) {
                // A mark of its own, so that it is known when it is there.
                String title = form.getValue().getTitle().getText() + " " + at++;
                form.getValue().getTitle().setText(title);
                wall.open(form.getValue());
                browser.await("dialog", title);
                browser.awaitStill();
                assertFits(browser, form.getKey());
                browser.script(FILL);
                assertFits(browser, form.getKey() + ", filled in");
                browser.screenshot("form-" + Math.floorMod(text.hashCode(), 1_000) + "-" + at);
            }
        }
    }

    private static void assertFits(Browser browser, String name) {
        assertThat(Looks.outside(browser)).as(name).isEmpty();
        assertThat(Looks.faults(browser)).as(name).isEmpty();
    }
}

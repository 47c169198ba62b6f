package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The form says, as it is filled in, what would come of it, by the same rules as if it were asked. */
@Tag("whole")
final class FormPreviewTest {
    private final Office office = new Office();
    private final Map<String, String> filled = new HashMap<>(Map.of("access.choice", "pull", "end.choice", "for 7d"));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void itSaysWhoDecidesWhatItMeansAndWhatToLookTwiceAt() {
        open();
        change("repository.text", "payments/api");
        assertThat(after("account.text", "sales", "What it means"))
                .contains("Whole account", "can approve or deny it", "gains pull", "the whole account sales");
        assertThat(after("role.text", "ci-deployer", "role ci-deployer in sales"))
                .doesNotContain("Whole account: ");
        assertThat(office.cards()).isEmpty();
    }

    @Test
    void whatIsWrongStandsAtItsFieldBeforeAnythingIsSent() {
        open();
        change("repository.text", "payments/api");
        after("account.text", "saels", "Did you mean “sales”?");
        assertThat(form().blocks().toString())
                .contains("⚠️ ", "Did you mean “sales”?")
                .doesNotContain("What it means");
    }

    @Test
    void whatARuleRefusesIsSaidWithoutARecord() {
        open();
        filled.put("account.text", "sales");
        after("repository.text", "no-rule/for-this", "It would be refused");
        assertThat(office.cards()).isEmpty();
    }

    @Test
    void theSameAskIsFoundAndAnotherEndMayTakeItsPlace() {
        office.types(Office.RITA, "grant pull web/frontend data notebook for 7d");
        Message before = office.slack.await(() -> office.cards().stream().findFirst());
        String first = Office.id(before);

        open();
        filled.put("repository.text", "web/frontend");
        filled.put("account.text", "data");
        after("role.text", "notebook", "Asked for already: " + first);
        after("end.choice", "for 30d", "What it means");
        View form = form();
        assertThat(form.blocks().toString()).contains("You have asked before", "Ask for this in place of " + first);
        filled.put("replace.choice", first);
        Delivery sent = office.slack.submit(Office.RITA, form, filled);

        assertThat(sent.body()).doesNotContain("errors");
        office.slack.await(() -> office.cards().stream()
                .filter(card -> !Office.id(card).equals(first))
                .findFirst());
        office.slack.await(() -> office.cards().stream()
                .filter(card -> card.shown().contains(first))
                .filter(card ->
                        card.buttons().stream().noneMatch(b -> b.actionId().equals("request.approve")))
                .findFirst());
    }

    @Test
    void ofManyKeysOnlyTheNewestHasToBeShown() {
        open();
        filled.put("repository.text", "payments/api");
        filled.put("account.text", "sales");
        View form = form();
        for (int end = 1; end <= "nightly-build".length(); end++) {
            filled.put("role.text", "nightly-build".substring(0, end));
            office.slack.changes(Office.RITA, form, "role.text", filled);
        }
        assertThat(shown("role nightly-build in sales")).contains("gains pull");
    }

    private void open() {
        office.types(Office.RITA, "");
        form();
    }

    private View form() {
        return office.slack.await(() -> office.slack.views(Office.RITA).stream().findFirst());
    }

    private void change(String field, String value) {
        filled.put(field, value);
        office.slack.changes(Office.RITA, form(), field, filled);
    }

    private String after(String field, String value, String words) {
        change(field, value);
        return shown(words);
    }

    private String shown(String words) {
        return office.slack.await(() ->
                Optional.of(form()).map(view -> view.shown() + view.blocks()).filter(text -> text.contains(words)));
    }
}

package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.sandbox.slack.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Home tab shows what waits, what was asked for and what is held, and changes by itself. */
@Tag("whole")
final class HomeTest {
    private final SettableClock clock = new SettableClock(Instant.now());
    private final Office office = new Office(TrialConfig.http(), clock);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void itChangesWithTheLifeOfARequest() {
        opens(Office.RITA, "You asked for\nNothing.", "payments-pull: ", "Registries\ncentral (111111111111) in ");
        opens(Office.AMIR, "Waits for you\nNothing.");
        Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 7d");
        String id = Office.id(card);

        View waiting = shows(Office.AMIR, "Waits for you\n<@U0REQUESTER> asks for pull on payments/api");
        assertThat(waiting.shown()).doesNotContain("Approve");
        shows(Office.RITA, "You asked for\nPull on payments/api", id);

        office.approves(Office.AMIR, card);
        View holding = shows(Office.RITA, "You asked for\nNothing.", "You hold\npull on payments/api");
        shows(Office.AMIR, "Waits for you\nNothing.");
        assertThat(office.slack.click(Office.RITA, holding, Office.END, id).status())
                .isEqualTo(200);
        office.until(card, now -> now.shown().startsWith("⏹ Ended early"));
        shows(Office.RITA, "You hold\nNothing.");
    }

    @Test
    void itsButtonsDoWhatTheyDoElsewhere() {
        Message card = office.asks(Office.RITA, "grant pull payments/worker sales ci-deployer for 7d");
        String id = Office.id(card);
        View home = opens(Office.OLGA, "asks for pull on payments/worker");
        office.slack.click(Office.OLGA, home, Office.DENY, id);
        View reason = office.slack.await(
                () -> office.slack.views(Office.OLGA).stream().findFirst());
        assertThat(reason.shown()).contains(id);
        office.until(card, now -> now.shown().startsWith("⛔ Denied"));

        office.slack.click(Office.OLGA, home, "access.new", "new");
        View form = office.slack.await(() -> office.slack.views(Office.OLGA).stream()
                .filter(view -> view.title().equals("Ask for access"))
                .findFirst());
        assertThat(form.shown()).contains("Repository");
    }

    @Test
    void whoMayNotAskIsToldSo() {
        opens(SampleWorkspace.GUEST, "is a guest in this workspace");
    }

    private View opens(Person person, String... texts) {
        assertThat(office.slack.openHome(person).status()).isEqualTo(200);
        return shows(person, texts);
    }

    /** Moves the clock on past the pace of the tab, as long as it doesn't show this. */
    private View shows(Person person, String... texts) {
        clock.advance(Duration.ofSeconds(10));
        return office.slack.await(() ->
                office.slack.home(person).filter(home -> List.of(texts).stream().allMatch(home.shown()::contains)));
    }
}

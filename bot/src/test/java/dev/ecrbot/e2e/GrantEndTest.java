package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is not needed any more ends with one line, and without an approval. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class GrantEndTest {
    private final TrialConfig config = TrialConfig.http();
    private final Office office = new Office(config);

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theHolderEndsWhatTheyGot() {
        Message card = office.grants("grant pull payments/api sales ci-deployer for 7d");
        String id = Office.id(card);
        office.written(Office.RITA, "You have it", id);

        Message told = office.answer(Office.RITA, () -> office.types(Office.RITA, "end " + id));

        assertThat(told.shown()).contains(id, "is being ended");
        inThread("Ended: pull on payments/api", "was ended before its time", "by <@U0REQUESTER>");
        assertThat(office.policy("payments/api")).isEmpty();
        assertThat(new Records(config).events(id)).last().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("GRANT_ENDED");
            assertThat(event.actor()).isEqualTo("U0REQUESTER");
        });
        assertThat(says(Office.RITA, "end " + id))
                .contains(
                        id,
                        "has ended already",
                        "/ecr status 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api");
    }

    @Test
    void anApproverEndsItAndTheHolderIsTold() {
        String id = Office.id(office.grants("grant pull payments/worker sales ci-deployer"));

        office.types(Office.AMIR, "end " + id);

        office.written(Office.RITA, "Ended before its time by <@U0APPROVER1>", id);
        assertThat(office.policy("payments/worker")).isEmpty();
    }

    @Test
    void nobodyElseDoes() {
        String id = Office.id(office.grants("grant pull team/tools data notebook for 7d"));
        String before = office.policy("team/tools");

        assertThat(says(Office.BEN, "end " + id)).contains("decide on this");
        for (Person person : List.of(SampleWorkspace.GUEST, SampleWorkspace.STRANGER, SampleWorkspace.LEAVER)) {
            says(person, "end " + id);
        }
        assertThat(office.policy("team/tools")).isEqualTo(before).contains("notebook");
    }

    private void inThread(String... texts) {
        office.slack.await(() -> office.slack.messages(Office.APPROVALS).stream()
                .filter(message -> !message.topLevel())
                .filter(message -> List.of(texts).stream().allMatch(message.shown()::contains))
                .findFirst());
    }

    private String says(Person person, String typed) {
        return office.answer(person, () -> office.types(person, typed)).shown();
    }
}

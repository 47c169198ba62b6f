package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.sandbox.slack.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A comment on a card, and the answer to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class CommentTest {
    private static final String COMMENT = "request.comment";
    private static final String HOSTILE = "<!channel> & *bold* <@U0BYSTANDER>";
    private static final String HARMLESS = "&lt;!channel&gt; &amp; *bold* &lt;@U0BYSTANDER&gt;";

    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aCommentGoesBackAndForth() {
        Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer for 7d");
        Message asked = office.told(Office.RITA, "You asked", Office.id(card));

        says(Office.AMIR, card, HOSTILE);

        Message told = office.written(Office.RITA, "commented on your request", Office.id(card), HOSTILE);
        assertThat(told.text()).contains(HARMLESS).doesNotContain("<!channel>");
        Message reply = reply(card, HOSTILE);
        assertThat(reply.text()).contains("<@U0APPROVER1> comments on", HARMLESS);
        assertThat(reply.buttons()).isEmpty();

        says(Office.RITA, asked, "the nightly build");
        assertThat(reply(card, "the nightly build").text()).startsWith("<@U0APPROVER1>, <@U0REQUESTER> comments on");

        office.approves(Office.AMIR, card);
        Message story = office.answer(Office.RITA, () -> office.types(Office.RITA, "show " + Office.id(card)));
        assertThat(story.shown()).contains("a comment by <@U0APPROVER1>: " + HOSTILE, "the nightly build");

        Message late = office.answer(Office.RITA, () -> office.slack.click(Office.RITA, told, COMMENT));
        assertThat(late.shown()).contains("comes too late", "Reply in the thread of its card");
        assertThat(office.slack.views(Office.RITA)).isEmpty();
    }

    @Test
    void aBlankCommentIsToldAtItsField() {
        Message card = office.asks(Office.RITA, "grant pull mobile/backend data notebook for 30d");
        View field = opens(Office.AMIR, card);

        Delivery delivery = office.slack.submit(Office.AMIR, field, Map.of("comment.text", " \u200b "));

        assertThat(delivery.body()).contains("\"response_action\":\"errors\"", "nothing in it");
        office.slack.dismiss(Office.AMIR, field);
        office.types(Office.RITA, "cancel " + Office.id(card));
        office.until(card, Office::isDecided);
    }

    @Test
    void nobodyElseCommentsOnIt() {
        Message card = office.asks(Office.RITA, "grant pull payments/worker sales ci-deployer for 30d");
        for (Person person : List.of(Office.BEN, SampleWorkspace.GUEST, SampleWorkspace.STRANGER)) {
            office.answer(person, () -> office.clicks(person, card, COMMENT));
            assertThat(office.slack.views(person)).isEmpty();
        }
        office.types(Office.RITA, "cancel " + Office.id(card));
        office.until(card, Office::isDecided);
    }

    private View opens(Person person, Message message) {
        office.slack.click(person, message, COMMENT);
        return office.slack.await(() -> office.slack.views(person).stream().findFirst());
    }

    private void says(Person person, Message message, String text) {
        office.slack.submit(person, opens(person, message), Map.of("comment.text", text));
        office.written(person, "now has your comment");
    }

    private Message reply(Message card, String text) {
        return office.slack.await(() -> office.slack.messages(Office.APPROVALS).stream()
                .filter(message -> message.threadTs().filter(card.ts()::equals).isPresent())
                .filter(message -> message.shown().contains(text))
                .findFirst());
    }
}

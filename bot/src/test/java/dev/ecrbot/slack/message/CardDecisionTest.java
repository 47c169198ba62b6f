package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.slack.Accepted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be clicked on a card. */
final class CardDecisionTest extends CardSample {
    @Test
    void hasItsButtonsBeforeTheLetterOfTheChange() {
        String blocks = card(Samples.request()).blocks().toString();
        assertThat(blocks.indexOf("request.approve"))
                .isGreaterThan(blocks.indexOf("What it means"))
                .isLessThan(blocks.indexOf("For whom: "))
                .isLessThan(blocks.indexOf("What changes in the policy"));
    }

    @Test
    void asksOnceMoreBeforeADenialAndBeforeAWideApproval() {
        assertThat(confirmed(card(Samples.request()))).containsExactly("request.deny");
        assertThat(confirmed(card(
                        Edit.Grant.asked(WHOLE_ACCOUNT, StandardAccess.PULL, Optional.of(Samples.WEEK)),
                        Optional.empty(),
                        1,
                        false)))
                .containsExactly("request.approve", "request.deny");
        assertThat(confirmed(card(
                        Edit.Grant.asked(Samples.CI, StandardAccess.PUSH, Optional.empty()),
                        Optional.empty(),
                        1,
                        false)))
                .containsExactly("request.approve", "request.deny");
        assertThat(confirmed(card(
                        Edit.Grant.asked(Samples.CI, StandardAccess.PUSH, Optional.of(Samples.WEEK)),
                        Optional.empty(),
                        1,
                        false)))
                .containsExactly("request.deny");
    }

    private static List<String> confirmed(Accepted card) {
        return card.blocks().findParents("confirm").stream()
                .filter(button -> button.has("action_id"))
                .map(button -> button.path("action_id").asText())
                .toList();
    }

    @Test
    void carriesNothingInItsButtonsButTheIdAndBesidesThemTheRevision() {
        Accepted card = card(Samples.revised(Samples.request()));
        assertThat(card.blocks().findParents("value"))
                .hasSize(4)
                .allMatch(button -> button.path("value").asText().equals("req-7k2m9xqa"));
        assertThat(card.blocks().findValuesAsText("block_id")).contains("revision.2");
        assertThat(Ids.revision("revision.2")).isEqualTo(2);
        assertThat(card.shown())
                .startsWith("⏳ Waiting again: revision 2")
                .contains("Somebody else changed the policy meanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "revision.", "revision.0", "revision.-1", "revision.1 ", "revision.99999999999", "x1"})
    void readsNoRevisionWhereNoneIs(String blockId) {
        assertThat(Ids.revision(blockId)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PENDING"})
    void cannotBeDecidedOnceItIs(RequestState state) {
        Accepted card = card(Samples.as(Samples.request(), state));
        assertThat(card.buttons())
                .doesNotContain(Ids.APPROVE, Ids.DENY, Ids.SHORTEN)
                .contains(Ids.STORY);
        assertThat(card.shown()).doesNotContain("can approve or deny");
        assertThat(card.message().text()).doesNotContain("<!subteam");
    }
}

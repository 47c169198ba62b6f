package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.slack.Accepted;
import dev.ecrbot.slack.EveryMessage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Once decided, a card is three lines, with a button for what can still be done, and one for its story. */
final class DecidedCardTest {
    private static final Set<Grant.Reason> PEOPLES =
            EnumSet.of(Grant.Reason.ENDED_EARLY, Grant.Reason.REVOKED, Grant.Reason.UNDONE);
    private static final String LONG = "<!channel> " + "🚀 y".repeat(2_000);

    static Stream<Message.Card> decided() {
        var cards = new ArrayList<Message.Card>();
        for (RequestState state : RequestState.values()) {
            if (state != RequestState.PENDING) {
                for (CardHistory.Since since : lives()) {
                    cards.add(card(Samples.as(Samples.request(), state), since));
                    cards.add(card(EveryMessage.request(LONG, state), since));
                }
                cards.add(card(
                        Samples.as(Samples.undo(new Edit.Revoke(Samples.CI, Optional.empty())), state),
                        CardHistory.Since.NOTHING));
            }
        }
        return cards.stream();
    }

    @ParameterizedTest
    @MethodSource("decided")
    void isThreeLinesAndNothingIsLeftToDecide(Message.Card card) {
        Accepted shown = shown(card);
        assertThat(shown.blocks()).hasSizeBetween(2, 3);
        if (shown.blocks().size() == 3) {
            assertThat(shown.blocks().get(2).path("type").asText())
                    .as("in full")
                    .isEqualTo("container");
        }
        JsonNode lines = shown.blocks().get(0).path("elements");
        assertThat(lines)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.path("elements")).isNotEmpty());
        assertThat(shown.buttons())
                .doesNotContain(Ids.APPROVE, Ids.DENY, Ids.SHORTEN)
                .endsWith(Ids.STORY);
    }

    @Test
    void whatIsActiveIsEndedOrUndone() {
        Message.Card active = card(applied(), since(Samples.grant(), false, Optional.empty()));
        assertThat(shown(active).shown()).startsWith("✅ Applied, active until 2026-11-29 10:00 UTC.\n");
        assertThat(shown(active).buttons()).containsExactly(Ids.UNDO, Ids.END, Ids.STORY);
        assertThat(shown(active).blocks().findValuesAsText("block_id")).contains(Ids.until(Samples.WEEK));
    }

    @Test
    void whatKeepsItFromBeingWholeStandsInTheHeadline() {
        var hindered = new CardHistory.Hindered("m", "Statement no-sales denies pull.");
        assertThat(shown(card(applied(), since(Samples.grant(), false, Optional.of(hindered))))
                        .shown())
                .startsWith("✅ Applied, active within limits until 2026-11-29 10:00 UTC. But: Statement no-sales denies"
                        + " pull.\n");
    }

    @Test
    void whatIsOverIsAskedForAgain() {
        Message.Card ended = card(applied(), since(ended(Grant.Reason.REVOKED), false, Optional.empty()));
        assertThat(shown(ended).shown())
                .startsWith(
                        "⏹ Revoked: it was revoked, as <@U0APPROVER1> asked, 2026-11-29 10:00 UTC (req-4nd1ng00).\n");
        assertThat(shown(ended).buttons()).containsExactly(Ids.AGAIN, Ids.STORY);
        Message.Card denied = card(Samples.as(Samples.request(), RequestState.DENIED), CardHistory.Since.NOTHING);
        assertThat(shown(denied).buttons()).containsExactly(Ids.AGAIN, Ids.STORY);
        Message.Card undo = card(
                Samples.as(Samples.undo(new Edit.Revoke(Samples.CI, Optional.empty())), RequestState.DENIED),
                CardHistory.Since.NOTHING);
        assertThat(shown(undo).buttons()).containsExactly(Ids.STORY);
    }

    @Test
    void whoeverEndedItStandsOnItWithTheRequest() {
        Message.Card ended = card(applied(), since(ended(Grant.Reason.ENDED_EARLY), false, Optional.empty()));
        assertThat(shown(ended).shown())
                .startsWith("⏹ Ended early: it was ended before its time by <@U0APPROVER1>, 2026-11-29 10:00 UTC"
                        + " (req-4nd1ng00).\n");
    }

    @Test
    void theDeniersReasonStandsOnIt() {
        assertThat(shown(card(EveryMessage.request("use <b>read</b>", RequestState.DENIED), CardHistory.Since.NOTHING))
                        .shown())
                .contains("\nDenied by <@U0APPROVER1>, 2026-11-22 10:01 UTC: “use <b>read</b>”");
    }

    private static Request applied() {
        return Samples.as(Samples.request(), RequestState.APPLIED);
    }

    private static List<CardHistory.Since> lives() {
        var lives = new ArrayList<CardHistory.Since>(List.of(
                CardHistory.Since.NOTHING,
                since(Samples.grant(), true, Optional.empty()),
                since(Samples.grant(), false, Optional.of(new CardHistory.Hindered("m", LONG)))));
        for (Grant.Reason reason : Grant.Reason.values()) {
            lives.add(since(ended(reason), false, Optional.empty()));
        }
        return lives;
    }

    private static Grant ended(Grant.Reason reason) {
        return Samples.grant().ended(new Grant.End(Samples.WEEK, reason, RequestId.parse("req-4nd1ng00")));
    }

    private static CardHistory.Since since(Grant grant, boolean undone, Optional<CardHistory.Hindered> hindered) {
        Optional<PersonId> ender =
                grant.ended().filter(end -> PEOPLES.contains(end.reason())).map(end -> Samples.AMIR);
        return new CardHistory.Since(Optional.of(grant), undone, hindered, ender);
    }

    private static Message.Card card(Request request, CardHistory.Since since) {
        return new Message.Card(
                request,
                Samples.approvedBy(Samples.AMIR),
                Optional.empty(),
                Optional.empty(),
                new CardHistory(
                        Optional.empty(),
                        List.of(),
                        RevisionCause.of(Map.of()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        since),
                Optional.empty());
    }

    private static Accepted shown(Message.Card card) {
        return Accepted.of(new CardMessage(card, Samples.NAMING).render());
    }
}

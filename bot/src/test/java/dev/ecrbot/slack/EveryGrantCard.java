package dev.ecrbot.slack;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.slack.message.CardMessage;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cards of what was applied, in every state that the grant can be in which it made. */
final class EveryGrantCard {
    private EveryGrantCard() {}

    /** Returns them as they are sent, by what is special about each. */
    static Map<String, Rendered> all(String text) {
        var since = new LinkedHashMap<String, CardHistory.Since>();
        Grant grant = Samples.grant();
        since.put("grant that is active", since(grant, false, Optional.empty()));
        since.put("grant without an end", since(grant.lasting(Optional.empty()), false, Optional.empty()));
        since.put("grant that is being ended", since(grant.ending(), false, Optional.empty()));
        since.put("grant that is being extended", since(grant.extending(), false, Optional.empty()));
        since.put("grant that was undone", since(grant, true, Optional.empty()));
        since.put("grant that is denied", since(grant, false, Optional.of(new CardHistory.Hindered("m", text))));
        for (Grant.Reason reason : Grant.Reason.values()) {
            var end = new Grant.End(Samples.WEEK, reason, RequestId.parse("req-4nd1ng00"));
            since.put("grant that ended: " + reason, since(grant.ended(end), false, Optional.empty()));
        }
        var cards = new LinkedHashMap<String, Rendered>();
        since.forEach((name, life) -> cards.put(name, card(text, life)));
        return cards;
    }

    private static CardHistory.Since since(Grant grant, boolean undone, Optional<CardHistory.Hindered> hindered) {
        return new CardHistory.Since(
                Optional.of(grant), undone, hindered, grant.ended().map(end -> Samples.AMIR));
    }

    private static Rendered card(String text, CardHistory.Since since) {
        var history = new CardHistory(
                Optional.empty(),
                List.of(),
                RevisionCause.of(Map.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                since);
        return new CardMessage(
                        new Message.Card(
                                EveryMessage.request(text, RequestState.APPLIED),
                                Samples.approvedBy(Samples.AMIR),
                                Optional.empty(),
                                Optional.empty(),
                                history,
                                Optional.empty()),
                        Samples.NAMING)
                .render();
    }
}

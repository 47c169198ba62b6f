package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Request;
import java.util.List;
import java.util.Optional;

/**
 * The whole story of a request.
 *
 * @param approvals of its present revision
 * @param history what became of it
 * @param events all that happened to it, in order
 * @param reasons whether the asker may read why it was denied: whoever asked for it, and whoever had to do with it
 */
public record Story(
        Request request,
        List<Approval> approvals,
        CardHistory history,
        List<Event> events,
        Optional<CardRef> card,
        boolean reasons)
        implements Finding {
    public Story {
        approvals = List.copyOf(approvals);
        events = List.copyOf(events);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.story(this);
    }
}

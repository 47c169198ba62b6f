package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Request;

/** A reply in the card's thread: why the request was denied, as whoever denied it says. */
public record DenialExplained(Request request, CardRef card, String reason) implements Message {
    @Override
    public <T> T visit(MessageVisitor<T> visitor) {
        return visitor.denialExplained(this);
    }
}

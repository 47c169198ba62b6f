package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.People;
import java.time.Instant;

/**
 * A reply in the card's thread that mentions the deputies, since nobody has decided.
 *
 * @param until when the request expires
 */
public record Escalated(Request request, CardRef card, People deputies, Instant until) implements Message {
    @Override
    public <T> T visit(MessageVisitor<T> visitor) {
        return visitor.escalated(this);
    }
}

package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.RequestId;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code card}. */
final class SqlCards {
    private static final RowMapper<CardRef> CARD = Row.as(
            "card",
            row -> new CardRef(row.text("channel"), row.text("ts"), row.count("shown"), row.textIfAny("thread")));

    private final Statements statements;

    SqlCards(Statements statements) {
        this.statements = statements;
    }

    Optional<CardRef> find(RequestId id) {
        return statements.first(
                "SELECT channel, ts, shown, thread FROM card WHERE request = :request",
                new Values().text("request", id.value()),
                CARD);
    }

    void put(RequestId id, CardRef card) {
        Values columns = new Values()
                .text("channel", card.channel())
                .text("ts", card.ts())
                .number("shown", card.shown())
                .text("thread", card.thread());
        String update = "UPDATE card SET " + columns.asAssignments() + " WHERE request = :request";
        Values row = columns.text("request", id.value());
        if (statements.run(update, row) == 0 && !statements.insertIfAbsent("card", row)) {
            statements.run(update, row);
        }
    }
}

package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.RequestId;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code card}. */
final class SqlCards {
    private static final String INSERT =
            "INSERT INTO card (request, channel, ts, shown) VALUES (:request, :channel, :ts, :shown)";
    private static final String UPDATE =
            "UPDATE card SET channel = :channel, ts = :ts, shown = :shown WHERE request = :request";
    private static final RowMapper<CardRef> CARD =
            Row.as("card", row -> new CardRef(row.text("channel"), row.text("ts"), row.count("shown")));

    private final Statements statements;

    SqlCards(Statements statements) {
        this.statements = statements;
    }

    Optional<CardRef> find(RequestId id) {
        return statements.first(
                "SELECT channel, ts, shown FROM card WHERE request = :request",
                new Values().text("request", id.value()),
                CARD);
    }

    void put(RequestId id, CardRef card) {
        Values values = new Values()
                .text("request", id.value())
                .text("channel", card.channel())
                .text("ts", card.ts())
                .number("shown", card.shown());
        if (statements.run(UPDATE, values) == 0 && !statements.insertIfAbsent(INSERT, values)) {
            statements.run(UPDATE, values);
        }
    }
}

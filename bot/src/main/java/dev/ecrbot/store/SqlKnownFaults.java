package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.KnownFaults;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code known_fault}. */
record SqlKnownFaults(Statements statements) implements KnownFaults {
    private static final RowMapper<Map.Entry<String, Instant>> FAULT =
            Row.as("known_fault", row -> Map.entry(row.text("fault"), row.time("told_at")));

    @Override
    public Map<String, Instant> of(String channel) {
        return statements
                .list(
                        "SELECT fault, told_at FROM known_fault WHERE channel = :channel",
                        new Values().text("channel", channel),
                        FAULT)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean add(String channel, String fault, Instant now) {
        return statements.insertIfAbsent("known_fault", key(channel, fault).time("told_at", now));
    }

    @Override
    public void remove(String channel, String fault) {
        statements.run("DELETE FROM known_fault WHERE channel = :channel AND fault = :fault", key(channel, fault));
    }

    private static Values key(String channel, String fault) {
        return new Values().text("channel", channel).text("fault", fault);
    }
}

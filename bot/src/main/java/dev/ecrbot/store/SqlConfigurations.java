package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Configurations;
import dev.ecrbot.desk.ledger.KeptConfiguration;
import dev.ecrbot.store.packed.Packed;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code configuration}. */
final class SqlConfigurations implements Configurations {
    private static final RowMapper<KeptConfiguration> KEPT = Row.as(
            "configuration",
            row -> new KeptConfiguration(
                    row.number("id"), row.text("digest"), Packed.text(row.bytes("body")), row.time("taken_at")));

    private final Statements statements;

    SqlConfigurations(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Optional<KeptConfiguration> last() {
        return statements.first(
                "SELECT * FROM configuration ORDER BY id DESC FETCH FIRST 1 ROW ONLY", new Values(), KEPT);
    }

    @Override
    public boolean add(KeptConfiguration taken) {
        return statements.insertIfAbsent(
                "configuration",
                new Values()
                        .number("id", taken.number())
                        .text("digest", taken.digest())
                        .bytes("body", Packed.plain(taken.body()))
                        .time("taken_at", taken.takenAt()));
    }
}

package dev.ecrbot.store;

import dev.ecrbot.desk.request.RequestId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;

/** Jdbi as the bot's tables need it. */
final class StoreJdbi {
    // What a statement's text means depends on nothing else, so that whoever opens a database has no text read that was
    // read before.
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private StoreJdbi() {}

    /** Returns one that knows the types that stand in one column each. */
    static Jdbi on(DataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        return jdbi.registerColumnMapper(
                        RequestId.class, (result, column, context) -> new RequestId(result.getString(column)))
                .registerColumnMapper(
                        Instant.class,
                        (result, column, context) ->
                                result.getObject(column, OffsetDateTime.class).toInstant())
                .registerColumnMapper(
                        new GenericType<Map<String, String>>() {},
                        (result, column, context) -> Details.read(result.getString(column)));
    }
}

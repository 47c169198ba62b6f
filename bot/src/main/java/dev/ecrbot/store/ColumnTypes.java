package dev.ecrbot.store;

import dev.ecrbot.desk.request.RequestId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/** What Jdbi has to know of the types that stand in one column each. */
final class ColumnTypes {
    private ColumnTypes() {}

    static Jdbi addedTo(Jdbi jdbi) {
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

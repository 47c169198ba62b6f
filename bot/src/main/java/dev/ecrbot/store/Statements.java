package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.SetAside;
import dev.ecrbot.desk.ledger.UnreadableRow;
import dev.ecrbot.store.database.Failures;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Runs statements in one transaction. Not thread-safe. */
final class Statements {
    private static final String ATTEMPT = "attempt";

    private final Handle handle;
    private final SetAside aside;
    private final PolicyTexts texts;

    Statements(Handle handle, SetAside aside, TextCache cache) {
        this.handle = handle;
        this.aside = aside;
        this.texts = PolicyTexts.on(handle, this, cache);
    }

    /** For tables that hold no rows of another version. */
    Statements(Handle handle, TextCache cache) {
        this(handle, new SetAside(), cache);
    }

    PolicyTexts texts() {
        return texts;
    }

    /** Returns how many rows the statement changed. */
    int run(String sql, Values values) {
        return handle.createUpdate(sql).bindMap(values.byName(texts)).execute();
    }

    /** As {@link #run}, with {@code <words>} in the statement standing for a list. */
    int run(String sql, Values values, List<String> words) {
        return handle.createUpdate(sql)
                .bindMap(values.byName(texts))
                .bindList("words", words)
                .execute();
    }

    /** As {@link #run}, where another number than one would be a mistake of the caller's. */
    void runOnOne(String sql, Values values, String mistake) {
        if (run(sql, values) != 1) {
            throw new IllegalStateException(mistake);
        }
    }

    void insert(String table, Values row) {
        run(insertion(table, row), row);
    }

    /** Inserts a row; returns false if one with its unique key is there. The transaction can go on either way. */
    boolean insertIfAbsent(String table, Values row) {
        // What is kept by itself has a savepoint of its own.
        row.byName(texts);
        // PostgreSQL gives up the whole transaction at a violated key, unless it can go back to a savepoint.
        handle.savepoint(ATTEMPT);
        try {
            insert(table, row);
            handle.releaseSavepoint(ATTEMPT);
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (!Failures.isDuplicate(e)) {
                throw e;
            }
            handle.rollbackToSavepoint(ATTEMPT);
            return false;
        }
    }

    /** Inserts a row and returns the id the database gave it. */
    long insertForId(String table, Values row) {
        return handle.createUpdate(insertion(table, row))
                .bindMap(row.byName(texts))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    <T> List<T> list(String sql, Values values, RowMapper<T> mapper) {
        return handle.createQuery(sql)
                .bindMap(values.byName(texts))
                .map(noting(mapper))
                .list();
    }

    /** As {@link #list}, without the rows that can't be read. */
    <T> List<T> readable(String sql, Values values, RowMapper<T> mapper) {
        return handle.createQuery(sql).bindMap(values.byName(texts)).map(skipping(mapper)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** As {@link #readable}, with {@code <words>} in the statement standing for a list. */
    <T> List<T> readable(String sql, List<String> words, RowMapper<T> mapper) {
        return handle.createQuery(sql).bindList("words", words).map(skipping(mapper)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** As {@link #readable}, with {@code :limit} in the statement: what can't be read doesn't count. */
    <T> List<T> readable(String sql, Values values, int limit, RowMapper<T> mapper) {
        int asked = limit;
        while (true) {
            List<Optional<T>> rows = handle.createQuery(sql)
                    .bindMap(values.number("limit", asked).byName(texts))
                    .map(skipping(mapper))
                    .list();
            List<T> readable = rows.stream().flatMap(Optional::stream).toList();
            if (readable.size() >= limit || rows.size() < asked) {
                return readable.subList(0, Math.min(limit, readable.size()));
            }
            asked += rows.size() - readable.size();
        }
    }

    private <T> RowMapper<T> noting(RowMapper<T> mapper) {
        return (result, context) -> {
            try {
                return mapper.map(result, context);
            } catch (UnreadableRow e) {
                aside.met(e);
                throw e;
            }
        };
    }

    private <T> RowMapper<Optional<T>> skipping(RowMapper<T> mapper) {
        return (result, context) -> {
            try {
                return Optional.of(mapper.map(result, context));
            } catch (UnreadableRow e) {
                aside.met(e);
                return Optional.empty();
            }
        };
    }

    /** As {@link #list}, with {@code <words>} in the statement standing for a list. */
    <T> List<T> list(String sql, List<String> words, RowMapper<T> mapper) {
        return list(sql, new Values(), words, mapper);
    }

    /** As {@link #list}, with both. */
    <T> List<T> list(String sql, Values values, List<?> words, RowMapper<T> mapper) {
        return handle.createQuery(sql)
                .bindMap(values.byName(texts))
                .bindList("words", words)
                .map(noting(mapper))
                .list();
    }

    <T> Optional<T> first(String sql, Values values, RowMapper<T> mapper) {
        return handle.createQuery(sql)
                .bindMap(values.byName(texts))
                .map(noting(mapper))
                .findFirst();
    }

    long count(String sql, Values values) {
        return handle.createQuery(sql)
                .bindMap(values.byName(texts))
                .mapTo(Long.class)
                .one();
    }

    private static String insertion(String table, Values row) {
        return "INSERT INTO " + table + " " + row.asRow();
    }
}

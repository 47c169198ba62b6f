package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.UnreadableRow;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.rules.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * One row of a result, read by the names of its columns: the counterpart of {@link Values}, for records of which a part spreads
 * over several columns, and of Jdbi's mapper for the others.
 */
final class Row {

    /** Makes a record of a row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private static final List<String> KEYS = List.of("id", "seq", "request");

    private final ResultSet result;
    private final StatementContext context;

    private Row(ResultSet result, StatementContext context) {
        this.result = result;
        this.context = context;
    }

    /**
     * Returns what makes records of this table's rows.
     *
     * @throws UnreadableRow when it is used, for a row that no record can be made of
     */
    static <T> RowMapper<T> as(String table, Reader<T> reader) {
        return (result, context) -> {
            var row = new Row(result, context);
            try {
                return reader.read(row);
            } catch (RuntimeException e) {
                throw new UnreadableRow(table, row.key(), e);
            }
        };
    }

    /** As the other, for records each part of which stands in one column. */
    static <T> RowMapper<T> of(String table, Class<T> type) {
        RowMapper<T> mapper = ConstructorMapper.of(type);
        return (result, context) -> {
            try {
                return mapper.map(result, context);
            } catch (RuntimeException e) {
                throw new UnreadableRow(table, new Row(result, context).key(), e);
            }
        };
    }

    private String key() {
        return KEYS.stream()
                .flatMap(name -> textIfThere(name).stream())
                .findFirst()
                .orElse("?");
    }

    private Optional<String> textIfThere(String column) {
        try {
            return Optional.of(text(column));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    String text(String name) throws SQLException {
        return result.getString(name);
    }

    /** Returns what keeps the texts of policies that stand elsewhere. */
    PolicyTexts texts() {
        return PolicyTexts.in(context);
    }

    /** Returns the text of a policy, wherever it stands. */
    String policy(String name) throws SQLException {
        return texts().text(text(name));
    }

    byte[] bytes(String name) throws SQLException {
        return result.getBytes(name);
    }

    Optional<String> textIfAny(String name) throws SQLException {
        return Optional.ofNullable(result.getString(name));
    }

    long number(String name) throws SQLException {
        return result.getLong(name);
    }

    int count(String name) throws SQLException {
        return result.getInt(name);
    }

    boolean flag(String name) throws SQLException {
        return result.getBoolean(name);
    }

    <E extends Enum<E>> E word(String name, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(name));
    }

    <E extends Enum<E>> Optional<E> wordIfAny(String name, Class<E> type) throws SQLException {
        return textIfAny(name).map(word -> Enum.valueOf(type, word));
    }

    Instant time(String name) throws SQLException {
        return result.getObject(name, OffsetDateTime.class).toInstant();
    }

    Optional<Instant> timeIfAny(String name) throws SQLException {
        return Optional.ofNullable(result.getObject(name, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    Target target() throws SQLException {
        return Target.of(new AccountId(text("account")), new Region(text("region")), text("repository"));
    }

    Principal principal() throws SQLException {
        return Principals.parse(text("principal_type"), text("principal"));
    }

    Access access() throws SQLException {
        return accessIfAny().orElseThrow();
    }

    Optional<Access> accessIfAny() throws SQLException {
        Optional<String> word = textIfAny("access");
        return word.isEmpty()
                ? Optional.empty()
                : Optional.of(new Access(
                        word.get(),
                        new LinkedHashSet<>(List.of(text("actions").split(" "))),
                        ConditionsColumn.read(textIfAny("conditions"))));
    }

    PersonId person(String role) throws SQLException {
        return new PersonId(text(role + "_team"), text(role + "_user"));
    }

    Optional<PersonId> personIfAny(String role) throws SQLException {
        return textIfAny(role + "_team").isPresent() ? Optional.of(person(role)) : Optional.empty();
    }
}

package dev.ecrbot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Multiplies what a store holds, in the database itself: each copy has requests, grants, policies and texts of its own, and the
 * same people.
 */
public final class StoreCopies {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final List<String> TABLES = List.of(
            "request",
            "bundle",
            "bundle_member",
            "approval",
            "card",
            "grant_",
            "write_",
            "event",
            "outbox",
            "repository_lock",
            "policy_text",
            "policy_use");

    private final Connection connection;
    private final String everywhere;

    /** @param everywhere what tells REGEXP_REPLACE to replace more than the first, as its last arguments */
    public StoreCopies(Connection connection, String everywhere) {
        this.connection = connection;
        this.everywhere = everywhere;
    }

    /** Makes the store as large as so many of what it holds now. */
    public void make(int copies) throws SQLException {
        run("CREATE TABLE original AS SELECT id FROM request");
        run("CREATE TABLE original_lock AS SELECT account, region, repository FROM repository_lock");
        run("CREATE TABLE original_text AS SELECT seq FROM policy_text");
        List<String> codes = freeCodes();
        for (int copy = 1; copy < copies; copy++) {
            for (String table : TABLES) {
                run(statement(table, copy, codes.get(copy)));
            }
        }
        for (String table : List.of("original", "original_lock", "original_text")) {
            run("DROP TABLE " + table);
        }
    }

    /** Returns the beginnings of ids that no original has; one that had would be copied to itself. */
    private List<String> freeCodes() throws SQLException {
        var codes = new ArrayList<String>();
        for (int code = 0; code < 32 * 32; code++) {
            codes.add("" + DIGITS.charAt(code / 32) + DIGITS.charAt(code % 32));
        }
        try (var statement = connection.createStatement();
                var used = statement.executeQuery("SELECT DISTINCT SUBSTRING(id FROM 5 FOR 2) FROM original")) {
            while (used.next()) {
                codes.remove(used.getString(1));
            }
        }
        return codes;
    }

    private String statement(String table, int copy, String code) throws SQLException {
        boolean texts = table.equals("policy_text");
        List<String> columns = columns(table, texts);
        Map<String, UnaryOperator<String>> changed = changes(copy, code);
        String values = columns.stream()
                .map(column ->
                        changed.getOrDefault(column, UnaryOperator.identity()).apply(column))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ")"
                + (texts ? " OVERRIDING SYSTEM VALUE" : "") + " SELECT " + values + " FROM " + table + " WHERE "
                + originals(table);
    }

    private static String originals(String table) {
        return switch (table) {
            case "bundle" -> "lead IN (SELECT id FROM original)";
            case "request", "grant_" -> "id IN (SELECT id FROM original)";
            case "repository_lock" -> "repository IN (SELECT repository FROM original_lock)";
            case "policy_text" -> "seq IN (SELECT seq FROM original_text)";
            default -> "request IN (SELECT id FROM original)";
        };
    }

    private Map<String, UnaryOperator<String>> changes(int copy, String code) {
        UnaryOperator<String> id = column -> "'req-" + code + "' || SUBSTRING(" + column + " FROM 7)";
        UnaryOperator<String> hashes = column ->
                "REGEXP_REPLACE(" + column + ", 'sha256:....', 'sha256:" + prefix(copy) + "'" + everywhere + ")";
        return Map.ofEntries(
                Map.entry("id", id),
                Map.entry("request", id),
                Map.entry("lead", id),
                Map.entry("ends_grant", id),
                Map.entry("ended_by", id),
                Map.entry("repository", column -> column + " || '-" + code + "'"),
                Map.entry("ask_key", column -> column + " || '-" + code + "'"),
                Map.entry("plan", hashes),
                Map.entry("details", hashes),
                Map.entry("base", hashes),
                Map.entry("proposed", hashes),
                Map.entry("hash", column -> "'" + prefix(copy) + "' || SUBSTRING(" + column + " FROM 5)"),
                Map.entry("seq", column -> column + " + " + 1_000_000L * copy),
                Map.entry("text", column -> column + " + " + 1_000_000L * copy));
    }

    private static String prefix(int copy) {
        return "z%03x".formatted(copy);
    }

    private List<String> columns(String table, boolean all) throws SQLException {
        var columns = new ArrayList<String>();
        try (ResultSet found = connection.getMetaData().getColumns(null, null, name(table), null)) {
            while (found.next()) {
                if (all || !found.getString("IS_AUTOINCREMENT").equals("YES")) {
                    columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }

    private String name(String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

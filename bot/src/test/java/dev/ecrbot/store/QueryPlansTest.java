package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.PolicyHolder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** None of the statements that the running bot uses reads a large table from its beginning to its end; the databases say so themselves. */
@Tag("long")
final class QueryPlansTest {
    private static final Set<String> LARGE = Set.of(
            "request",
            "bundle_member",
            "bundle",
            "approval",
            "card",
            "grant_",
            "write_",
            "event",
            "outbox",
            "policy_text",
            "policy_use",
            "delivery");
    private static final Instant NOW = Samples.NOW.plus(Duration.ofDays(1));
    private static final PolicyHolder API = Samples.repository("payments/api");
    private static final Pattern H2_ACCESS =
            Pattern.compile("\"PUBLIC\"\\.\"(\\w+)\"(?: \"\\w+\")?\\s+/\\* ([^*]*) \\*/");
    private static final int COPIES = 100;
    private static final String SCAN = "SELECT * FROM event WHERE details = ?";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void onPostgresEachUsesAnIndex() throws Exception {
        String url = TestPostgres.migratedDatabase();
        try (var ledger = StoreLedger.open(url, Optional.empty());
                // The only way in which a statement is explained whose parameters nobody gives.
                var connection = DriverManager.getConnection(url + "&preferQueryMode=simple");
                var statement = connection.createStatement()) {
            Request request = filled(ledger);
            new StoreCopies(connection, ", 'g'").make(COPIES);
            open(ledger, request);
            statement.execute("ANALYZE");
            // Tables this small would be scanned, whatever indexes they have.
            statement.execute("SET enable_seqscan = off");
            var scans = new ArrayList<String>();
            for (String sql : EveryStatement.of(ledger, request).keySet()) {
                postgresScans(statement, sql).forEach(scan -> scans.add(scan + ": " + sql));
            }
            assertThat(scans).isEmpty();
            assertThat(postgresScans(statement, SCAN)).isNotEmpty();
        }
    }

    /** H2 keeps a plan with what it has read of a statement, and makes no other one as the tables grow. */
    @Test
    void onH2EachUsesAnIndexAsItDoesWhereNothingIsYet() throws Exception {
        String url = MigratedH2.fresh() + ";DB_CLOSE_DELAY=-1";
        try (var ledger = StoreLedger.open(url, Optional.empty());
                var connection = DriverManager.getConnection(url, "sa", "");
                var nothing = DriverManager.getConnection(MigratedH2.fresh(), "sa", "")) {
            Request request = filled(ledger);
            new StoreCopies(connection, "").make(COPIES);
            open(ledger, request);
            Map<String, Integer> statements = EveryStatement.of(ledger, request);
            var scans = new ArrayList<String>();
            for (String sql : statements.keySet()) {
                List<Access> all = h2Access(connection, sql, statements.get(sql));
                all.stream().filter(Access::isScan).forEach(scan -> scans.add(scan + ": " + sql));
                assertThat(h2Access(nothing, sql, statements.get(sql))).as(sql).isEqualTo(all);
            }
            assertThat(scans).isEmpty();
            assertThat(h2Access(connection, SCAN, 1)).allMatch(Access::isScan).isNotEmpty();
        }
    }

    /** Something in every table. */
    private static Request filled(StoreLedger ledger) {
        Request request = Samples.pending();
        ledger.record(books -> {
            books.requests().add(request, "key");
            books.requests().approve(request.id(), 1, new Approval(Samples.BOB, NOW));
            books.requests().card(request.id(), new CardRef("C1", "1.2", 1));
            books.grants().add(Samples.grant(request, Optional.of(NOW)));
            long write = books.writes()
                    .intend(API, request.id(), Samples.plan().base().text(), "", NOW);
            books.writes().outcome(write, RecordedWrite.Outcome.TAKEN);
            books.events()
                    .add(new Event(
                            EventKind.ASKED, Optional.of(request.id()), Optional.empty(), NOW, Map.of("ask", "it")));
            books.outbox().add(request.id(), Notice.Kind.CARD, Map.of(), NOW);
            books.deliveries().first("trigger", NOW);
            books.outbox().done(books.outbox().take(NOW, Set.of()).orElseThrow().id(), NOW);
        });
        return request;
    }

    /** Few of many notices wait, and few of many writes are in doubt. */
    private static void open(StoreLedger ledger, Request request) {
        ledger.record(books -> {
            books.outbox().add(request.id(), Notice.Kind.CARD, Map.of(), NOW);
            books.writes().intend(API, request.id(), "", "", NOW);
        });
    }

    private static String numbered(String sql) {
        var numbered = new StringBuilder();
        int number = 0;
        for (int at = 0; at < sql.length(); at++) {
            char letter = sql.charAt(at);
            numbered.append(letter == '?' ? "$" + ++number : String.valueOf(letter));
        }
        return numbered.toString();
    }

    private static List<String> postgresScans(Statement statement, String sql) throws Exception {
        try (var plan = statement.executeQuery("EXPLAIN (GENERIC_PLAN, FORMAT JSON) " + numbered(sql))) {
            plan.next();
            return postgresScans(MAPPER.readTree(plan.getString(1)).path(0).path("Plan"));
        }
    }

    private static List<String> postgresScans(JsonNode plan) {
        var scans = new ArrayList<String>();
        String kind = plan.path("Node Type").asText();
        String table = plan.path("Relation Name").asText("");
        boolean whole = kind.equals("Seq Scan") || (kind.startsWith("Index") && !plan.has("Index Cond"));
        if (whole && LARGE.contains(table)) {
            scans.add(kind + " of " + table);
        }
        if (kind.equals("Bitmap Index Scan") && !plan.has("Index Cond")) {
            scans.add(kind + " of " + plan.path("Index Name").asText());
        }
        plan.path("Plans").forEach(below -> scans.addAll(postgresScans(below)));
        return scans;
    }

    private static List<Access> h2Access(Connection connection, String sql, int parameters) throws SQLException {
        try (var statement = connection.prepareStatement("EXPLAIN " + sql)) {
            for (int i = 1; i <= parameters; i++) {
                statement.setObject(i, null);
            }
            try (var plan = statement.executeQuery()) {
                plan.next();
                return H2_ACCESS
                        .matcher(plan.getString(1))
                        .results()
                        .map(access -> new Access(access.group(1), access.group(2)))
                        .toList();
            }
        }
    }

    /** How H2 finds the rows of a table: by an index, with what it looks for behind a colon, or else by reading all of them. */
    private record Access(String table, String by) {
        boolean isScan() {
            return LARGE.contains(table.toLowerCase(Locale.ROOT)) && !by.contains(":");
        }
    }
}

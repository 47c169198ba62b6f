package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.store.database.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the time when an access was stored as a word alone. */
final class AccessActionsTest {
    private static final String PULL = "ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer";
    private static final String ADDING =
            "ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage";
    private static final Map<String, String> WORDS = Map.of(
            "PULL", "pull: " + PULL,
            "PUSH", "push: " + PULL + " " + ADDING,
            "READ", "read: " + PULL + " ecr:DescribeImages ecr:ListImages",
            "PUSH_ONLY", "push-only: ecr:BatchCheckLayerAvailability " + ADDING);

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void theyGetTheActionsThatTheirWordHad(String kind) throws SQLException {
        String url = kind.equals("H2") ? "jdbc:h2:mem:words" : TestPostgres.freshDatabase();
        try (Connection connection =
                kind.equals("H2") ? DriverManager.getConnection(url, "sa", "") : DriverManager.getConnection(url)) {
            migrate(url, kind, "8");
            for (String word : WORDS.keySet()) {
                store(connection, word, "'" + word + "'");
                try (var grant = connection.prepareStatement(
                        "INSERT INTO grant_ (id, registry, account, region, repository,"
                                + " principal_type, principal, access, requester_team, requester_user, since, state, failures)"
                                + " VALUES (?, 'central', '1', 'r', 'a', 'AWS', 'p', ?, 't', 'u', CURRENT_TIMESTAMP, 'ACTIVE', 0)")) {
                    grant.setString(1, word);
                    grant.setString(2, word);
                    grant.executeUpdate();
                }
            }
            store(connection, "ALL", "NULL");
            migrate(url, kind, "latest");

            WORDS.forEach((id, stored) -> {
                assertThat(read(connection, "request", id)).containsExactly(stored);
                assertThat(read(connection, "grant_", id)).containsExactly(stored);
            });
            assertThat(read(connection, "request", "ALL")).containsExactly("null: null");
        }
    }

    private static void migrate(String url, String kind, String version) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, kind.equals("H2") ? "sa" : "postgres", "")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void store(Connection connection, String id, String access) throws SQLException {
        try (var request = connection.prepareStatement("INSERT INTO request (id, version, revision, state, registry,"
                + " account, region, repository, edit, principal_type, principal, access, plan, plan_mark, created_at,"
                + " changed_at) VALUES (?, 1, 1, 'PENDING', 'central', '1', 'r', 'a', 'REVOKE', 'AWS', 'p', " + access
                + ", '{}', 0, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")) {
            request.setString(1, id);
            request.executeUpdate();
        }
    }

    private static List<String> read(Connection connection, String table, String id) {
        try (var select = connection.prepareStatement("SELECT access, actions FROM " + table + " WHERE id = ?")) {
            select.setString(1, id);
            var found = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1) + ": " + rows.getString(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

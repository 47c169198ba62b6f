package dev.ecrbot.store.database;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** PostgreSQL. */
public final class PostgresDatabase implements Database {
    public static final String PREFIX = "jdbc:postgresql:";

    private static final String APPLICATION = "ecr-bot";

    // For what the server does after a lock came or didn't.
    private static final Duration BEYOND_LOCK = Duration.ofSeconds(20);

    private final String rest;
    private final Optional<Credentials> credentials;
    private final Patience patience;
    // Tells the connections of this process from those of others.
    private final String process = APPLICATION + " " + UUID.randomUUID();

    public PostgresDatabase(String rest, Optional<Credentials> credentials, Patience patience) {
        this.rest = rest;
        this.credentials = credentials;
        this.patience = patience;
    }

    @Override
    public String name() {
        String address = rest.split("\\?", 2)[0];
        return "postgresql:" + address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public void keepFromOthers() {
        // Its server has the files.
    }

    @Override
    public Optional<Watermark> watermark() {
        return Optional.empty();
    }

    @Override
    public void configure(HikariConfig pool, Waits waits) {
        pool.setJdbcUrl(PREFIX + rest);
        pool.setConnectionInitSql(session(waits));
        pool.addDataSourceProperty("ApplicationName", process);
        pool.setInitializationFailTimeout(patience.opening().toMillis());
        pool.addDataSourceProperty("connectTimeout", "3");
        pool.addDataSourceProperty(
                "loginTimeout", Long.toString(patience.login().toSeconds()));
        pool.addDataSourceProperty(
                "socketTimeout", Long.toString(waits.lock().plus(BEYOND_LOCK).toSeconds()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // Details of an error hold the values of rows.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        credentials.ifPresent(known -> Database.logIn(pool, known));
    }

    @Override
    public String othersCounted() {
        return "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '"
                + APPLICATION + "%' AND application_name <> current_setting('application_name')";
    }

    @Override
    public Optional<String> time() {
        return Optional.of("SELECT clock_timestamp()");
    }

    @Override
    public JdbcCustomization dialect() {
        return new PostgreSqlJdbcCustomization(false, false);
    }

    // A plan is made for the values at hand: one for any values can't know that a page is ten rows of many.
    // Whatever the server is set to: the lock of a policy must not be ended while AWS is called, and while its process
    // is paused.
    // It must be soon once the process's machine is gone, hence the server's keep-alives.
    private static String session(Waits waits) {
        return """
            SET plan_cache_mode = force_custom_plan;
            SET lock_timeout = %d;
            SET idle_in_transaction_session_timeout = %d;
            SET tcp_keepalives_idle = 10;
            SET tcp_keepalives_interval = 5;
            SET tcp_keepalives_count = 3
            """.formatted(waits.lock().toMillis(), waits.idle().toMillis());
    }
}

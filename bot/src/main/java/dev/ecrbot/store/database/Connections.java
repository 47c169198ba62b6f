package dev.ecrbot.store.database;

import com.zaxxer.hikari.HikariDataSource;

/**
 * The connections of a pool.
 *
 * @param waiting how many threads wait for one
 */
public record Connections(int active, int idle, int waiting) {

    /** Returns those of this pool at this moment. */
    public static Connections of(HikariDataSource pool) {
        var now = pool.getHikariPoolMXBean();
        return new Connections(
                now.getActiveConnections(), now.getIdleConnections(), now.getThreadsAwaitingConnection());
    }
}

package dev.ecrbot.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Opens connection pools. A dead database makes them fail within seconds instead of keeping people waiting. */
public final class Pools {
    private static final Duration VALIDATE = Duration.ofSeconds(1);

    private Pools() {}

    public static HikariDataSource open(Database database, String name, int size, Waits waits, Patience patience) {
        var pool = new HikariConfig();
        pool.setPoolName("ecr-bot-" + name);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(patience.connection().toMillis());
        pool.setValidationTimeout(VALIDATE.toMillis());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setExceptionOverride(new DeadConnections());
        database.configure(pool, waits);
        return new HikariDataSource(pool);
    }

    /** Replaces the pool's idle connections if this failure tells that they are dead too, so that it hits nobody else. */
    public static void renewAfter(Throwable failure, HikariDataSource pool) {
        if (DeadConnections.causedBy(failure) && pool.isRunning()) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }
}

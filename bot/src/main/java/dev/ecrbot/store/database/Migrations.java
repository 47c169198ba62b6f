package dev.ecrbot.store.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables to this version's form. */
public final class Migrations {
    private Migrations() {}

    /** Returns whether an earlier version, or this one, has made its tables there. */
    public static boolean haveRun(DataSource database) {
        return flyway(database).info().applied().length > 0;
    }

    // One at a time within a process, as Flyway locks nothing on a fresh H2; across processes PostgreSQL's advisory
    // lock does it.
    public static synchronized void run(DataSource database) {
        flyway(database).migrate();
    }

    private static Flyway flyway(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load();
    }
}

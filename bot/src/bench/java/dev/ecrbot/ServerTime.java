package dev.ecrbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The CPU time that PostgreSQL takes for the bot's connections, where it is on the same machine and that is Linux; else nothing. */
final class ServerTime {
    private final List<Path> processes;

    private ServerTime(List<Path> processes) {
        this.processes = processes;
    }

    /** Returns that of the connections which the bot has now. */
    static ServerTime of(String url) {
        var processes = new ArrayList<Path>();
        if (url.startsWith("jdbc:postgresql:")) {
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement();
                    var pids = statement.executeQuery("SELECT pid FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND application_name LIKE 'ecr-bot%'")) {
                while (pids.next()) {
                    processes.add(Path.of("/proc", pids.getString(1), "schedstat"));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        processes.removeIf(process -> !Files.isReadable(process));
        return new ServerTime(processes);
    }

    /** Returns how many nanoseconds they have taken so far. */
    long nanos() {
        long all = 0;
        for (Path process : processes) {
            try {
                all += Long.parseLong(Files.readString(process).split(" ", 2)[0]);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }
}

package dev.ecrbot.index;

import dev.ecrbot.ecr.Repository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was read and isn't kept yet. Thread-safe. */
final class Haul {
    private List<PolicyReading> read = new ArrayList<>();
    private List<Repository> gone = new ArrayList<>();
    private Map<Repository, String> failed = new HashMap<>();

    synchronized void read(PolicyReading reading) {
        read.add(reading);
    }

    synchronized void gone(Repository repository) {
        gone.add(repository);
    }

    synchronized void failed(Repository repository, String why) {
        failed.put(repository, why);
    }

    /** Keeps it. What the store doesn't take is read again by the next crawl. */
    void keep(IndexStore store, Instant now) {
        List<PolicyReading> readings;
        List<Repository> missing;
        Map<Repository, String> troubles;
        synchronized (this) {
            readings = read;
            missing = gone;
            troubles = failed;
            read = new ArrayList<>();
            gone = new ArrayList<>();
            failed = new HashMap<>();
        }
        if (!readings.isEmpty()) {
            store.read(readings);
        }
        if (!missing.isEmpty()) {
            store.gone(missing, now);
        }
        if (!troubles.isEmpty()) {
            store.failed(troubles, now);
        }
    }
}

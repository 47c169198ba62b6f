package dev.ecrbot.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers the last versions of each policy, so that the page can show what a change changed. */
final class PolicyHistory {

    private static final int MOST = 20;

    /** A policy document, and since when it is the live one. */
    record Version(int number, Instant at, String policyJson) {}

    private final PolicySource source;
    private final Clock clock;
    private final Map<String, List<Version>> versions = new LinkedHashMap<>();

    PolicyHistory(PolicySource source, Clock clock) {
        this.source = source;
        this.clock = clock;
        look();
    }

    /** Notes down what is new. */
    synchronized List<RepositoryView> look() {
        List<RepositoryView> now = source.repositories();
        for (RepositoryView repository : now) {
            List<Version> known = versions.computeIfAbsent(repository.id(), id -> new ArrayList<>());
            Version last = known.isEmpty() ? null : known.get(known.size() - 1);
            if (last == null || !last.policyJson().equals(repository.policyJson())) {
                int number = last == null ? 1 : last.number() + 1;
                known.add(new Version(number, clock.instant(), repository.policyJson()));
            }
            if (known.size() > MOST) {
                known.remove(0);
            }
        }
        return now;
    }

    /** Returns the id of the repository that the bot looked at last. */
    Optional<String> asked() {
        return source.asked();
    }

    /** Returns the versions of a repository's policy, the live one last. */
    synchronized List<Version> of(String repositoryId) {
        return List.copyOf(versions.getOrDefault(repositoryId, List.of()));
    }
}

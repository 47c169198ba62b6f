package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose Home tab is to be shown anew, and when: for whoever opens it, and for those who opened it lately when something changes
 * that may concern them; for nobody more often than once in {@link #PACE}. Kept in memory: after a restart it changes again once
 * it is opened, and of several replicas each knows those whose opening it was told of. Thread-safe.
 */
public final class HomeTabs {
    /** How long a tab stays as it is at the least. */
    static final Duration PACE = Duration.ofSeconds(5);

    private static final Duration LATELY = Duration.ofDays(1);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<PersonId, Instant> opened = new LinkedHashMap<>();
    private final Map<PersonId, Instant> shown = new HashMap<>();
    private final Map<PersonId, Instant> due = new LinkedHashMap<>();

    public HomeTabs(Clock clock) {
        this.clock = clock;
    }

    /** Somebody looks at theirs. */
    synchronized void opened(PersonId person) {
        opened.remove(person);
        if (opened.size() >= MOST) {
            forget(opened.keySet().iterator().next());
        }
        opened.put(person, clock.instant());
        want(person);
    }

    /** Something about this request has changed. */
    public synchronized void changed(Request request) {
        Instant lately = clock.instant().minus(LATELY);
        opened.entrySet().stream()
                .filter(entry -> entry.getValue().isAfter(lately))
                .map(Map.Entry::getKey)
                .filter(person -> mayConcern(person, request))
                .toList()
                .forEach(this::want);
    }

    /** Returns somebody whose tab is to be shown now, and takes it for shown; those that are due longest first. */
    synchronized Optional<PersonId> next() {
        Instant now = clock.instant();
        Optional<PersonId> next = due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey);
        next.ifPresent(person -> {
            due.remove(person);
            shown.put(person, now);
        });
        return next;
    }

    /** It couldn't be shown; it may be tried again after this time. */
    synchronized void again(PersonId person, Duration after) {
        due.put(person, clock.instant().plus(after));
    }

    /** It can't be shown at all until they open it again. */
    synchronized void forget(PersonId person) {
        opened.remove(person);
        shown.remove(person);
        due.remove(person);
    }

    private void want(PersonId person) {
        Instant now = clock.instant();
        Instant free = Optional.ofNullable(shown.get(person))
                .map(last -> last.plus(PACE))
                .filter(now::isBefore)
                .orElse(now);
        due.putIfAbsent(person, free);
    }

    private static boolean mayConcern(PersonId person, Request request) {
        return request.maker().filter(person::equals).isPresent()
                || request.ask()
                        .map(Ask::approvers)
                        .filter(approvers -> mayBeAmong(person, approvers))
                        .isPresent();
    }

    /** Who is in a group isn't looked up: one look too many does no harm. */
    private static boolean mayBeAmong(PersonId person, People approvers) {
        return approvers.anyone()
                || !approvers.groups().isEmpty()
                || approvers.users().contains(person.user());
    }
}

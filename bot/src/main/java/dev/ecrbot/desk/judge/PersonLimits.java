package dev.ecrbot.desk.judge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.ecrbot.config.LimitSettings;
import dev.ecrbot.problem.LimitProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one person from taking up what is there for all. Thread-safe.
 *
 * <p>Commands and clicks are counted by each replica for itself: it protects the replica, and nothing that is recorded depends
 * on it.
 */
public final class PersonLimits implements AutoCloseable {

    /** What is counted. */
    public enum Kind {
        COMMANDS,
        CLICKS
    }

    /** Records that so many were refused unheard: at once, and of the rest of a burst once it is over. */
    public interface Recorder {
        /** Returns the refusal, for whoever is still to be told. */
        ProblemException of(Kind kind, PersonId person, int refused, Problem problem);
    }

    private final LimitSettings settings;
    private final Clock clock;
    private final Recorder record;
    private final Cache<PersonId, Burst> commands;
    private final Cache<PersonId, Burst> clicks;

    /** @param executor on which the rest of a burst is recorded */
    public PersonLimits(LimitSettings settings, Clock clock, Recorder record, Executor executor) {
        this.settings = settings;
        this.clock = clock;
        this.record = record;
        this.commands = bursts(Kind.COMMANDS, executor);
        this.clicks = bursts(Kind.CLICKS, executor);
    }

    private Cache<PersonId, Burst> bursts(Kind kind, Executor executor) {
        return Caffeine.newBuilder()
                .expireAfterAccess(Burst.WINDOW)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .scheduler(Scheduler.systemScheduler())
                .executor(executor)
                .<PersonId, Burst>removalListener((person, burst, cause) -> {
                    if (person != null && burst != null) {
                        over(kind, person, burst);
                    }
                })
                .maximumSize(10_000)
                .build();
    }

    private void over(Kind kind, PersonId person, Burst burst) {
        int left = burst.rest();
        if (left > 0) {
            record.of(kind, person, left, tooMany(kind));
        }
    }

    private Burst burst(Kind kind, PersonId person) {
        Cache<PersonId, Burst> all = kind == Kind.COMMANDS ? commands : clicks;
        all.cleanUp();
        return all.get(person, nobody -> new Burst());
    }

    /** Counts a command; returns why it is one too many. */
    public Optional<Problem> command(PersonId person) {
        return burst(Kind.COMMANDS, person).taken(settings.commandsPerMinute(), clock.instant())
                ? Optional.empty()
                : Optional.of(tooMany(Kind.COMMANDS));
    }

    /** Returns why a click isn't looked at: within a minute too many of the person's were refused. */
    public Optional<Problem> click(PersonId person) {
        return burst(Kind.CLICKS, person).fewerThan(settings.refusedClicksPerMinute(), clock.instant())
                ? Optional.empty()
                : Optional.of(tooMany(Kind.CLICKS));
    }

    /** Counts a click that was looked at, and refused. */
    public void refusedClick(PersonId person) {
        burst(Kind.CLICKS, person).add(clock.instant());
    }

    /**
     * Returns how many of the person's were refused unheard and not yet recorded, this one included; empty while a record is
     * less than a minute old. So a script that runs away leaves one record a minute and not one for each, and one with the
     * number of the rest when it has been quiet for a minute.
     */
    public OptionalInt unrecorded(Kind kind, PersonId person) {
        return burst(kind, person).unrecorded(clock.instant());
    }

    /** Returns the refusal of one too many; records it, unless a record is less than a minute old. */
    public ProblemException unheard(Kind kind, PersonId person, Problem problem) {
        OptionalInt unrecorded = unrecorded(kind, person);
        return unrecorded.isPresent()
                ? unheard(kind, person, unrecorded.getAsInt(), problem)
                : new ProblemException(problem);
    }

    /** Records that so many of the person's were refused unheard, and returns the refusal. */
    public ProblemException unheard(Kind kind, PersonId person, int refused, Problem problem) {
        return record.of(kind, person, refused, problem);
    }

    private Problem tooMany(Kind kind) {
        return switch (kind) {
            case COMMANDS -> LimitProblems.commands(settings.commandsPerMinute());
            case CLICKS -> LimitProblems.clicks(settings.refusedClicksPerMinute());
        };
    }

    /** Returns why somebody with so many requests that wait may not ask for more. */
    public Optional<Problem> pending(long waiting) {
        if (waiting < settings.pendingPerPerson()) {
            return Optional.empty();
        }
        return Optional.of(LimitProblems.waiting(waiting, settings.pendingPerPerson()));
    }

    /** Records the rest of what was refused. */
    @Override
    public void close() {
        commands.asMap().forEach((person, burst) -> over(Kind.COMMANDS, person, burst));
        clicks.asMap().forEach((person, burst) -> over(Kind.CLICKS, person, burst));
    }
}

package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.judge.StandingApproval;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.WriteProblems;
import dev.ecrbot.time.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When what is approved is tried again after AWS didn't answer: after a second, then each time after twice as long, up to a
 * minute, for a quarter of an hour from the decision on. Kept in mind only: after a restart it is tried at once. Thread-safe.
 */
final class Attempts {
    /** How long after its decision a request is tried, and is written without being judged again. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private record Failed(int times, Instant next) {}

    private final StandingApproval standing;
    private final Clock clock;
    private final Map<RequestId, Failed> failed = new ConcurrentHashMap<>();

    Attempts(StandingApproval standing, Clock clock) {
        this.standing = standing;
        this.clock = clock;
    }

    /** Returns whether the request's next try isn't due yet. */
    boolean isEarly(RequestId id) {
        Failed last = failed.get(id);
        return last != null && clock.instant().isBefore(last.next());
    }

    /** Puts the next try off. */
    void putOff(RequestId id) {
        failed.compute(id, (key, last) -> {
            int times = last == null ? 1 : last.times() + 1;
            return new Failed(times, clock.instant().plus(PAUSES.after(times)));
        });
    }

    /** The request needs no more tries. */
    void over(RequestId id) {
        failed.remove(id);
    }

    /** Returns whether its decision is so recent that the request may wait. What nobody asked for has pauses of its own. */
    boolean mayWait(Request request) {
        return request.ask().isPresent() && !isOld(request);
    }

    /** Returns why what was approved long ago can't be written any more; empty if it can, or wasn't long ago. */
    Optional<Problem> stale(Request request) {
        return request.authority().isForWhatWasShown() && isOld(request) ? standing.refusal(request) : Optional.empty();
    }

    /** Returns whether what has waited since then has waited long enough. */
    boolean isOver(Instant since) {
        return !clock.instant().isBefore(since.plus(PATIENCE));
    }

    private boolean isOld(Request request) {
        return request.decidedAt().filter(this::isOver).isPresent();
    }

    /** Returns the problem of what Slack said nothing of for too long. */
    static Problem unsaid(Request request, Problem problem) {
        return WriteProblems.slackSilent(request.id().toString(), problem);
    }
}

package dev.ecrbot.command.word;

import dev.ecrbot.policy.Ends;
import dev.ecrbot.problem.EndProblems;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Checks that an end that was asked for lies in the future, and not absurdly far. */
public final class EndCheck {
    private static final int YEARS = 10;

    private final Clock clock;

    public EndCheck(Clock clock) {
        this.clock = clock;
    }

    public Until in(Duration duration) {
        // Compared as durations: an instant can't hold what somebody may type.
        Instant now = clock.instant();
        if (duration.compareTo(Duration.between(now, farthest(now))) > 0) {
            throw tooFar(new Until.In(duration).text());
        }
        return new Until.In(duration);
    }

    public Until at(Instant instant) {
        Instant now = clock.instant();
        if (!instant.isAfter(now)) {
            throw new ProblemException(EndProblems.past(Ends.shown(instant)));
        }
        if (instant.isAfter(farthest(now))) {
            throw tooFar("until " + Ends.shown(instant));
        }
        return new Until.At(instant);
    }

    public static ProblemException tooFar(String typed) {
        return new ProblemException(EndProblems.tooFar(typed, YEARS));
    }

    private static Instant farthest(Instant now) {
        return now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
    }
}

package dev.ecrbot.command.word;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When access is to end, as it was asked for: not rounded, not checked against a rule. */
public sealed interface Until {

    /** Returns the words that say it in a command; empty if there is no end. */
    String text();

    /**
     * Returns the moment that is meant when access is asked for at this one, in whole seconds; empty if there is no end.
     *
     * @param now when it is asked for
     */
    Optional<Instant> from(Instant now);

    /** No end was named. */
    record None() implements Until {
        @Override
        public String text() {
            return "";
        }

        @Override
        public Optional<Instant> from(Instant now) {
            return Optional.empty();
        }
    }

    /** This long after it was given; whole minutes. */
    record In(Duration duration) implements Until {
        public In {
            if (duration.compareTo(Duration.ofMinutes(1)) < 0
                    || !duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
                throw new IllegalArgumentException("a duration has whole minutes, at least one: " + duration);
            }
        }

        @Override
        public String text() {
            return "for " + unit(duration.toDays(), "d") + unit(duration.toHoursPart(), "h")
                    + unit(duration.toMinutesPart(), "m");
        }

        @Override
        public Optional<Instant> from(Instant now) {
            return Optional.of(now.truncatedTo(ChronoUnit.SECONDS).plus(duration));
        }

        private static String unit(long number, String unit) {
            return number == 0 ? "" : number + unit;
        }
    }

    /** At this moment; whole seconds. */
    record At(Instant instant) implements Until {
        public At {
            if (!instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))) {
                throw new IllegalArgumentException("an end has whole seconds: " + instant);
            }
        }

        @Override
        public String text() {
            return "until " + instant;
        }

        @Override
        public Optional<Instant> from(Instant now) {
            return Optional.of(instant);
        }
    }
}

package dev.ecrbot.desk.checkup;

import dev.ecrbot.doctor.Examined;
import dev.ecrbot.rules.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far a look at the bot's set-up has come. */
public sealed interface Checkup {

    /** Hands itself to the method for its kind. */
    <T> T visit(Visitor<T> visitor);

    /** Has one answer for each kind. */
    interface Visitor<T> {
        T begun(Begun begun);

        T going(Going going);

        T over(Over over);

        T notYours(NotYours notYours);
    }

    /**
     * It has begun.
     *
     * @param parts what is looked at
     * @param before whether it was under way when the person asked
     */
    record Begun(List<String> parts, boolean before) implements Checkup {
        public Begun {
            parts = List.copyOf(parts);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.begun(this);
        }
    }

    /**
     * It takes a while.
     *
     * @param done how many parts were looked at, of how many
     * @param wrong how many things were found that are to mend
     * @param next which part is looked at now
     */
    record Going(int done, int of, int wrong, String next) implements Checkup {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.going(this);
        }
    }

    /** All was looked at. */
    record Over(List<Examined> found, Instant began) implements Checkup {
        public Over {
            found = List.copyOf(found);
        }

        /** Returns what is to mend. */
        public List<Examined> wrong() {
            return found.stream().filter(Examined::isWrong).toList();
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.over(this);
        }
    }

    /** The person isn't one of those who may; {@code who} is empty where the configuration names nobody. */
    record NotYours(Optional<People> who) implements Checkup {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.notYours(this);
        }
    }
}

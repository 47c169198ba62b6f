package dev.ecrbot.desk.ledger;

import dev.ecrbot.time.Tempo;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Looks for what is due by its stored date, and does it. One replica at a time is enough; several at once do no harm.
 *
 * @param name stored, so never to be changed
 * @param every how long after one look the next one is
 */
public record Chore(String name, Duration every, Runnable work) {
    public Chore {
        if (name.isBlank() || every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("a chore has a name and comes again after some time: " + name);
        }
    }

    /** Returns the same; whatever it throws is counted by its name before it goes on its way. */
    public Chore counting(Consumer<String> failures) {
        return new Chore(name, every, () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failures.accept(name);
                throw e;
            }
        });
    }

    /** Returns the same, looking as often as this tempo has it. */
    public Chore at(Tempo tempo) {
        return new Chore(name, tempo.of(every), work);
    }
}

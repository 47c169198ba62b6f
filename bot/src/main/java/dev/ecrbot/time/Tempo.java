package dev.ecrbot.time;

import java.time.Duration;

/**
 * How long the bot's own pauses last: between two looks at what is due, two readings, two tries. Whoever runs the bot among
 * neighbours that are never late, as tests do, needn't wait for them. What others ask the bot to wait isn't shortened, and
 * neither is any date.
 *
 * @param faster by what all pauses are divided; 1 or more
 */
public record Tempo(int faster) {
    /** Every pause as long as it is meant. */
    public static final Tempo REAL = new Tempo(1);

    public Tempo {
        if (faster < 1) {
            throw new IllegalArgumentException("pauses are shortened by 1 or more: " + faster);
        }
    }

    /** Returns how long a pause lasts that is meant to last so long. */
    public Duration of(Duration pause) {
        return pause.dividedBy(faster);
    }
}

package dev.ecrbot;

import dev.ecrbot.time.Tempo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The bot's own command line with shorter pauses, unless all is tried, and with a clock that can be set ahead while it runs:
 * by as much as a file says, once there is one.
 */
public final class SteeredMain {
    /** The system property that names the file. */
    public static final String AHEAD = "clock.ahead";

    private static final Tempo TEMPO = new Tempo(Thoroughness.ofThisRun().of(8, 1));

    private SteeredMain() {}

    public static void main(String[] args) {
        System.exit(Main.commandLine(new Ahead(Path.of(System.getProperty(AHEAD))), TEMPO)
                .execute(args));
    }

    private static final class Ahead extends Clock {
        private final Path file;

        private Ahead(Path file) {
            this.file = file;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock goes by UTC");
        }

        @Override
        public Instant instant() {
            Instant now = Instant.now();
            try {
                return Files.exists(file) ? now.plus(Duration.parse(Files.readString(file))) : now;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

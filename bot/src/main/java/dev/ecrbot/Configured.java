package dev.ecrbot;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.Secrets;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.store.database.Credentials;
import dev.ecrbot.store.database.Existing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command works with that isn't the bot itself: the file, and who the database knows.
 *
 * @param credentials empty where the database needs none, or the command needs no database
 */
record Configured(BotConfig config, Optional<Credentials> credentials) {

    /** Runs the command with file and environment, or tells what is wrong with them; returns the exit code. */
    static int withStore(@Nullable CommandSpec spec, Path file, ToIntFunction<Configured> command) {
        return with(spec, file, configured -> {
            Reading<Optional<Secrets.Store>> secrets = Secrets.readStore(System.getenv(), configured.config());
            if (secrets instanceof Reading.Invalid<Optional<Secrets.Store>> missing) {
                return Main.mistakes(spec, "environment", missing.mistakes());
            }
            Optional<Credentials> credentials = ((Reading.Valid<Optional<Secrets.Store>>) secrets)
                    .value()
                    .map(store -> new Credentials(store.user(), store.password()));
            return command.applyAsInt(new Configured(configured.config(), credentials));
        });
    }

    /**
     * Opens the records for a command that only reads them.
     *
     * @throws dev.ecrbot.problem.ProblemException if they can't be read, or none were ever kept there
     */
    static StoreLedger records(String url, Optional<Credentials> credentials) {
        Existing.check(url);
        return StoreLedger.open(url, credentials);
    }

    /** As {@link #withStore}, for a command that needs no database. */
    static int with(@Nullable CommandSpec spec, Path file, ToIntFunction<Configured> command) {
        Reading<BotConfig> read = ConfigReader.read(file);
        if (read instanceof Reading.Invalid<BotConfig> invalid) {
            return Main.mistakes(spec, file.toString(), invalid.mistakes());
        }
        return command.applyAsInt(new Configured(((Reading.Valid<BotConfig>) read).value(), Optional.empty()));
    }
}

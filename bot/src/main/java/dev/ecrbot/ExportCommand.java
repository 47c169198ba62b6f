package dev.ecrbot;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.ConfigReader;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.Secrets;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.Credentials;
import dev.ecrbot.store.StoreLedger;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the whole audit trail to standard output. */
@Command(
        name = "export",
        description = "Write the whole audit trail to standard output, one event a line, as JSON.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration file.")
    private Path config = Path.of("ecr-bot.yml");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintStream out = System.out;
        // Logs go to standard output otherwise, where they would stand between the events.
        System.setOut(System.err);
        Reading<BotConfig> read = ConfigReader.read(config);
        if (read instanceof Reading.Invalid<BotConfig> invalid) {
            return Main.mistakes(spec, config.toString(), invalid.mistakes());
        }
        BotConfig valid = ((Reading.Valid<BotConfig>) read).value();
        Reading<Optional<Secrets.Store>> secrets = Secrets.readStore(System.getenv(), valid);
        if (secrets instanceof Reading.Invalid<Optional<Secrets.Store>> missing) {
            return Main.mistakes(spec, "environment", missing.mistakes());
        }
        return export(valid, ((Reading.Valid<Optional<Secrets.Store>>) secrets).value(), out);
    }

    private int export(BotConfig valid, Optional<Secrets.Store> secrets, OutputStream to) {
        Optional<Credentials> credentials = secrets.map(store -> new Credentials(store.user(), store.password()));
        try (var ledger = StoreLedger.open(valid.store().url(), credentials);
                var out = new BufferedOutputStream(to)) {
            Export.write(ledger, out);
            return 0;
        } catch (ProblemException e) {
            Main.error(spec)
                    .println("The audit trail can't be read: " + e.problem().text());
        } catch (IOException e) {
            Main.error(spec).println("The audit trail can't be written: " + e.getMessage());
        }
        return FAILED;
    }
}

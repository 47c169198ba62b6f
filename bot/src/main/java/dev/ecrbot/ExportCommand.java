package dev.ecrbot;

import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.StoreLedger;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the whole audit trail to standard output, or one repository's policy as code. */
@Command(
        name = "export",
        description = {
            "Write the whole audit trail to standard output, one event a line, as JSON;",
            "or, with a repository, its policy as terraform, cloudformation or json."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration file.")
    private Path config = Path.of("ecr-bot.yml");

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "A repository, and the form.")
    private List<String> words = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintStream out = System.out;
        // Logs go to standard output otherwise, where they would stand between the events.
        System.setOut(System.err);
        if (!words.isEmpty()) {
            return Configured.with(
                    spec,
                    config,
                    valid -> FleetCommand.run("export", words, valid, FleetPrinter.text(out), spec, Clock.systemUTC()));
        }
        return Configured.withStore(spec, config, configured -> export(configured, out));
    }

    private int export(Configured configured, OutputStream to) {
        try (var ledger = StoreLedger.open(configured.config().store().url(), configured.credentials());
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

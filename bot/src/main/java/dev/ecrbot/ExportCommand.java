package dev.ecrbot;

import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.database.Credentials;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
            "or, with a repository, its policy as terraform, cloudformation or json.",
            "Exit code: 0 written, 1 the audit trail can't be read or written, 2 bad input, 3 the policy can't be read."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration file.")
    private Path config = Path.of("ecr-bot.yml");

    @Option(
            names = "--since",
            paramLabel = "SEQ|TIME",
            description = "Only what was recorded after the event with this seq, or at or after 2026-12-31T10:00:00Z.")
    private String since = "0";

    @Option(
            names = "--from",
            paramLabel = "BACKUP.zip",
            description = "Read a backup (store.backup) in place of the store, which a running bot keeps to itself.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--json",
            description = "Of a repository: one JSON object with the code in it. The audit trail is JSON in any case.")
    private boolean json;

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
            FleetPrinter printer = json ? FleetPrinter.json(out) : FleetPrinter.text(out);
            return Configured.with(
                    spec, config, valid -> FleetCommand.run("export", words, valid, printer, spec, Clock.systemUTC()));
        }
        if (Since.parse(since).isEmpty()) {
            Main.error(spec).println(CommandWords.wrongSince());
            return MISUSED;
        }
        return from.isPresent()
                ? backedUp(from.get(), out)
                : Configured.withStore(
                        spec,
                        config,
                        configured -> export(configured.config().store().url(), configured.credentials(), out));
    }

    private int backedUp(Path zip, OutputStream to) {
        try (var backup = Unpacked.of(zip)) {
            return export(backup.url(), Optional.empty(), to);
        } catch (IOException e) {
            Main.error(spec).println(CommandWords.backupUnread(String.valueOf(e.getMessage())));
            return FAILED;
        }
    }

    private int export(String url, Optional<Credentials> credentials, OutputStream to) {
        try (var ledger = Configured.records(url, credentials);
                var out = new BufferedOutputStream(to)) {
            Export.write(ledger, Since.parse(since).orElseThrow(), out);
            return 0;
        } catch (ProblemException e) {
            Main.error(spec).println(CommandWords.trailUnread(e.problem().text()));
        } catch (IOException e) {
            Main.error(spec).println(CommandWords.trailUnwritten(String.valueOf(e.getMessage())));
        }
        return FAILED;
    }
}

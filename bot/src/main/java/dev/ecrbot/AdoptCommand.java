package dev.ecrbot;

import dev.ecrbot.aws.AwsPolicies;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records grants for the bot's statements whose records were lost. */
@Command(
        name = "adopt",
        description = "Record grants for statements that ecr-bot wrote and has no record of; no bot may run meanwhile.",
        mixinStandardHelpOptions = true)
final class AdoptCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration file.")
    private Path config = Path.of("ecr-bot.yml");

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        // Logs go to standard output otherwise, where they would stand between the lines.
        System.setOut(System.err);
        return Configured.withStore(
                spec, config, configured -> adopt(configured, new PrintWriter(out, true, Charset.defaultCharset())));
    }

    private int adopt(Configured configured, PrintWriter to) {
        BotConfig valid = configured.config();
        try (var ledger = StoreLedger.open(valid.store().url(), configured.credentials());
                var policies = new AwsPolicies(valid.registries(), clock, Tempo.REAL)) {
            if (!ledger.isAlone()) {
                Main.error(spec).println(CommandWords.botRuns());
                return FAILED;
            }
            boolean whole = new Adoption(ledger, policies, valid, clock, to).run();
            return whole ? 0 : FAILED;
        } catch (ProblemException e) {
            Main.error(spec).println(CommandWords.nothingAdopted(e.problem().text()));
        }
        return FAILED;
    }
}

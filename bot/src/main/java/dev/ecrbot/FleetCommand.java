package dev.ecrbot;

import dev.ecrbot.aws.AwsPolicies;
import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.command.Inquiry;
import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.answer.FleetReport;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.index.Crawler;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.FleetReader;
import dev.ecrbot.index.RegistryFacts;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** One of the questions that Slack's command takes, answered by reading AWS live with the configured roles. */
@picocli.CommandLine.Command(
        description = {
            "Answer as /ecr does with the same words, by reading AWS live with the roles of the configuration.",
            "Exit code: 0 fine, 1 findings of some severity, differences, or no such access, 2 bad input, 3 not all could be read."
        },
        mixinStandardHelpOptions = true)
final class FleetCommand implements Callable<Integer> {
    static final int NO = 1;
    private static final int BAD_INPUT = 2;
    private static final int UNREAD = 3;
    private static final int START = 20;
    private static final Duration ONCE = Duration.ofDays(1);

    @Option(
            names = "--config",
            required = true,
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The configuration file.")
    private Path config = Path.of("ecr-bot.yml");

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--csv", description = "Comma-separated values.")
    private boolean csv;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "What stands after the word in Slack.")
    private List<String> words = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final String verb;
    private final boolean records;
    private final Clock clock;

    /** @param records whether the answer needs what the bot has on record */
    FleetCommand(String verb, boolean records, Clock clock) {
        this.verb = verb;
        this.records = records;
        this.clock = clock;
    }

    Path config() {
        return config;
    }

    @Override
    public Integer call() {
        if (json && csv) {
            Main.error(spec).println(CommandWords.jsonOrCsv());
            return BAD_INPUT;
        }
        PrintStream out = System.out;
        // Logs go to standard output otherwise, where they would stand between the lines.
        System.setOut(System.err);
        FleetPrinter printer = json ? FleetPrinter.json(out) : csv ? FleetPrinter.csv(out) : FleetPrinter.text(out);
        return records
                ? Configured.withStore(spec, config, valid -> run(verb, words, valid, printer, spec, clock))
                : Configured.with(spec, config, valid -> run(verb, words, valid, printer, spec, clock));
    }

    static int run(
            String verb,
            List<String> words,
            Configured configured,
            FleetPrinter printer,
            @Nullable CommandSpec spec,
            Clock clock) {
        var parser = new CommandParser(DeskAssembly.names(configured.config()), clock);
        String typed = verb + " " + String.join(" ", words);
        return parser.parse(typed)
                .<Integer>visit(
                        understood -> understood.command() instanceof Command.Inquire asked
                                ? answer(plain(asked.inquiry()), configured, printer, spec, clock)
                                : BAD_INPUT,
                        misunderstood -> failed(spec, misunderstood.problem(), BAD_INPUT));
    }

    /** AWS is read live here, whether or not somebody says so. */
    private static Inquiry plain(Inquiry inquiry) {
        return inquiry instanceof FleetInquiry.Fresh fresh ? fresh.of() : inquiry;
    }

    private static int answer(
            Inquiry inquiry, Configured configured, FleetPrinter printer, @Nullable CommandSpec spec, Clock clock) {
        var config = configured.config();
        boolean records = FleetReport.needsRecords(inquiry);
        String memory = "jdbc:h2:mem:" + UUID.randomUUID();
        // What was crawled for one answer is of no use to a bot that keeps its own.
        try (var kept = StoreLedger.open(memory, Optional.empty());
                var ledger = records
                        ? Configured.records(config.store().url(), configured.credentials())
                        : StoreLedger.open(memory, Optional.empty());
                var policies = new AwsPolicies(config.registries(), clock, Tempo.REAL)) {
            var index = new FleetIndex(kept.index(), config.regionalRegistries(), clock);
            if (FleetReport.needsIndex(inquiry)) {
                var crawler =
                        new Crawler(policies.fleet(), kept.index(), config.regionalRegistries(), ONCE, START, clock);
                while (!crawler.look()) {
                    Main.error(spec).println(CommandWords.stillReading());
                }
                index.refresh();
            }
            int code = FleetReport.of(
                            ledger, policies, registry -> facts(policies.fleet(), registry), index, config, clock)
                    .answer(inquiry, printer);
            return FleetReport.needsIndex(inquiry) ? Math.max(code, missing(index.coverage(), spec)) : code;
        } catch (ProblemException e) {
            return failed(spec, e.problem(), isMisread(e.problem().code()) ? BAD_INPUT : UNREAD);
        }
    }

    private static Optional<RegistryFacts> facts(FleetReader reader, RegionalRegistry registry) {
        try {
            return Optional.of(new RegistryFacts(
                    PolicyDocument.empty(),
                    true,
                    reader.templates(registry),
                    reader.pullThroughRules(registry),
                    List.of()));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static int missing(Coverage coverage, @Nullable CommandSpec spec) {
        List<String> troubles = coverage.parts().stream()
                .flatMap(part -> part.troubles().stream())
                .distinct()
                .toList();
        troubles.forEach(Main.error(spec)::println);
        return troubles.isEmpty() && coverage.whole() ? 0 : UNREAD;
    }

    private static boolean isMisread(Code code) {
        return code == Code.COMMAND_MALFORMED || code == Code.COMMAND_UNKNOWN;
    }

    private static int failed(@Nullable CommandSpec spec, Problem problem, int code) {
        Main.error(spec).println(problem.text());
        return code;
    }
}

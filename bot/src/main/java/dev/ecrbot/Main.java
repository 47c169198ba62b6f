package dev.ecrbot;

import dev.ecrbot.aws.SdkCallSigner;
import dev.ecrbot.cli.Misuse;
import dev.ecrbot.cli.PolicyCommand;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Mistake;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.Secrets;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.machine.client.AskCommand;
import dev.ecrbot.machine.client.QuestionCommand;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.time.Tempo;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "ecr-bot",
        description = "Cross-account access to Amazon ECR repositories, asked for and approved in Slack.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    private static final int MISTAKES = 2;
    private static final String RUN = "run";
    private static final String LOG_LEVEL = "ecrbot.log.level";
    private static final String CONFIG = "--config";

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        // Before anything is logged, for the log is set up with it.
        System.setProperty(LOG_LEVEL, logLevel(args));
        Clock clock = Clock.systemUTC();
        var run = new Run(clock, Tempo.REAL, EcrBot::lookAtSetUp);
        System.exit(
                isPlainRun(args)
                        ? run.by(Path.of(args[2]))
                        : commandLine(clock, run).execute(args));
    }

    /** Returns from which level on a program started with these words logs: one that answers and ends says what went wrong, and no more. */
    static String logLevel(String... args) {
        return args.length > 0 && args[0].equals(RUN) ? "INFO" : "WARN";
    }

    /**
     * Returns whether the bot is started as the image starts it. Then the library that reads command lines isn't asked: it is compiled for
     * a Java so old that no cache of classes takes it, and to load it takes a good part of a start.
     */
    private static boolean isPlainRun(String... args) {
        return args.length == 3 && args[0].equals(RUN) && args[1].equals(CONFIG) && !args[2].startsWith("-");
    }

    /** Returns the command line of a bot that goes by this clock, and pauses as long as this tempo says. */
    static CommandLine commandLine(Clock clock, Tempo tempo) {
        return commandLine(clock, new Run(clock, tempo, bot -> {}));
    }

    private static CommandLine commandLine(Clock clock, Run run) {
        return versioned(Misuse.answeredBy(new CommandLine(new Main())
                .addSubcommand("init", new InitCommand(clock))
                .addSubcommand("doctor", new DoctorCommand(clock))
                .addSubcommand(run)
                .addSubcommand("rules", new CommandLine(new RulesCommand()).addSubcommand(new RulesTestCommand(clock)))
                .addSubcommand("export", ExportCommand.class)
                .addSubcommand("adopt", AdoptCommand.class)
                .addSubcommand("policy", PolicyCommand.class)
                .addSubcommand("explain", new LookingExplainCommand(clock))
                .addSubcommand("access", new FleetCommand("access", false, clock))
                .addSubcommand("ask", new AskCommand(new SdkCallSigner(), clock))
                .addSubcommand(
                        "audit",
                        new CommandLine(new FleetCommand("audit", false, clock)).addSubcommand(new VerifyCommand()))
                .addSubcommand("can", new FleetCommand("can", false, clock))
                .addSubcommand("drift", new FleetCommand("drift", true, clock))
                .addSubcommand("question", new QuestionCommand(new SdkCallSigner()))
                .addSubcommand("who", new FleetCommand("who", false, clock))));
    }

    /** Has each command tell the version, too: people ask where they are. */
    private static CommandLine versioned(CommandLine commands) {
        commands.getCommandSpec().versionProvider(new Version());
        commands.getSubcommands().values().forEach(Main::versioned);
        return commands;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), CommandWords.sayWhatToDo());
        }
    }

    @Command(name = RUN, description = "Run the bot until it is told to stop.", mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        private static final int CANT_START = 1;
        private static final int SIGTERM = 143;

        @Option(names = CONFIG, required = true, paramLabel = "FILE", description = "The configuration file.")
        private Path config = Path.of("ecr-bot.yml");

        @Spec
        private @Nullable CommandSpec spec;

        private final Clock clock;
        private final Tempo tempo;
        private final Consumer<EcrBot> started;
        private CompletableFuture<Void> log = CompletableFuture.completedFuture(null);

        private Run(Clock clock, Tempo tempo, Consumer<EcrBot> started) {
            this.started = started;
            this.clock = clock;
            this.tempo = tempo;
        }

        /** Runs the bot by this file. */
        int by(Path file) throws InterruptedException {
            config = file;
            // It takes as long as to read the file, and has nothing to do with it.
            log = CompletableFuture.runAsync(LoggerFactory::getILoggerFactory);
            return call();
        }

        @Override
        public Integer call() throws InterruptedException {
            Optional<String> format = wrongFormat(System.getenv());
            if (format.isPresent()) {
                error(spec).println("environment: " + format.get());
                return MISTAKES;
            }
            ConfigReader.Loaded loaded = ConfigReader.load(config);
            Reading<BotConfig> read = loaded.reading();
            if (read instanceof Reading.Invalid<BotConfig> invalid) {
                return mistakes(spec, config.toString(), invalid.mistakes());
            }
            BotConfig valid = ((Reading.Valid<BotConfig>) read).value();
            Reading<Secrets> secrets = Secrets.read(System.getenv(), valid);
            if (secrets instanceof Reading.Invalid<Secrets> missing) {
                return mistakes(spec, "environment", missing.mistakes());
            }
            return run(valid, new ConfigFile(config, loaded.copy()), ((Reading.Valid<Secrets>) secrets).value());
        }

        private int run(BotConfig valid, ConfigFile file, Secrets secrets) throws InterruptedException {
            log.join();
            EcrBot bot;
            try {
                bot = EcrBot.start(valid, Optional.of(file), secrets, clock, tempo, Ears.NONE);
            } catch (ProblemException e) {
                error(spec).println(CommandWords.cannotStart(e.problem().text()));
                return CANT_START;
            }
            Runnable halt = () -> Runtime.getRuntime().halt(SIGTERM);
            Runtime.getRuntime().addShutdownHook(new Thread(new Ending(bot::close, Ending.AT_MOST, halt), "shutdown"));
            try {
                bot.awaitWhole();
            } catch (RuntimeException e) {
                error(spec).println(CommandWords.cannotStart(e.toString()));
                return CANT_START;
            }
            started.accept(bot);
            new CountDownLatch(1).await();
            return 0;
        }
    }

    /** Returns what is wrong with LOG_FORMAT, which the log itself couldn't tell: there is none in a format that isn't known. */
    static Optional<String> wrongFormat(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("LOG_FORMAT"))
                .filter(format -> !Set.of("text", "json").contains(format))
                .map(format -> CommandWords.wrongLogFormat(format.replaceAll("\\p{C}", "?")));
    }

    /** Tells what is wrong with the configuration or the environment; returns the exit code that says so. */
    static int mistakes(@Nullable CommandSpec spec, String where, List<Mistake> mistakes) {
        mistakes.forEach(mistake -> error(spec).println(where + ": " + mistake));
        return MISTAKES;
    }

    static PrintWriter error(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(System.err, true, Charset.defaultCharset())
                : spec.commandLine().getErr();
    }

    static PrintWriter out(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(System.out, true, Charset.defaultCharset())
                : spec.commandLine().getOut();
    }

    /** Returns this program's version. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"ecr-bot " + version()};
        }
    }
}

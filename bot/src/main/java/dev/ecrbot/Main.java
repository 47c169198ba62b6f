package dev.ecrbot;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        versionProvider = Main.Version.class,
        subcommands = Main.Run.class)
public final class Main implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do, for example: ecr-bot run --config FILE");
        }
    }

    @Command(name = "run", description = "Run the bot until it is told to stop.", mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {

        private static final int SOFTWARE = 70;

        @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration file.")
        private @Nullable Path config;

        @Override
        public Integer call() {
            System.err.println("ecr-bot: not wired yet, " + config + " was not read");
            return SOFTWARE;
        }
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"ecr-bot " + (version == null ? "(unpackaged)" : version)};
        }
    }
}

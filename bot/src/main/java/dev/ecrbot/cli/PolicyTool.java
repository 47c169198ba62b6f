package dev.ecrbot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/** The command line of the policy engine alone: the commands of {@code policy}, in a jar that knows nothing of the bot. */
public final class PolicyTool {
    static final String NAME = "ecr-policy";

    private PolicyTool() {}

    public static void main(String[] args) {
        System.exit(commands().execute(args));
    }

    /** Returns the commands as this jar has them. */
    static CommandLine commands() {
        var commands = new CommandLine(new PolicyCommand());
        commands.setCommandName(NAME);
        commands.getCommandSpec().versionProvider(new Version());
        commands.getSubcommands().values().forEach(each -> each.getCommandSpec().versionProvider(new Version()));
        return Misuse.answeredBy(commands);
    }

    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = PolicyTool.class.getPackage().getImplementationVersion();
            return new String[] {NAME + " " + (version == null ? "(unpackaged)" : version)};
        }
    }
}

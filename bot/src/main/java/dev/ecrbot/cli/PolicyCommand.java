package dev.ecrbot.cli;

import dev.ecrbot.cli.words.ArgumentWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks policies, for pipelines; starts nothing and asks nobody. */
@Command(
        name = "policy",
        description = "Check policies of repositories and registries without asking AWS.",
        mixinStandardHelpOptions = true,
        subcommands = {LintCommand.class, CanCommand.class, DiffCommand.class, TestCommand.class, ExplainCommand.class})
public final class PolicyCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), ArgumentWords.sayWhatToCheck());
        }
    }
}

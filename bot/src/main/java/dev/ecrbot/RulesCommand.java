package dev.ecrbot;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with rules where no bot runs. */
@Command(
        name = "rules",
        description = "Try out the rules of a configuration; asks neither Slack nor AWS.",
        mixinStandardHelpOptions = true)
final class RulesCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), CommandWords.sayWhatToTest());
        }
    }
}

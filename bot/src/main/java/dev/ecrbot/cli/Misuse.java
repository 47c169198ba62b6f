package dev.ecrbot.cli;

import dev.ecrbot.cli.words.ArgumentWords;
import dev.ecrbot.problem.Guess;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what was wrong with a command, and what was probably meant, in place of a page of help. */
public final class Misuse {
    private Misuse() {}

    /** Returns the commands, which from now on answer so; words of options may be written in upper or lower case. */
    public static CommandLine answeredBy(CommandLine commands) {
        return commands.setCaseInsensitiveEnumValuesAllowed(true).setParameterExceptionHandler((e, args) -> told(e));
    }

    private static int told(ParameterException e) {
        CommandLine at = e.getCommandLine();
        String name = at.getCommandSpec().qualifiedName();
        PrintWriter error = at.getErr();
        error.println(sentence(what(e)));
        error.println(meant(e).map(word -> ArgumentWords.didYouMean(name + " " + word))
                .orElse(ArgumentWords.seeHelp(name)));
        error.flush();
        return Exit.BAD_INPUT;
    }

    private static String what(ParameterException e) {
        return unmatched(e).map(ArgumentWords::unknown).orElseGet(() -> String.valueOf(e.getMessage()));
    }

    private static Optional<String> unmatched(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream().findFirst()
                : Optional.empty();
    }

    private static Optional<String> meant(ParameterException e) {
        CommandLine at = e.getCommandLine();
        List<String> options = at.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        return unmatched(e)
                .flatMap(word -> Guess.near(
                        word,
                        word.startsWith("-") ? options : at.getSubcommands().keySet()));
    }

    private static String sentence(String what) {
        return what.endsWith(".") ? what : what + ".";
    }
}

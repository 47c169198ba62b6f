package dev.ecrbot.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes to. */
record Console(PrintWriter out, PrintWriter error) {

    static Console of(@Nullable CommandSpec spec) {
        return new Console(
                writer(spec, CommandLine::getOut, System.out), writer(spec, CommandLine::getErr, System.err));
    }

    private static PrintWriter writer(
            @Nullable CommandSpec spec, Function<CommandLine, PrintWriter> given, PrintStream otherwise) {
        return spec == null
                ? new PrintWriter(otherwise, true, Charset.defaultCharset())
                : given.apply(spec.commandLine());
    }
}

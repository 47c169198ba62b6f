package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.time.Tempo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Wherever somebody is among the commands, they can ask which version that is. */
final class VersionTest {

    @Test
    void eachCommandTellsTheVersion() {
        CommandLine all = Main.commandLine(Clock.systemUTC(), Tempo.REAL);
        assertThat(with(all)).hasSizeGreaterThan(15).allSatisfy(command -> {
            var out = new StringWriter();
            command.setOut(new PrintWriter(out));
            assertThat(command.execute("--version")).isZero();
            assertThat(out.toString())
                    .as(command.getCommandSpec().qualifiedName())
                    .startsWith("ecr-bot " + Main.version());
        });
    }

    private static Stream<CommandLine> with(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(VersionTest::with));
    }
}

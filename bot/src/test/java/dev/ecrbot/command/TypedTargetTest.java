package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Target;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told to type about a repository is about that one, and no other of its name. */
final class TypedTargetTest {
    private final CommandParser parser =
            new CommandParser(DeskAssembly.names(DeskBench.config(DeskBench.RULES)), Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {"payments/api", "payments/*", "*"})
    void itIsReadAsItself(String text) {
        for (String region : new String[] {"us-west-2", "eu-west-1"}) {
            Target target = Target.of(new AccountId("111111111111"), new Region(region), text);
            Parsed read = parser.parse("status " + target.typed());
            assertThat(read)
                    .as(target.typed())
                    .isInstanceOfSatisfying(
                            Parsed.Understood.class,
                            understood -> assertThat(((Command.Status) understood.command())
                                            .target()
                                            .target())
                                    .isEqualTo(target));
        }
    }
}

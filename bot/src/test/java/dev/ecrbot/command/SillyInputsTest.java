package dev.ecrbot.command;

import static dev.ecrbot.problem.Code.REPOSITORY_MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type by mistake, in haste or in bad faith, beside what they are told. */
class SillyInputsTest {
    @ParameterizedTest
    @MethodSource({"commands", "accesses", "repositories", "accounts", "principals", "ends", "reasons"})
    void areToldWhatIsWrong(String typed, Code code, String said) {
        Problem problem = Here.misunderstood(Here.PARSER, typed);
        assertThat(problem.text()).contains(said);
        assertThat(problem.code()).as(problem.text()).isEqualTo(code);
        assertThat(problem.text()).hasSizeLessThan(600).doesNotContainPattern("\\p{Cntrl}|\u202E|\u200B");
    }

    static Stream<Arguments> commands() {
        return SillyCommands.commands();
    }

    static Stream<Arguments> accesses() {
        return SillyCommands.accesses();
    }

    static Stream<Arguments> repositories() {
        return SillyPlaces.repositories();
    }

    static Stream<Arguments> accounts() {
        return SillyPlaces.accounts();
    }

    static Stream<Arguments> principals() {
        return SillyPrincipals.principals();
    }

    static Stream<Arguments> ends() {
        return SillyEnds.ends();
    }

    static Stream<Arguments> reasons() {
        return SillyCommands.reasons();
    }

    @Test
    void arePlenty() {
        assertThat(Stream.of(commands(), accesses(), repositories(), accounts(), principals(), ends(), reasons())
                        .mapToLong(Stream::count)
                        .sum())
                .isGreaterThan(150);
    }

    @Test
    void areToldWhenNothingIsConfigured() {
        var parser = new CommandParser(new Names(Map.of(), Map.of(), StandardAccess.CATALOGUE), Here.CLOCK);
        assertThat(Here.misunderstood(parser, "status payments/api").what()).isEqualTo("No registry is configured.");
        assertThat(Here.misunderstood(parser, "status arn:aws:ecr:us-west-2:111111111111:repository/api")
                        .code())
                .isEqualTo(REPOSITORY_MALFORMED);
    }
}

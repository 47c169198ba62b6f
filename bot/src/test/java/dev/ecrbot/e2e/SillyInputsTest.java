package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody types, there is one answer, for them alone, and it names what is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class SillyInputsTest {
    private static final int LONGEST = 1_700;

    private final Office office = new Office();

    @AfterAll
    void close() {
        try {
            assertThat(office.answers(Office.RITA)).hasSizeGreaterThan(70);
            assertThat(office.writes()).isZero();
        } finally {
            office.close();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.ecrbot.e2e.SillyInputs#all")
    void isAnsweredOnceAndPlainly(SillyInputs.Input input) {
        List<Message> before = office.answers(Office.RITA);

        Message answer = office.answer(Office.RITA, () -> office.types(Office.RITA, input.typed()));

        assertThat(office.answers(Office.RITA)).hasSize(before.size() + 1);
        String said = answer.shown();
        assertThat(said)
                .contains(input.said())
                .hasSizeLessThan(LONGEST)
                .doesNotContain("<!channel>", "\u202E", "\u0000");
        assertThat(everyoneSees()).isEmpty();
    }

    private Stream<Message> everyoneSees() {
        return Stream.of(Office.APPROVALS, Office.GENERAL).flatMap(id -> office.slack.messages(id).stream());
    }
}

package dev.ecrbot.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people really paste. */
class DenialCasesTest {

    static Stream<Case> cases() {
        return Case.all().stream();
    }

    @Test
    void allAreThere() {
        assertThat(Case.all()).hasSize(29);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReadAsItIsMeant(Case one) {
        Denial denial = Denials.read(one.text());
        var softly = new SoftAssertions();
        softly.assertThat(denial.half().word()).isEqualTo(one.expected("half").orElseThrow());
        softly.assertThat(denial.action()).isEqualTo(one.expected("operation"));
        softly.assertThat(denial.place().repository().map(Object::toString)).isEqualTo(one.expected("repository"));
        softly.assertThat(denial.place().registry().map(Object::toString)).isEqualTo(one.expected("registry"));
        softly.assertThat(denial.place().region().map(Object::toString)).isEqualTo(one.expected("region"));
        softly.assertThat(denial.caller().map(Caller::text)).isEqualTo(one.expected("principal"));
        softly.assertThat(denial.ofEcr()).isTrue();
        softly.assertThat(denial.next()).isNotBlank().doesNotContain("{", "  ");
        softly.assertAll();
    }

    /** An end that is missing may hide what it was, but never turns it into something else that is sure. */
    @ParameterizedTest
    @MethodSource("cases")
    void noBeginningOfItIsReadAsSurelySomethingElse(Case one) {
        String half = one.expected("half").orElseThrow();
        List<String> wrong = Beginnings.of(one.text())
                .flatMap(beginning -> Stream.of(beginning, beginning + "..."))
                .filter(beginning -> isSurelyElse(Denials.read(beginning), half))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static boolean isSurelyElse(Denial denial, String half) {
        return denial.confident() && !denial.half().word().equals(half);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsTheSameThroughWhatTextsGoThrough(Case one) {
        Denial plain = Denials.read(one.text());
        for (Passage passage : Passage.values()) {
            assertThat(Denials.read(passage.of(one.text()))).as(passage.name()).isEqualTo(plain);
        }
    }
}

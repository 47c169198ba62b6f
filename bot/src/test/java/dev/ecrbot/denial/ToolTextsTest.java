package dev.ecrbot.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What tools of every kind print, denials and what isn't one, whole and as it arrives here. */
class ToolTextsTest {

    static Stream<ToolText> texts() {
        return ToolText.all().stream();
    }

    static Stream<ToolText> kinds() {
        return Stream.of("denial-kinds.jsonl", "pasted-texts.jsonl").flatMap(file -> ToolText.in(file).stream());
    }

    @Test
    void areMany() {
        assertThat(ToolText.all()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource({"texts", "kinds"})
    void areReadAsTheyAreMeant(ToolText one) {
        Denial denial = Denials.read(one.text());
        var softly = new SoftAssertions();
        softly.assertThat(denial.half().word()).as("half").isEqualTo(one.half());
        softly.assertThat(denial.ofEcr()).as("of ECR").isEqualTo(one.ofEcr());
        softly.assertThat(denial.ask().map(ask -> ask.split(" ")[1])).as("ask").isEqualTo(one.ask());
        if (one.ofEcr()) {
            softly.assertThat(denial.action()).as("action").isEqualTo(one.action());
            softly.assertThat(denial.place().repository().map(Object::toString))
                    .as("repository")
                    .isEqualTo(one.repository());
            softly.assertThat(denial.place().registry().map(Object::toString))
                    .as("registry")
                    .isEqualTo(one.registry());
            softly.assertThat(denial.place().region().map(Object::toString))
                    .as("Region")
                    .isEqualTo(one.region());
            softly.assertThat(denial.caller().map(Caller::text)).as("principal").isEqualTo(one.principal());
        }
        softly.assertThat(denial.next()).isNotBlank();
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource({"texts", "kinds"})
    void readTheSameThroughWhatTextsGoThrough(ToolText one) {
        Denial plain = Denials.read(one.text());
        for (Passage passage : Passage.values()) {
            assertThat(Denials.read(passage.of(one.text()))).as(passage.name()).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatIsMangledIsReadAsSurelySomethingElse(Mangling mangling) {
        assertThat(ToolText.all().stream().filter(one -> isSurelyElse(Denials.read(mangling.of(one.text())), one)))
                .isEmpty();
    }

    /** Nor is anybody offered to ask for something else; for anything at all only where what is left doesn't say why. */
    @ParameterizedTest
    @EnumSource
    void nothingThatIsMangledOffersAnotherAsk(Mangling mangling) {
        assertThat(ToolText.all().stream().filter(one -> {
                    Denial whole = Denials.read(one.text());
                    Denial mangled = Denials.read(mangling.of(one.text()));
                    return mangled.ask().isPresent()
                            && !mangled.ask().equals(whole.ask())
                            && (whole.ask().isPresent() || mangled.confident());
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN_AT_80", "BROKEN_BETWEEN_WORDS", "IN_A_SPREADSHEET", "PRINTED_BY_PYTHON"})
    void whatLosesNothingIsReadTheSame(Mangling mangling) {
        List<String> others = ToolText.all().stream()
                .filter(one ->
                        !Denials.read(mangling.of(one.text())).half().word().equals(one.half()))
                .map(ToolText::toString)
                .toList();
        assertThat(others).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MASKED", "CROSSED_OUT", "REDACTED", "HALF_MASKED"})
    void masksHideNoHalf(Mangling mangling) {
        List<String> others = ToolText.all().stream()
                .filter(one ->
                        !Denials.read(mangling.of(one.text())).half().word().equals(one.half()))
                .map(ToolText::toString)
                .toList();
        assertThat(others).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noBeginningIsReadAsSurelySomethingElse(ToolText one) {
        List<String> wrong = Beginnings.of(one.text())
                .filter(beginning -> isSurelyElse(Denials.read(beginning), one))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static boolean isSurelyElse(Denial denial, ToolText one) {
        return denial.confident() && !denial.half().word().equals(one.half());
    }
}

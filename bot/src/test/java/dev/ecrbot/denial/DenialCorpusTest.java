package dev.ecrbot.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Many denials that were made from the facts. */
class DenialCorpusTest {
    private static final List<Sample> CORPUS = Corpus.all();

    private final List<String> report = new ArrayList<>();

    @Test
    void isReadAsItWasMade() {
        double half =
                share("half", (sample, denial) -> denial.half() == sample.shown() || denial.half() == sample.truth());
        double sure =
                share("no sure wrong half", (sample, denial) -> !denial.confident() || denial.half() == sample.truth());
        double principal = share(
                "principal",
                (sample, denial) -> denial.caller().map(Caller::text).equals(sample.principal()));
        double action = share("action", (sample, denial) -> shows(denial.action(), sample.action()));
        double place = share(
                "place",
                (sample, denial) -> shows(denial.place().repository(), sample.repository())
                        && shows(denial.place().registry(), sample.registry())
                        && shows(denial.place().region(), sample.region()));
        double ask = share(
                "ask",
                (sample, denial) -> denial.ask().equals(sample.ask())
                        || (sample.name().contains("cut off") && denial.ask().isEmpty()));
        System.out.println("Denials made from the facts: " + String.join(", ", report));
        assertThat(CORPUS).hasSizeGreaterThanOrEqualTo(300);
        assertThat(sure).isEqualTo(1);
        assertThat(half).isGreaterThanOrEqualTo(0.99);
        assertThat(principal).isGreaterThanOrEqualTo(0.95);
        assertThat(ask).isGreaterThanOrEqualTo(0.95);
        assertThat(action).isGreaterThanOrEqualTo(0.95);
        assertThat(place).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void whatOpensAwsOwnRecordIsKeptApart() {
        List<Denial> withDetails = CORPUS.stream()
                .map(sample -> Denial.read(sample.text()))
                .filter(denial -> denial.details().authorizationId().isPresent())
                .toList();
        assertThat(withDetails).hasSizeGreaterThan(20);
        assertThat(withDetails).allSatisfy(denial -> {
            assertThat(denial.details().authorizationId().orElseThrow()).startsWith("7f3k9q2m5x");
            assertThat(denial.toString()).doesNotContain("7f3k9q2m5x");
        });
    }

    /** What isn't expected may still be found elsewhere in the text, in an image's name for example. */
    private static boolean shows(Optional<?> read, Optional<String> expected) {
        return expected.isEmpty() || read.map(Object::toString).equals(expected);
    }

    private double share(String what, BiPredicate<Sample, Denial> right) {
        List<Sample> wrong = CORPUS.stream()
                .filter(sample -> !right.test(sample, Denial.read(sample.text())))
                .toList();
        wrong.stream()
                .limit(3)
                .forEach(sample -> System.out.println(
                        "Not right, " + what + ": " + sample + " read as " + Denial.read(sample.text())));
        report.add(what + " " + (CORPUS.size() - wrong.size()) + " of " + CORPUS.size());
        return 1 - (double) wrong.size() / CORPUS.size();
    }
}

package dev.ecrbot.denial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.Parsed;
import dev.ecrbot.command.RegistryNames;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.StandardAccess;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
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
                (sample, denial) -> denial.ask().equals(sample.ask()),
                sample -> sample.ask().isPresent());
        double noAsk = share(
                "no ask",
                (sample, denial) -> denial.ask().isEmpty(),
                sample -> sample.ask().isEmpty());
        System.out.println("Denials made from the facts: " + String.join(", ", report));
        assertThat(CORPUS).hasSizeGreaterThanOrEqualTo(300);
        assertThat(sure).isEqualTo(1);
        assertThat(half).isGreaterThanOrEqualTo(0.99);
        assertThat(principal).isGreaterThanOrEqualTo(0.95);
        assertThat(ask).isGreaterThanOrEqualTo(0.95);
        assertThat(noAsk).isGreaterThanOrEqualTo(0.98);
        assertThat(action).isGreaterThanOrEqualTo(0.95);
        assertThat(place).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void whatOpensAwsOwnRecordIsKeptApart() {
        List<Denial> withDetails = CORPUS.stream()
                .map(sample -> Denials.read(sample.text()))
                .filter(denial -> denial.details().authorizationId().isPresent())
                .toList();
        assertThat(withDetails).hasSizeGreaterThan(20);
        assertThat(withDetails).allSatisfy(denial -> {
            String id = denial.details().authorizationId().orElseThrow();
            assertThat("7f3k9q2m5x8z1a4b").startsWith(id);
            assertThat(denial.toString()).doesNotContain(id);
        });
    }

    @Test
    void everyAskThatIsPreparedIsUnderstood() {
        var account = new AccountId("111111111111");
        List<Region> regions =
                Home.ALL.stream().map(home -> new Region(home.region())).toList();
        var parser = new CommandParser(
                new Names(
                        Map.of("central", account),
                        Map.of("central", new RegistryNames(account, regions)),
                        StandardAccess.CATALOGUE),
                Clock.systemUTC());
        List<Denial> asking = CORPUS.stream()
                .map(sample -> Denials.read(sample.text()))
                .filter(denial -> denial.ask().isPresent())
                .toList();
        assertThat(asking).hasSizeGreaterThan(50);
        assertThat(asking).allSatisfy(denial -> {
            Parsed parsed = parser.parse(denial.ask().orElseThrow());
            assertThat(parsed).isInstanceOf(Parsed.Understood.class);
            var grant = (Command.Grant) ((Parsed.Understood) parsed).command();
            assertThat(Optional.of(grant.target().target()))
                    .isEqualTo(denial.place().whole());
            assertThat(Optional.of(grant.principal().principal().text()))
                    .isEqualTo(denial.caller().flatMap(Caller::principal));
        });
    }

    /** What isn't expected may still be found elsewhere in the text, in an image's name for example. */
    private static boolean shows(Optional<?> read, Optional<String> expected) {
        return expected.isEmpty() || read.map(Object::toString).equals(expected);
    }

    private double share(String what, BiPredicate<Sample, Denial> right) {
        return share(what, right, sample -> true);
    }

    private double share(String what, BiPredicate<Sample, Denial> right, Predicate<Sample> counts) {
        List<Sample> counted = CORPUS.stream().filter(counts).toList();
        List<Sample> wrong = counted.stream()
                .filter(sample -> !right.test(sample, Denials.read(sample.text())))
                .toList();
        wrong.forEach(sample -> System.out.println("Not right, " + what + ": " + sample.name() + ": "
                + sample.text()
                        .substring(Math.max(0, sample.text().length() - 120))
                        .replace('\n', ' ')));
        report.add(what + " " + (counted.size() - wrong.size()) + " of " + counted.size());
        return 1 - (double) wrong.size() / counted.size();
    }
}

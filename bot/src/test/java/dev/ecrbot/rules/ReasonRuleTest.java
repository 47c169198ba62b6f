package dev.ecrbot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ReasonRuleTest {

    @Test
    void freeTakesAnything() {
        assertThat(new ReasonRule.Free().check(Optional.empty())).isEmpty();
        assertThat(new ReasonRule.Free().check(Optional.of("x"))).isEmpty();
    }

    @Test
    void requiredWantsOne() {
        assertThat(new ReasonRule.Required().check(Optional.of("x"))).isEmpty();
        assertThat(new ReasonRule.Required().check(Optional.empty()).map(Problem::code))
                .contains(Code.REASON_REQUIRED);
        assertThat(new ReasonRule.Required().check(Optional.of(" \n"))).isPresent();
    }

    @Test
    void matchingWantsOneOfItsForm() {
        var ticket = new ReasonRule.Matching("^OPS-\\d+");

        assertThat(ticket.check(Optional.of("OPS-12 nightly build"))).isEmpty();
        assertThat(ticket.check(Optional.of("nightly build, OPS-12"))).isPresent();
        assertThat(ticket.check(Optional.empty()).orElseThrow().what()).contains("^OPS-\\d+");
    }

    @Test
    @Timeout(10)
    void matchingGivesUpOnWhatTakesTooLong() {
        assertThat(new ReasonRule.Matching("^(a+)+$").check(Optional.of("a".repeat(400) + "b")))
                .isPresent();
        assertThat(new ReasonRule.Matching("(x|y|.)*z").check(Optional.of("a".repeat(100_000))))
                .isPresent();
    }
}

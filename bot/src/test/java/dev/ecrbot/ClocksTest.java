package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.store.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A replica by another time than its database's doesn't start. */
class ClocksTest {
    @ParameterizedTest
    @CsvSource({"PT20S, 'ahead of'", "PT-1H, behind"})
    void aClockThatIsOffTheServersIsRefused(Duration off, String how) {
        try (var ledger = StoreLedger.open(TestPostgres.migratedDatabase(), Optional.empty())) {
            var clocks = new Clocks(ledger, Clock.offset(Clock.systemUTC(), off));
            var refused = catchThrowableOfType(ProblemException.class, clocks::check);
            assertThat(refused.problem().code()).isEqualTo(Code.CLOCK_DIFFERS);
            assertThat(refused.problem().what())
                    .containsPattern("This machine's clock is \\d+ seconds " + how + " the clock of the database\\.");
            assertThat(refused.problem().next()).contains("NTP", "start ecr-bot again");
            assertThat(clocks.difference()).isPresent();

            // The same machine's.
            new Clocks(ledger, Clock.systemUTC()).check();
        }
    }

    @Test
    void aDatabaseWithinTheProcessHasItsClock() {
        try (var ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty())) {
            var clocks = new Clocks(ledger, Clock.offset(Clock.systemUTC(), Duration.ofDays(3)));
            clocks.check();
            assertThat(clocks.difference()).isEmpty();
        }
    }
}

package dev.ecrbot.desk.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.SetAside;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Cards that are to be shown once more, in a ledger that fails. */
final class OvertakenCardsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    private final Overtaken overtaken = new Overtaken();
    private final Broken ledger = new Broken();

    /** Fails each time. */
    private static final class Broken implements Ledger {
        private RuntimeException failure = new IllegalStateException("a row that can't be read");
        private int asked;

        @Override
        public <T> T transact(Function<LedgerTransaction, T> work) {
            asked++;
            throw failure;
        }

        @Override
        public <T> T exclusively(PolicyHolder holder, Supplier<T> work) {
            throw failure;
        }

        @Override
        public Optional<String> trouble() {
            return Optional.of("away");
        }

        @Override
        public SetAside aside() {
            throw failure;
        }
    }

    @Test
    void oneThatCantBeReadHoldsUpNothing() {
        overtaken.brought(notice(Notice.Kind.CARD));
        overtaken.brought(notice(Notice.Kind.BUNDLE_CARD));
        overtaken.showAgain(ledger, NOW);
        assertThat(ledger.asked).isEqualTo(2);
        overtaken.showAgain(ledger, NOW);
        assertThat(ledger.asked).as("each was tried once").isEqualTo(2);
    }

    @Test
    void aLedgerThatIsAwayIsAskedAgain() {
        ledger.failure = new ProblemException(new Problem(Code.STORE_UNAVAILABLE, "It is away.", "Try again."));
        overtaken.brought(notice(Notice.Kind.CARD));
        for (int times = 1; times <= 3; times++) {
            assertThatThrownBy(() -> overtaken.showAgain(ledger, NOW)).isSameAs(ledger.failure);
            assertThat(ledger.asked).isEqualTo(times);
        }
    }

    @Test
    void whatIsNoCardIsntShownTwice() {
        overtaken.brought(notice(Notice.Kind.GRANTED));
        overtaken.showAgain(ledger, NOW);
        assertThat(ledger.asked).isZero();
    }

    private static Notice notice(Notice.Kind kind) {
        return new Notice(1, new RequestId("req-00000001"), kind, Map.of(), 0, NOW, Optional.empty());
    }
}

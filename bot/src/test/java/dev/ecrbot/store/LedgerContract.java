package dev.ecrbot.store;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What holds for the ledger on every database. */
abstract class LedgerContract {

    abstract Place place();

    @Nested
    final class OfTransactions extends TransactionsContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfRequests extends RequestsContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfRequestLists extends RequestListsContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfRequestsAtOnce extends RequestsAtOnceContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfRoundTrips extends RoundTripsContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfGrants extends GrantsContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfReadings extends ReadingsContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfWritesAndEvents extends WritesAndEventsContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfRetention extends RetentionContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfDeliveries extends DeliveriesContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfConfigurations extends ConfigurationsContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfKnownFaults extends KnownFaultsContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfForwarded extends ForwardedContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfBundles extends BundlesContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfTheOutbox extends OutboxContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfRepositoryLocks extends RepositoryLocksContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }

    @Nested
    final class OfTheIndex extends IndexContract {
        @BeforeEach
        void wipe() {
            use(LedgerContract.this.place());
        }
    }
}

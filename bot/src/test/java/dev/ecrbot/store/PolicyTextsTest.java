package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy's text stands once in the database, wherever it is recorded, and is read as it was written. */
final class PolicyTextsTest {
    private static final RequestId ID = new RequestId("req-7k2m9xqa");
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void eachTextIsKeptOnceAndReadAsItWas(String kind) {
        String url = url(kind);
        try (var ledger = StoreLedger.open(url, Optional.empty());
                var direct = direct(kind, url)) {
            String base = policy(1);
            String proposed = policy(2);
            for (int i = 0; i < 3; i++) {
                ledger.record(books -> {
                    books.writes().intend(Samples.repository("payments/api"), ID, base, proposed, Samples.NOW);
                    books.events().add(event(Map.of("base", base, "proposed", proposed, "why", base)));
                });
            }
            ledger.record(books -> {
                assertThat(books.writes().of(ID).orElseThrow().base()).isEqualTo(base);
                assertThat(books.writes().after(Samples.repository("payments/api"), 0))
                        .hasSize(3)
                        .allMatch(write -> write.proposed().equals(proposed));
                assertThat(books.events().of(ID))
                        .hasSize(3)
                        .allMatch(event ->
                                event.details().equals(Map.of("base", base, "proposed", proposed, "why", base)));
            });
            assertThat(count(direct, "policy_text")).isEqualTo(2);
            assertThat(count(direct, "write_ WHERE LENGTH(base) < 100")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatIsRolledBackIsKeptBySomebodyElse(String kind) {
        String url = url(kind);
        try (var ledger = StoreLedger.open(url, Optional.empty())) {
            String text = policy(3);
            try {
                ledger.record(books -> {
                    books.events().add(event(Map.of("live", text)));
                    assertThat(books.events().of(ID)).hasSize(1);
                    throw new IllegalArgumentException("given up");
                });
            } catch (IllegalArgumentException expected) {
                ledger.record(books -> books.events().add(event(Map.of("live", text))));
            }
            List<Event> events = ledger.transact(books -> books.events().of(ID));
            assertThat(events)
                    .singleElement()
                    .satisfies(event -> assertThat(event.details()).containsEntry("live", text));
        }
        try (var again = StoreLedger.open(url, Optional.empty())) {
            List<Event> events = again.transact(books -> books.events().of(ID));
            assertThat(events.get(0).details()).containsEntry("live", policy(3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aPlanThatStandsAsItDidUntilItWasPackedIsReadAsItWas(String kind) {
        String url = url(kind);
        Request request = Samples.pending();
        try (var ledger = StoreLedger.open(url, Optional.empty());
                var direct = direct(kind, url)) {
            ledger.record(books -> books.requests().add(request, "key"));
            assertThat(count(direct, "request WHERE plan LIKE '[%'")).isOne();
            direct.createUpdate("UPDATE request SET plan = :plan")
                    .bind("plan", request.revision().plan().toJson().toString())
                    .execute();
            Optional<Request> read = ledger.transact(books -> books.requests().find(request.id()));
            assertThat(read).hasValue(request);
        }
    }

    private String url(String kind) {
        return kind.equals("H2") ? MigratedH2.fresh() + ";DB_CLOSE_DELAY=-1" : TestPostgres.migratedDatabase();
    }

    private static Handle direct(String kind, String url) {
        return kind.equals("H2") ? Jdbi.open(url, "sa", "") : Jdbi.open(url);
    }

    private static long count(Handle direct, String rows) {
        return direct.createQuery("SELECT COUNT(*) FROM " + rows)
                .mapTo(Long.class)
                .one();
    }

    private static Event event(Map<String, String> details) {
        return new Event(EventKind.APPLYING, Optional.of(ID), Optional.empty(), NOW, details);
    }

    private static String policy(int seed) {
        var text = new StringBuilder("{\"Statement\":[");
        new Random(seed)
                .longs(300)
                .forEach(number -> text.append('"').append(number).append("ä\","));
        return text.append("\"\"]}").toString();
    }
}

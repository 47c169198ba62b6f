package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.Retention;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is let go of on every database. */
abstract class RetentionContract extends OnPlace {
    private static final Instant LATER = Samples.NOW.plus(Duration.ofDays(500));
    private static final String TEXT = Samples.plan().base().text();

    @Test
    void aTextStaysForAsLongAsARequestNeedsIt() {
        Request first = ended();
        Request second = ended();
        record(books -> books.outbox().add(second.id(), Notice.Kind.CARD, Map.of(), Samples.NOW));
        letGo();
        assertThat(now(first).revision().kept()).isFalse();
        assertThat(now(first).revision().plan()).isEqualTo(Plan.nothing());
        assertThat(now(second)).isEqualTo(second);
        assertThat(live(first)).isEqualTo(TEXT);

        record(books -> books.outbox()
                .done(books.outbox().take(Samples.NOW, Set.of()).orElseThrow().id(), Samples.NOW));
        letGo();
        assertThat(now(second).revision().kept()).isFalse();
        assertThat(live(first)).startsWith("sha256:").hasSize(71).isEqualTo(live(second));
        assertThat(listed(books -> books.writes().after(Samples.repository("payments/api"), 0)))
                .isEmpty();
    }

    @Test
    void aTextThatWasNeededLatelyStays() {
        Request request = ended();
        record(books -> books.retention().letGo(Retention.Place.FIRST, LATER, 10));
        assertThat(now(request).revision().kept()).isFalse();
        assertThat(live(request)).isEqualTo(TEXT);
    }

    @Test
    void aTextIsTakenUpAgainHoweverOldItIs() {
        Request first = ended();
        age();
        Request second = ended();
        record(books -> books.retention()
                .letGo(Retention.Place.FIRST, first.stage().changedAt().plusMillis(1), 1));
        assertThat(now(first).revision().kept()).isFalse();
        assertThat(now(second)).isEqualTo(second);
    }

    @Test
    void whoeverLooksGoesOnWhereItWasLeft() {
        for (int i = 0; i < 5; i++) {
            ended();
        }
        Optional<Retention.Place> at = Optional.of(Retention.Place.FIRST);
        int looks = 0;
        while (at.isPresent()) {
            Retention.Place from = at.get();
            at = found(books -> books.retention().letGo(from, LATER, 2));
            looks++;
        }
        assertThat(looks).isEqualTo(3);
        assertThat(found(books -> books.retention().letGo(Retention.Place.FIRST, LATER, 1)))
                .isEmpty();
    }

    @Test
    void theOutboxIsEmptiedOfWhatWasDelivered() {
        Request request = ended();
        for (int i = 0; i < 3; i++) {
            record(books -> books.outbox().add(request.id(), Notice.Kind.CARD, Map.of(), Samples.NOW));
        }
        for (int i = 0; i < 2; i++) {
            record(books -> books.outbox()
                    .done(
                            books.outbox()
                                    .take(Samples.NOW, Set.of())
                                    .orElseThrow()
                                    .id(),
                            Samples.NOW));
        }
        assertThat((int) transact(books -> books.retention().emptyOutbox(Samples.NOW, 10)))
                .isZero();
        assertThat((int) transact(books -> books.retention().emptyOutbox(LATER, 1)))
                .isEqualTo(1);
        assertThat((int) transact(books -> books.retention().emptyOutbox(LATER, 10)))
                .isEqualTo(1);
        assertThat(counted(books -> books.outbox().waiting())).isEqualTo(1);
    }

    /** Without the bot's own writes of that time its changes would be taken for others'. */
    @Test
    void changesOfPoliciesGoWithTheWritesThatMadeThem() {
        var index = ledger().index();
        var repository = Samples.repository("payments/let-go");
        var registry = new RegionalRegistry(repository.account(), repository.region());
        index.listed(registry, Samples.NOW, List.of(repository.name()));
        for (int i = 0; i < 3; i++) {
            index.read(List.of(new PolicyReading(
                    repository,
                    i % 2 == 0 ? PolicyDocument.empty() : PolicyDocument.parse(TEXT),
                    Map.of(),
                    Samples.NOW.plus(Duration.ofDays(i)))));
        }
        Instant before = Samples.NOW.plus(Duration.ofDays(1)).plusSeconds(1);
        record(books -> books.retention().letGo(Retention.Place.FIRST, before, 10));
        assertThat(index.changesOf(repository, 10))
                .singleElement()
                .satisfies(change -> assertThat(change.at()).isEqualTo(Samples.NOW.plus(Duration.ofDays(2))));
    }

    private Request ended() {
        Request request = stored(Samples.request(
                Samples.repository("payments/api"), RequestState.DENIED, Samples.edit(), Optional.empty()));
        record(books -> {
            long id = books.writes().intend(Samples.repository("payments/api"), request.id(), TEXT, "", Samples.NOW);
            books.writes().outcome(id, RecordedWrite.Outcome.TAKEN);
            books.events()
                    .add(new Event(
                            EventKind.APPLIED,
                            Optional.of(request.id()),
                            Optional.empty(),
                            Samples.NOW,
                            Map.of("live", TEXT)));
        });
        return request;
    }

    private Request now(Request request) {
        return found(books -> books.requests().find(request.id())).orElseThrow();
    }

    private String live(Request request) {
        return listed(books -> books.events().of(request.id())).get(0).details().getOrDefault("live", "");
    }

    private void age() {
        place().run("UPDATE policy_text SET kept_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'");
    }

    private void letGo() {
        age();
        record(books -> books.retention().letGo(Retention.Place.FIRST, LATER, 10));
    }
}

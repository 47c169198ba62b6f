package dev.ecrbot.desk.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.Sweep;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.rules.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one person has to be told of ends within the same hours is told at once. */
final class ExpiringTogetherTest {
    private static final Instant WEEK = Instant.parse("2026-11-29T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatEndsWithinTheSameHoursIsOneMessageForEachWarning() {
        Request one = granted(DeskBench.RITA, "payments/api", "7d");
        bench.clock.advance(Duration.ofHours(1));
        Request other = granted(DeskBench.RITA, "payments/worker", "7d");

        at(WEEK.minus(DAY));

        assertThat(digests())
                .singleElement()
                .satisfies(digest ->
                        assertThat(ids(digest)).containsExactly(new GrantId(one.id()), new GrantId(other.id())));
        assertThat(single()).isEmpty();
        assertThat(List.of(one, other))
                .allSatisfy(grant -> assertThat(bench.events(grant)).containsOnlyOnce(EventKind.WARNED));
        at(WEEK.minus(DAY).plus(Duration.ofHours(2)));
        assertThat(digests()).hasSize(1);
        at(WEEK.minus(Duration.ofHours(1)));
        at(WEEK);
        at(WEEK.plus(Duration.ofHours(1)));
        assertThat(digests()).as("a day and an hour before").hasSize(2);
        assertThat(single()).isEmpty();
    }

    @Test
    void whatEndsHoursLaterIsToldByItself() {
        granted(DeskBench.RITA, "payments/api", "7d");
        bench.clock.advance(Duration.ofHours(3));
        granted(DeskBench.RITA, "payments/worker", "7d");
        at(WEEK.minus(DAY));
        assertThat(single()).hasSize(1);
        at(WEEK.minus(DAY).plus(Duration.ofHours(3)));
        assertThat(single()).hasSize(2);
        assertThat(digests()).isEmpty();
    }

    @Test
    void eachPersonHearsOfTheirOwn() {
        granted(DeskBench.RITA, "payments/api", "7d");
        granted(DeskBench.BEN, "payments/worker", "7d");
        at(WEEK.minus(DAY));
        assertThat(single()).hasSize(2);
        assertThat(bench.mailbox.of(Message.Private.class).stream()
                        .filter(message -> message.note() instanceof GrantNote.Expiring)
                        .map(Message.Private::to))
                .containsExactlyInAnyOrder(DeskBench.RITA, DeskBench.BEN);
    }

    @Test
    void whoeverWasJustToldAnEndIsNotWarnedEarly() {
        granted(DeskBench.RITA, "payments/api", "7d");
        bench.clock.advance(Duration.between(bench.clock.instant(), WEEK.minus(Duration.ofMinutes(90))));
        bench.sweep();
        granted(DeskBench.RITA, "payments/worker", "2h");
        int before = single().size();
        at(WEEK.minus(Duration.ofHours(1)));
        assertThat(digests()).isEmpty();
        assertThat(single()).hasSize(before + 1);
    }

    @Test
    void whatHasEndedBeforeItIsToldIsLeftOut() {
        Request ended = granted(DeskBench.RITA, "payments/api", "7d");
        granted(DeskBench.RITA, "payments/worker", "7d");
        bench.mailbox.trouble(message -> message instanceof Message.Private told
                        && (told.note() instanceof GrantNote.Expiring
                                || told.note() instanceof GrantNote.ExpiringTogether)
                ? Optional.of(new Courier.Delivery.Later(Duration.ofMinutes(1), "Slack is down"))
                : Optional.empty());
        at(WEEK.minus(DAY));
        bench.types(DeskBench.RITA, "end " + ended.id());
        bench.work();
        bench.mailbox.trouble(message -> Optional.empty());
        at(WEEK.minus(DAY).plus(Duration.ofMinutes(2)));

        assertThat(digests()).isEmpty();
        assertThat(single()).hasSize(1);
    }

    @Test
    void replicasThatLookAtOnceTellEachOnce() {
        var grants = new ArrayList<Request>();
        for (String repository : List.of("payments/api", "payments/worker", "infra/gateway")) {
            grants.add(granted(DeskBench.RITA, repository, "7d"));
        }
        bench.clock.advance(Duration.between(bench.clock.instant(), WEEK.minus(DAY)));
        List<DeskAssembly> replicas = List.of(bench.staff, bench.replica(), bench.replica());
        CompletableFuture.allOf(replicas.stream()
                        .map(staff -> CompletableFuture.runAsync(() -> Sweep.once(staff)))
                        .toArray(CompletableFuture[]::new))
                .join();
        bench.deliver();
        assertThat(digests())
                .singleElement()
                .satisfies(digest -> assertThat(ids(digest)).hasSize(3));
        assertThat(grants).allSatisfy(grant -> assertThat(bench.events(grant)).containsOnlyOnce(EventKind.WARNED));
    }

    private Request granted(PersonId person, String repository, String time) {
        Request request = bench.asks(person, "grant pull " + repository + " sales ci-deployer for " + time);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        return request;
    }

    private void at(Instant moment) {
        bench.clock.advance(Duration.between(bench.clock.instant(), moment));
        bench.sweep();
    }

    private static List<GrantId> ids(GrantNote.ExpiringTogether digest) {
        return digest.endings().stream()
                .map(GrantNote.ExpiringTogether.Ending::grant)
                .toList();
    }

    private List<GrantNote.ExpiringTogether> digests() {
        return notes(GrantNote.ExpiringTogether.class);
    }

    private List<GrantNote.Expiring> single() {
        return notes(GrantNote.Expiring.class);
    }

    private <T> List<T> notes(Class<T> kind) {
        return bench.mailbox.of(Message.Private.class).stream()
                .map(Message.Private::note)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}

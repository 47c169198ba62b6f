package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Grant.State;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.plan.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class ReadingsContract extends OnPlace {
    private static final Instant NOW = Samples.NOW;
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final int RUNNERS = 6;

    @Test
    void areDueForActiveGrantsThoseNeverReadFirst() {
        Grant soon = granted();
        Grant sooner = granted();
        Grant ended = granted();
        Grant late = granted();
        Grant never = granted();
        record(books -> {
            books.readings().seen(soon.id(), NOW);
            books.readings().seen(sooner.id(), NOW.minusSeconds(1));
            books.readings().seen(late.id(), NOW.plusSeconds(1));
            books.grants()
                    .update(Samples.in(State.ENDED, Optional.of(new Grant.End(NOW, Grant.Reason.EXPIRED)), ended));
        });

        assertThat(listed(books -> books.readings().due(NOW, Set.of(), 10))).containsExactly(never, sooner, soon);
        assertThat(listed(books -> books.readings().due(NOW, Set.of(), 2))).containsExactly(never, sooner);
        record(books -> assertThat(books.readings().oldestDue(NOW))
                .as("what was never read is due since it was given")
                .contains(Stream.of(never.since(), NOW.minusSeconds(1))
                        .min(Instant::compareTo)
                        .orElseThrow()));
        record(books -> books.readings().seen(never.id(), NOW.plusSeconds(1)));
        record(books -> {
            assertThat(books.readings().oldestDue(NOW)).contains(NOW.minusSeconds(1));
            assertThat(books.readings().oldestDue(NOW.minusSeconds(2))).isEmpty();
        });
    }

    @Test
    void ofWhatWasMissedOrGivenLatelyComeFirst() {
        Grant old = granted();
        Grant missed = granted();
        Instant now = NOW.plus(Duration.ofDays(1));
        record(books -> {
            books.readings().seen(old.id(), NOW);
            books.readings().missed(missed.id(), NOW, NOW.plusSeconds(60));
        });
        assertThat(listed(books -> books.readings().due(now, Set.of(), 10))).containsExactly(missed, old);
        record(books -> books.readings().failed(missed.id(), now.plusSeconds(1)));
        assertThat(listed(books -> books.readings().due(now, Set.of(), 10))).containsExactly(old);
        assertThat(missed(missed, now)).isEqualTo(NOW);
    }

    @Test
    void areTakenByOne() throws Exception {
        Grant grant = granted();
        List<Boolean> taken =
                Race.all(RUNNERS, () -> transact(books -> books.readings().take(grant.id(), NOW, LATER))).stream()
                        .map(Race::get)
                        .toList();

        assertThat(taken).containsOnlyOnce(true).hasSize(RUNNERS);
        assertThat(listed(books -> books.readings().due(NOW, Set.of(), 10))).isEmpty();
        assertThat((boolean) transact(books -> books.readings().take(grant.id(), LATER, LATER)))
                .isTrue();
    }

    @Test
    void rememberSinceWhenAGrantIsMissedInARow() {
        Grant grant = granted();
        assertThat(missed(grant, NOW)).isEqualTo(NOW);
        assertThat(missed(grant, LATER)).isEqualTo(NOW);
        record(books -> books.readings().seen(grant.id(), LATER));
        assertThat(missed(grant, LATER)).isEqualTo(LATER);
        assertThat(listed(books -> books.readings().due(LATER.plusSeconds(59), Set.of(), 10)))
                .isEmpty();
    }

    @Test
    void tellOfWhichGrantsItWasEverSaidThatSomethingIsDenied() {
        granted();
        Grant planned = granted(Warning.Kind.DENY_PRESENT);
        Grant unread = granted(Warning.Kind.REGISTRY_UNKNOWN);
        granted(Warning.Kind.PERMANENT);
        Grant found = granted();
        Grant ended = granted(Warning.Kind.DENY_PRESENT);
        record(books -> {
            books.events().add(AuditEvents.hindered(found, Map.of(), NOW));
            books.grants()
                    .update(Samples.in(State.ENDED, Optional.of(new Grant.End(NOW, Grant.Reason.EXPIRED)), ended));
        });
        Set<GrantId> hindered =
                transact(books -> books.readings().hindered(found.target().holder()));
        assertThat(hindered).containsExactlyInAnyOrder(planned.id(), unread.id(), found.id());
    }

    private Grant granted(Warning.Kind kind) {
        Request request = Samples.request(
                Samples.target("a/one"), RequestState.APPLIED, Samples.edit(), Optional.of(Samples.ask(Samples.ALICE)));
        return granted(stored(request.replanned(request.revision().plan().with(new Warning(kind, "of an old plan")))));
    }

    private Instant missed(Grant grant, Instant now) {
        return transact(books -> books.readings().missed(grant.id(), now, now.plusSeconds(60)));
    }

    private Grant granted() {
        Request request = stored(Samples.request(
                Samples.target("a/one"),
                RequestState.APPLIED,
                Samples.edit(),
                Optional.of(Samples.ask(Samples.ALICE))));
        return granted(request);
    }

    private Grant granted(Request request) {
        Grant grant = Samples.grant(request, Optional.empty());
        record(books -> books.grants().add(grant));
        return grant;
    }
}

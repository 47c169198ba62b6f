package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Announcements.Due;
import dev.ecrbot.desk.ledger.KeptConfiguration;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.ForeignChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class ConfigurationsContract extends OnPlace {
    private static final Instant NOW = Samples.NOW;
    private static final Announcement NEWS = new Announcement(
            "configuration 2", "C0APPROVALS", List.of("Another one.", "“ä” | S1 may ask"), Set.of("S1", "U2"));

    @Test
    void theLastOneIsKeptAsItWas() {
        assertThat(found(books -> books.configurations().last())).isEmpty();
        var first = new KeptConfiguration(1, "a".repeat(64), "rules: ä\n".repeat(9_000), NOW);
        var second = new KeptConfiguration(2, "b".repeat(64), "rules: b\n", NOW.plusSeconds(1));
        record(books -> books.configurations().add(first));
        assertThat(found(books -> books.configurations().last())).contains(first);
        record(books -> books.configurations().add(second));
        assertThat(found(books -> books.configurations().last())).contains(second);
    }

    @Test
    void ofSeveralReplicasOneIsFirst() throws Exception {
        var same = new KeptConfiguration(1, "a".repeat(64), "rules:", NOW);
        List<Boolean> added = Race.all(
                        6, () -> transact(books -> books.configurations().add(same)))
                .stream()
                .map(Race::get)
                .toList();
        assertThat(added).containsOnlyOnce(true).hasSize(6);
    }

    @Test
    void anAnnouncementIsInOneHandAtATime() {
        record(books -> books.announcements().add(NEWS, NOW));

        Due due = take(NOW).orElseThrow();
        assertThat(due.announcement()).isEqualTo(NEWS);
        assertThat(due.attempts()).isZero();
        assertThat(take(NOW.plusSeconds(59))).isEmpty();
        assertThat(take(NOW.plusSeconds(60))).map(Due::attempts).contains(1);
    }

    @Test
    void whatItSaysOfOthersIsKeptAsItWas() {
        var empty = PolicyDocument.empty();
        var policy = PolicyDocument.parse("{\"Statement\":[{\"Sid\":\"" + "s".repeat(300) + "\"}]}");
        var repository = Samples.repository("payments/api");
        var registry = new RegionalRegistry(repository.account(), repository.region());
        var news = Announcement.of(
                "changes 3 to 4",
                "C0APPROVALS",
                List.of("Two."),
                List.of(
                        new ForeignChange(
                                3,
                                repository,
                                Optional.of(NOW.minusSeconds(9)),
                                NOW,
                                List.of(new ForeignChange.Step(empty, policy), new ForeignChange.Step(policy, empty)),
                                true),
                        new ForeignChange(4, registry, Optional.empty(), NOW, List.of(), false)));
        record(books -> books.announcements().add(news, NOW));

        assertThat(take(NOW).orElseThrow().announcement()).isEqualTo(news);
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        record(books -> books.announcements().add(NEWS, NOW));
        long id = take(NOW).orElseThrow().id();
        record(books -> books.announcements().done(id, NOW));
        record(books -> books.announcements().add(NEWS, NOW));

        assertThat(take(NOW.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void whatIsPutOffHoldsUpNothingElse() {
        var other = new Announcement("configuration 2", "C0OTHER", List.of("Another one."), Set.of());
        record(books -> {
            books.announcements().add(NEWS, NOW);
            books.announcements().add(other, NOW);
        });
        long id = take(NOW).orElseThrow().id();
        record(books -> books.announcements().postpone(id, NOW.plusSeconds(9)));

        assertThat(take(NOW)).map(Due::announcement).contains(other);
        assertThat(take(NOW.plusSeconds(9))).map(Due::announcement).contains(NEWS);
    }

    private Optional<Due> take(Instant now) {
        return found(books -> books.announcements().take(now, now.plusSeconds(60)));
    }
}

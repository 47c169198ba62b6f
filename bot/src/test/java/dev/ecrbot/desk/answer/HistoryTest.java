package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened to a repository: requests, and what others changed, in the order in which it happened. */
final class HistoryTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final String PULL = "grant pull payments/api sales ci-deployer for 7d";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatOthersChangedStandsBetweenTheRequests() {
        bench.crawl();
        Request before = denied();
        foreign("333333333333");
        Request after = denied();

        Chronicle history = history("history payments/api");
        assertThat(history.entries()).hasSize(3);
        assertThat(asked(history)).containsExactly(after.id(), before.id());
        assertThat(history.entries().get(1))
                .isInstanceOfSatisfying(
                        Chronicle.Foreign.class,
                        change -> assertThat(change.effects())
                                .anyMatch(line ->
                                        line.startsWith("arn:aws:iam::333333333333:root (finance) gained pull")));
        assertThat(history.paging().total()).isEqualTo(3);
        assertThat(history.whole()).isTrue();
    }

    @Test
    void whatTheBotWroteIsARequestAndNoChangeByOthers() {
        bench.crawl();
        bench.applied(PULL);
        bench.crawl();
        assertThat(history("history payments/api").entries()).hasSize(1).hasOnlyElementsOfType(Chronicle.Chapter.class);
    }

    @Test
    void othersRepositoriesAreNotInIt() {
        bench.crawl();
        foreign("333333333333");
        assertThat(history("history payments/worker").entries()).isEmpty();
        assertThat(history("history payments/*").entries()).isEmpty();
    }

    @Test
    void theRegistrysPolicyHasItsOwn() {
        bench.crawl();
        bench.ecr.setPolicy(new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST), """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow",
                "Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"ecr:BatchGetImage",
                "Resource":"arn:aws:ecr:us-west-2:111111111111:repository/*"}]}""");
        recrawl();
        assertThat(history("history payments/*").entries()).hasSize(1).hasOnlyElementsOfType(Chronicle.Foreign.class);
        assertThat(history("history payments/api").entries()).isEmpty();
    }

    @Test
    void eachThingIsOnOnePage() {
        bench.crawl();
        var asked = new ArrayList<RequestId>();
        for (int i = 0; i < 15; i++) {
            asked.add(denied().id());
            if (i % 2 == 0) {
                foreign(i % 4 == 0 ? "333333333333" : "444444444444");
            }
        }

        var all = new ArrayList<Chronicle.Entry>();
        for (int page = 1; page <= 3; page++) {
            Chronicle history = history("history payments/api page " + page);
            assertThat(history.paging().pages()).isEqualTo(3);
            assertThat(history.entries()).hasSize(page == 3 ? 3 : Paging.SIZE);
            all.addAll(history.entries());
        }
        assertThat(history("history payments/api page 4").entries()).isEmpty();
        assertThat(all).hasSize(15 + 8).doesNotHaveDuplicates();
        assertThat(all.stream().flatMap(entry -> requestOf(entry).stream()).toList())
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(all.subList(0, 4))
                .extracting(entry -> requestOf(entry).isPresent())
                .containsExactly(false, true, true, false);
    }

    private Request denied() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.denies(DeskBench.AMIR, request);
        later();
        return request;
    }

    private void foreign(String account) {
        bench.ecr.setPolicy(API, """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow","Action":["ecr:BatchGetImage",
                "ecr:GetDownloadUrlForLayer","ecr:BatchCheckLayerAvailability"],
                "Principal":{"AWS":"arn:aws:iam::%s:root"}}]}""".formatted(account));
        recrawl();
        later();
    }

    private void recrawl() {
        bench.clock.advance(Duration.ofHours(7));
        bench.crawl();
    }

    private void later() {
        bench.clock.advance(Duration.ofMinutes(1));
    }

    private Chronicle history(String typed) {
        return (Chronicle) ((Answer.Found) bench.types(DeskBench.RITA, typed)).finding();
    }

    private static List<RequestId> asked(Chronicle history) {
        return history.entries().stream()
                .flatMap(entry -> requestOf(entry).stream())
                .toList();
    }

    private static Optional<RequestId> requestOf(Chronicle.Entry entry) {
        return entry instanceof Chronicle.Chapter chapter
                ? Optional.of(chapter.request().id())
                : Optional.empty();
    }
}

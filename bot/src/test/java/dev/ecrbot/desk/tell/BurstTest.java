package dev.ecrbot.desk.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Thoroughness;
import dev.ecrbot.desk.BenchConfig;
import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.Heard;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ends are rounded to hours, so they come in bursts: nobody who asks meanwhile waits for them, and Slack refuses next to nothing. */
@Tag("long")
final class BurstTest {
    private static final List<String> CHANNELS = List.of("C0APPROVALS", "C0TWO", "C0THREE");
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int EARLY = 12;

    private final int ends = Thoroughness.ofThisRun().of(75, 2_000);
    private final DeskBench bench = new DeskBench();
    private final StrictSlack slack = new StrictSlack(bench.clock);
    private final DeskAssembly staff = DeskAssembly.of(
            new DeskAssembly.Ports(bench.ledger, new ModelPolicies(bench.ecr), bench.index, bench.people, slack),
            new DeskAssembly.Engine(new Heard(id -> {}), bench.clock::advance, code -> {}, SendingLimits.SLACK),
            BenchConfig.patient(),
            bench.clock);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aNewCardIsThereWithinSecondsAndEverythingElseIsToldOnce() {
        List<RequestId> ended = burst();
        for (int after : List.of(0, 2, 20, 55, 70)) {
            work(Duration.ofSeconds(after));
            Instant asked = bench.clock.instant();
            RequestId card = asks(after);
            work(SOON);
            assertThat(slack.posted(card))
                    .as("asked %d s later", after)
                    .hasValueSatisfying(
                            at -> assertThat(Duration.between(asked, at)).isLessThanOrEqualTo(SOON));
        }
        for (int minutes = 0; untold() > 0; minutes++) {
            assertThat(minutes).as("%d untold", untold()).isLessThan(5 + ends / 35);
            work(Duration.ofMinutes(1));
        }

        assertThat(slack.noted()).containsExactlyInAnyOrderElementsOf(ended);
        assertThat(slack.edited()).containsExactlyInAnyOrderElementsOf(ended);
        assertThat(slack.edited().subList(0, EARLY))
                .containsExactlyInAnyOrderElementsOf(ended.subList(ends - EARLY, ends));
        assertThat(slack.lists()).isLessThanOrEqualTo(ends / 30 + CHANNELS.size());
        assertThat(slack.refused() * 100).as("of %d calls", slack.calls()).isLessThan(slack.calls());
    }

    @Test
    void aChannelThatSlackClosesHoldsUpNoOther() {
        burst();
        slack.closes("C0TWO", Duration.ofMinutes(4));
        RequestId card = asks(0);
        work(SOON);
        assertThat(slack.posted(card)).isPresent();
        work(Duration.ofMinutes(3));
        assertThat(slack.triesIn("C0TWO")).as("tries in the closed channel").isEqualTo(1);
        work(Duration.ofMinutes(2));
        assertThat(slack.triesIn("C0TWO")).isGreaterThan(1);
    }

    @Test
    void aFewNotesGoToTheirThreads() {
        Request one = granted();
        bench.ledger.record(books -> {
            for (int i = 0; i < SendingLimits.SLACK.notes(); i++) {
                end(books, one, "C0TWO", i, Grant.Reason.EXPIRED);
            }
        });
        work(Duration.ofSeconds(10));
        assertThat(slack.lists()).isZero();
        assertThat(slack.noted()).hasSize(SendingLimits.SLACK.notes());
    }

    /** Has many grants end at one moment, the last of them early; returns their requests. */
    private List<RequestId> burst() {
        Request one = granted();
        List<RequestId> requests = new ArrayList<>();
        bench.ledger.record(books -> {
            for (int i = 0; i < ends; i++) {
                requests.add(end(
                        books,
                        one,
                        CHANNELS.get(i % CHANNELS.size()),
                        i,
                        i < ends - EARLY ? Grant.Reason.EXPIRED : Grant.Reason.ENDED_EARLY));
            }
        });
        return requests;
    }

    private Request granted() {
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer for 7d");
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        return bench.now(request);
    }

    private RequestId end(LedgerTransaction books, Request like, String channel, int number, Grant.Reason why) {
        RequestId id = RequestId.random(new SecureRandom());
        books.requests().add(copy(id, like), id.value());
        Grant grant = books.grants().find(new GrantId(like.id())).orElseThrow();
        books.grants().add(ended(new GrantId(id), grant, why));
        books.requests().card(id, new CardRef(channel, number + ".1", 0));
        books.outbox().add(id, Notice.Kind.ENDED, Map.of(), bench.clock.instant());
        books.outbox().add(id, Notice.Kind.CARD, Map.of(), bench.clock.instant());
        return id;
    }

    private static Request copy(RequestId id, Request like) {
        return new Request(
                id, like.version(), like.change(), like.ask(), like.createdAt(), like.revision(), like.stage());
    }

    private Grant ended(GrantId id, Grant like, Grant.Reason why) {
        return new Grant(
                id,
                like.registry(),
                like.target(),
                like.principal(),
                like.access(),
                like.requester(),
                like.since(),
                like.until(),
                Grant.State.ENDED,
                Optional.of(new Grant.End(bench.clock.instant(), why)));
    }

    private RequestId asks(int number) {
        bench.ecr.iam().addRole("arn:aws:iam::222222222222:role/late" + number);
        Answer answer = staff.desk()
                .command(DeskBench.asker(DeskBench.BEN), "grant pull payments/api sales late" + number + " for 7d");
        assertThat(answer).isInstanceOf(Answer.Filed.class);
        return ((Answer.Filed) answer).request().id();
    }

    /** Delivers for so long, looking twice a second as a postman does. */
    private void work(Duration time) {
        Instant end = bench.clock.instant().plus(time);
        staff.postman().deliverDue();
        while (bench.clock.instant().isBefore(end)) {
            bench.clock.advance(Duration.ofMillis(500));
            staff.postman().deliverDue();
        }
    }

    private long untold() {
        return bench.ledger.<Long>transact(books -> books.outbox().waiting());
    }
}

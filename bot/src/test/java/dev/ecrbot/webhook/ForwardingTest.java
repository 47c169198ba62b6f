package dev.ecrbot.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.TrickleServer;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Forwarded;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit trail reaches whoever takes it, whole and in order, whatever fails on the way. */
final class ForwardingTest {
    private static final String SECRET = "a-secret-of-some-length";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T10:00:00Z"));
    private final StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty());
    private final Receiver receiver = new Receiver();
    private Forwarding forwarding = forwarding(Duration.ofSeconds(20));

    private Forwarding forwarding(Duration patience) {
        return new Forwarding(ledger, new Endpoint(receiver.address(), SECRET, patience), ForwardingTest::body, clock);
    }

    private static byte[] body(List<Forwarded.Item> items) {
        return items.stream()
                .map(item -> item.recorded().orElseThrow().event().details().get("ask") + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    @AfterEach
    void close() {
        receiver.close();
        ledger.close();
    }

    private void happen(int from, int to) {
        ledger.record(books -> IntStream.range(from, to)
                .forEach(number -> books.events()
                        .add(new Event(
                                EventKind.ASKED,
                                Optional.empty(),
                                Optional.empty(),
                                clock.instant(),
                                Map.of("ask", "event " + number)))));
        ledger.chain().extend(clock.instant());
    }

    private static List<String> events(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "event " + number).toList();
    }

    private void looksUntilThereIsNoMore() {
        for (int look = 0; look < 200; look++) {
            forwarding.look();
            clock.advance(Duration.ofMinutes(6));
        }
    }

    @Test
    void eachEventComesOnceInOrder() {
        happen(0, 130);
        forwarding.look();
        happen(130, 140);
        forwarding.look();
        forwarding.look();
        assertThat(receiver.taken()).isEqualTo(events(0, 140));
        assertThat(forwarding.lag()).isZero();
        assertThat(forwarding.trouble()).isEmpty();
    }

    @Test
    void eventsFromBeforeThereWasAChainComeFirst() {
        ledger.record(books -> IntStream.range(0, 60)
                .forEach(number -> books.events()
                        .add(new Event(
                                EventKind.ASKED,
                                Optional.empty(),
                                Optional.empty(),
                                clock.instant().minus(Duration.ofDays(1)),
                                Map.of("ask", "event " + number)))));
        happen(60, 70);
        forwarding.look();
        assertThat(receiver.taken()).isEqualTo(events(0, 70));
    }

    @Test
    void theSignatureProvesSenderAndTime() throws Exception {
        happen(0, 2);
        forwarding.look();
        String[] parts = receiver.signed().get(0).split("\n", 2);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = HexFormat.of()
                .formatHex(mac.doFinal(
                        (clock.instant().getEpochSecond() + "." + parts[1]).getBytes(StandardCharsets.UTF_8)));
        assertThat(parts[0]).isEqualTo("t=" + clock.instant().getEpochSecond() + ",v1=" + expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 404, 429, 301, 302, -1})
    void whatIsNotTakenIsTriedAgainLaterAndNothingIsLeftOut(int status) {
        happen(0, 3);
        var posts = new AtomicInteger();
        receiver.answers(length -> posts.incrementAndGet() < 4 ? status : 200);
        forwarding.look();
        assertThat(forwarding.trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("127.0.0.1").doesNotContain("hush"));
        for (int i = 0; i < 10; i++) {
            forwarding.look();
        }
        assertThat(posts).as("no more than the pause lets").hasValue(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(forwarding.lag()).isEqualTo(Duration.ofSeconds(30));
        looksUntilThereIsNoMore();
        assertThat(receiver.taken()).isEqualTo(events(0, 3));
        assertThat(forwarding.trouble()).isEmpty();
    }

    @Test
    void aReceiverThatDoesNotAnswerIsLeft() {
        forwarding = forwarding(Duration.ofMillis(50));
        happen(0, 1);
        var held = new java.util.concurrent.CountDownLatch(1);
        receiver.answers(length -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        });
        forwarding.look();
        assertThat(forwarding.trouble()).isPresent();
        held.countDown();
        receiver.answers(length -> 200);
        forwarding = forwarding(Duration.ofSeconds(20));
        looksUntilThereIsNoMore();
        assertThat(receiver.taken()).isEqualTo(events(0, 1));
    }

    @Test
    void aReceiverThatTakesLittleAtOnceGetsAllTheSame() {
        happen(0, 60);
        receiver.answers(length -> length > 30 ? 413 : 200);
        looksUntilThereIsNoMore();
        assertThat(receiver.taken()).isEqualTo(events(0, 60));
    }

    /** Killed after the receiver took it, and before that was recorded. */
    @Test
    void whoeverDiesBetweenTheAnswerAndItsRecordSendsTheSameAgain() {
        happen(0, 5);
        Forwarded.Mark before = ledger.transact(books -> books.forwarded().last("webhook"));
        forwarding.look();
        ledger.record(books -> {
            Forwarded.Mark now = books.forwarded().last("webhook");
            Forwarded.Mark first = books.forwarded().next(before, 1).get(0).mark();
            assertThat(books.forwarded().move("webhook", now, first, clock.instant()))
                    .isTrue();
        });
        forwarding = forwarding(Duration.ofSeconds(20));
        forwarding.look();
        assertThat(receiver.taken())
                .isEqualTo(java.util.stream.Stream.concat(events(0, 5).stream(), events(1, 5).stream())
                        .toList());
    }

    @Test
    void ofTwoReplicasTheSlowerOneRecordsNothing() {
        happen(0, 5);
        ledger.record(books -> {
            Forwarded forwarded = books.forwarded();
            Forwarded.Mark start = forwarded.last("webhook");
            List<Forwarded.Item> items = forwarded.next(start, 5);
            assertThat(forwarded.move("webhook", start, items.get(4).mark(), clock.instant()))
                    .isTrue();
            assertThat(forwarded.move("webhook", start, items.get(1).mark(), clock.instant()))
                    .isFalse();
            assertThat(forwarded.last("webhook")).isEqualTo(items.get(4).mark());
            assertThat(forwarded.move(
                            "webhook", items.get(1).mark(), items.get(2).mark(), clock.instant()))
                    .isFalse();
        });
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(new Endpoint(receiver.address(), SECRET, Duration.ofSeconds(1)) + " " + new Signature(SECRET))
                .doesNotContain(SECRET, "hush");
    }

    @Test
    void aBodyThatNeverEndsHoldsNothingUp() throws Exception {
        happen(0, 2);
        try (var server = new TrickleServer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome")) {
            forwarding = new Forwarding(
                    ledger, new Endpoint(server.address(), SECRET, LongestWait.TIME), ForwardingTest::body, clock);
            forwarding.look();
            assertThat(forwarding.trouble()).isEmpty();
            assertThat(forwarding.lag()).isZero();
            assertThat(server.wasLeft()).isTrue();
        }
    }
}

package dev.ecrbot.desk.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.Sweep;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.People;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests that nobody decides on. */
final class WaitingTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final String QUICK = """
              - name: payments
                repositories: ["payments/*"]
                access: [pull]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1, U0APPROVER2, S0OWNERS]
                approvals: 2
                channel: C0APPROVALS
                request_timeout: 50m
            """;

    private static final String IN_HOURS = DeskBench.RULES.replace(
            "channel: C0APPROVALS",
            "channel: C0APPROVALS\n    request_timeout: 5d\n"
                    + "    hours: {days: [mon, fri], from: \"08:00\", to: \"18:00\", zone: Europe/Berlin}");

    private DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRequestExpiresAfterEightHoursUnlessTheRuleSaysOtherwise() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 7d because nightly build");
        pass(Duration.ofMinutes(479));
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);

        pass(Duration.ofMinutes(1));

        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.EXPIRED);
        assertThat(bench.events(request)).last().isEqualTo(EventKind.EXPIRED);
        assertThat(bench.mailbox.cardStates(request.id())).last().isEqualTo(RequestState.EXPIRED);
        assertThat(bench.mailbox.notes(request.id()))
                .last()
                .isInstanceOfSatisfying(
                        Note.Expired.class,
                        note -> assertThat(note.asked())
                                .startsWith("grant pull ")
                                .contains("payments/api", "for 7d", "because nightly build"));
    }

    @Test
    void theRulesOwnTimeOutCounts() {
        bench.close();
        bench = new DeskBench(QUICK);
        Request request = bench.asks(DeskBench.RITA, PULL);
        pass(Duration.ofMinutes(49));
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        pass(Duration.ofMinutes(1));
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.EXPIRED);
    }

    @Test
    void anExpiredRequestCantBeDecidedAndCanBeAskedForAgain() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        pass(Duration.ofHours(8));

        assertThat(bench.approves(DeskBench.AMIR, request)).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(Code.REQUEST_DECIDED);
            assertThat(refused.problem().what()).contains("expired");
        });
        assertThat(bench.policy("payments/api")).isEmpty();
        Note.Expired note = (Note.Expired) bench.mailbox.notes(request.id()).get(1);
        assertThat(bench.asks(DeskBench.RITA, note.asked()).id()).isNotEqualTo(request.id());
    }

    @Test
    void approversAreRemindedFourTimesAtMost() {
        bench.asks(DeskBench.RITA, PULL);
        Instant asked = bench.clock.instant();
        var given = new java.util.ArrayList<Long>();
        for (int minute = 1; minute < 480; minute++) {
            int before = reminders().size();
            pass(Duration.ofMinutes(1));
            if (reminders().size() > before) {
                given.add(Duration.between(asked, bench.clock.instant()).toMinutes());
            }
        }
        assertThat(given).containsExactly(15L, 30L, 60L, 120L);
        assertThat(reminders())
                .allSatisfy(reminder -> assertThat(reminder.until()).isEqualTo(asked.plus(Duration.ofHours(8))));
    }

    @Test
    void whoHasApprovedIsNotReminded() {
        bench.close();
        bench = new DeskBench(QUICK);
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        pass(Duration.ofMinutes(15));
        assertThat(reminders())
                .extracting(Message.Reminder::missing)
                .containsExactly(new People(false, Set.of("U0APPROVER2"), Set.of("S0OWNERS")));
    }

    @Test
    void nobodyIsRemindedOfWhatIsDecided() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.clock.advance(Duration.ofMinutes(15));
        Sweep.once(bench.staff);
        bench.denies(DeskBench.AMIR, request);
        bench.work();
        pass(Duration.ofHours(9));
        assertThat(reminders()).isEmpty();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.DENIED);
    }

    @Test
    void whatWasMissedWhileNobodySweptIsNotMadeUpFor() {
        bench.asks(DeskBench.RITA, PULL);
        pass(Duration.ofMinutes(70));
        assertThat(reminders()).hasSize(1);
        pass(Duration.ofMinutes(50));
        assertThat(reminders()).hasSize(2);
    }

    @Test
    void anotherReplicaGoesOnWhereTheFirstEnded() {
        bench.asks(DeskBench.RITA, PULL);
        pass(Duration.ofMinutes(15));
        DeskAssembly other = bench.replica();
        Sweep.once(other);
        bench.clock.advance(Duration.ofMinutes(15));
        Sweep.once(other);
        bench.sweep();
        assertThat(reminders()).hasSize(2);
    }

    @Test
    void replicasThatLookAtOnceRemindAndExpireOnce() {
        List<Request> requests = List.of(
                bench.asks(DeskBench.RITA, PULL),
                bench.asks(DeskBench.RITA, "grant push payments/api sales ci-deployer"),
                bench.asks(DeskBench.RITA, "grant read payments/api finance"));
        List<DeskAssembly> replicas = List.of(bench.staff, bench.replica(), bench.replica());
        for (Duration wait : List.of(Duration.ofMinutes(15), Duration.ofHours(8))) {
            bench.clock.advance(wait);
            CompletableFuture.allOf(replicas.stream()
                            .map(staff -> CompletableFuture.runAsync(() -> Sweep.once(staff)))
                            .toArray(CompletableFuture[]::new))
                    .join();
            bench.deliver();
        }
        assertThat(reminders()).hasSize(3);
        assertThat(requests)
                .allSatisfy(request -> assertThat(bench.events(request))
                        .containsExactly(EventKind.ASKED, EventKind.REMINDED, EventKind.EXPIRED));
    }

    @Test
    void aNewRevisionWaitsAndRemindsAnew() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        pass(Duration.ofMinutes(470));
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow",
                "Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"ecr:BatchGetImage"}]}""");
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        int before = reminders().size();

        pass(Duration.ofMinutes(15));

        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(reminders()).hasSize(before + 1);
        pass(Duration.ofMinutes(465));
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.EXPIRED);
    }

    @Test
    void remindersWaitForTheHoursOfTheRule() {
        bench.close();
        // A sunday in November: the hours begin on monday at eight, in Berlin.
        bench = new DeskBench(IN_HOURS);
        bench.asks(DeskBench.RITA, PULL);
        Instant opens = Instant.parse("2026-11-23T07:00:00Z");
        pass(Duration.between(bench.clock.instant(), opens.minusSeconds(1)));
        assertThat(reminders()).isEmpty();

        pass(Duration.ofSeconds(1));

        assertThat(reminders()).hasSize(1);
        pass(Duration.ofHours(10));
        assertThat(reminders()).as("what was put off came once").hasSize(1);
    }

    @Test
    void aReminderThatSlackDidntTakeIsHeldOvernightAndKeepsNothingElseWaiting() {
        bench.close();
        bench = new DeskBench(IN_HOURS.replace("08:00", "08:20").replace("18:00", "08:40"));
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.mailbox.trouble(message -> message instanceof Message.Reminder
                ? Optional.of(new Courier.Delivery.Later(Duration.ofMinutes(5), "down"))
                : Optional.empty());
        pass(Duration.between(bench.clock.instant(), Instant.parse("2026-11-23T07:39:59Z")));
        bench.mailbox.trouble(message -> Optional.empty());
        pass(Duration.ofMinutes(30));
        assertThat(reminders()).isEmpty();
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.mailbox.cardStates(request.id())).last().isEqualTo(RequestState.APPLIED);
        pass(Duration.ofDays(1));
        assertThat(reminders()).as("what is decided waits for nobody").isEmpty();
    }

    private void pass(Duration time) {
        bench.clock.advance(time);
        bench.sweep();
    }

    private List<Message.Reminder> reminders() {
        return bench.mailbox.of(Message.Reminder.class);
    }
}

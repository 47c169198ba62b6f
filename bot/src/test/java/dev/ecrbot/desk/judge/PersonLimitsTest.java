package dev.ecrbot.desk.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one person may ask of the bot. */
final class PersonLimitsTest {
    private static final String ASK = "grant pull payments/api sales ";

    private DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void twentyAsksAtOncePass() {
        for (String repository : new String[] {"payments/api", "payments/worker"}) {
            for (String who : new String[] {
                "sales ci-deployer",
                "sales role2-1",
                "sales role2-2",
                "sales nightly-build",
                "sales",
                "finance ci-deployer",
                "finance report-runner",
                "finance ecsTaskExecutionRole",
                "finance",
                "sales ecsInstanceRole"
            }) {
                assertThat(bench.types(DeskBench.RITA, "grant pull " + repository + " " + who))
                        .isInstanceOf(Answer.Filed.class);
            }
        }
    }

    @Test
    void whoHasManyRequestsWaitingIsTold() {
        restart("limits: {pending_per_person: 2}\n");
        Request first = bench.asks(DeskBench.RITA, ASK + "role2-1");
        bench.asks(DeskBench.RITA, ASK + "role2-2");

        assertThat(bench.types(DeskBench.RITA, ASK + "ci-deployer"))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(Code.LIMIT_PENDING);
                    assertThat(refused.problem().text()).contains("2 requests", "/ecr cancel");
                });
        assertThat(bench.problems).containsExactly(Code.LIMIT_PENDING);
        assertThat(bench.types(DeskBench.RITA, ASK + "role2-1")).isInstanceOf(Answer.WaitingAlready.class);
        bench.asks(DeskBench.BEN, ASK + "nightly-build");

        bench.denies(DeskBench.AMIR, first);
        bench.asks(DeskBench.RITA, ASK + "ci-deployer");
    }

    @Test
    void whoTypesTooFastIsToldAndServedAgainAMinuteLater() {
        restart("limits: {commands_per_minute: 3}\n");
        for (int i = 0; i < 3; i++) {
            assertThat(bench.types(DeskBench.RITA, "help")).isInstanceOf(Answer.Help.class);
            bench.clock.advance(Duration.ofSeconds(10));
        }
        assertThat(bench.types(DeskBench.RITA, "help"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.LIMIT_COMMANDS));
        assertThat(bench.problems).containsExactly(Code.LIMIT_COMMANDS);
        assertThat(bench.types(DeskBench.BEN, "help")).isInstanceOf(Answer.Help.class);

        bench.clock.advance(Duration.ofSeconds(30));
        assertThat(bench.types(DeskBench.RITA, "help")).isInstanceOf(Answer.Help.class);
        assertThat(bench.types(DeskBench.RITA, "help")).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void commandsRefusedUnreadAreRecordedOnceAMinuteWithTheirNumber() {
        restart("limits: {commands_per_minute: 2}\n");
        for (int i = 0; i < 300; i++) {
            bench.types(DeskBench.RITA, ASK + "role2-1");
            bench.clock.advance(Duration.ofMillis(500));
        }

        // Two and a half minutes of it: recorded at its beginning, and again each minute.
        assertThat(refused()).hasSize(3);
        assertThat(refused()).allSatisfy(event -> {
            assertThat(event.actor()).contains(DeskBench.RITA);
            assertThat(event.details()).containsEntry("code", "limit_commands");
        });
        assertThat(refused())
                .extracting(event -> event.details().get("commands"))
                .startsWith("1");
        assertThat(bench.problems).hasSizeGreaterThan(250);
    }

    @Test
    void clicksAfterTooManyRefusedOnesTroubleNobody() {
        restart("limits: {refused_clicks_per_minute: 5}\n");
        Request request = bench.asks(DeskBench.RITA, ASK + "role2-1");
        for (int i = 0; i < 5; i++) {
            assertThat(bench.approves(DeskBench.BEN, request)).isInstanceOf(Answer.Refused.class);
        }
        int asked = bench.people.asked();

        assertThat(bench.approves(DeskBench.BEN, request))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.LIMIT_CLICKS));
        for (int i = 0; i < 600; i++) {
            assertThat(bench.approves(DeskBench.BEN, request)).isInstanceOf(Answer.Unheard.class);
        }
        assertThat(bench.people.asked()).as("nobody was looked up").isEqualTo(asked);
        assertThat(decisions()).hasSize(6);
        assertThat(decisions().get(5).details()).containsEntry("clicks", "1").containsEntry("code", "limit_clicks");
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);

        bench.clock.advance(Duration.ofSeconds(61));
        bench.approves(DeskBench.AMIR, request);
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(20, TimeUnit.SECONDS))
                .isTrue();
        assertThat(decisions()).as("the rest of the burst").hasSize(7);
        assertThat(decisions().get(6).details()).containsEntry("clicks", "600");
        assertThat(decisions().get(6).actor()).contains(DeskBench.BEN);
        assertThat(bench.denies(DeskBench.BEN, request))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isNotEqualTo(Code.LIMIT_CLICKS));
    }

    @Test
    void whatIsLeftOfABurstIsRecordedWhenTheBotEnds() {
        restart("limits: {commands_per_minute: 2}\n");
        for (int i = 0; i < 12; i++) {
            bench.types(DeskBench.RITA, "help");
        }
        bench.staff().desk().close();
        assertThat(refused())
                .extracting(event -> event.details().get("commands"))
                .containsExactly("1", "9");
    }

    @Test
    void asksOfThoseWhoAreNoMembersAreRecordedAndTheirQuestionsAreNot() {
        bench.people.is(DeskBench.BEN, Standing.GUEST);
        bench.types(DeskBench.BEN, "status payments/api");
        bench.types(DeskBench.BEN, ASK + "role2-1");
        bench.types(DeskBench.BEN, "cancel req-7k2m9xqa");
        bench.types(DeskBench.BEN, "end req-7k2m9xqa");

        assertThat(refused()).hasSize(3).allSatisfy(event -> {
            assertThat(event.actor()).contains(DeskBench.BEN);
            assertThat(event.details()).containsEntry("code", "person_refused");
        });
        assertThat(refused())
                .extracting(event -> event.details().getOrDefault("ask", ""))
                .satisfiesExactly(
                        ask -> assertThat(ask).startsWith("grant pull"),
                        ask -> assertThat(ask).isEqualTo("cancel req-7k2m9xqa"),
                        ask -> assertThat(ask).isEqualTo("end req-7k2m9xqa"));
    }

    private List<Event> refused() {
        return events(EventKind.ASK_REFUSED);
    }

    private List<Event> decisions() {
        return events(EventKind.DECISION_REFUSED);
    }

    private List<Event> events(EventKind kind) {
        List<Event> events = new ArrayList<>();
        bench.ledger.record(books -> books.events().each(recorded -> events.add(recorded.event())));
        return events.stream().filter(event -> event.kind() == kind).toList();
    }

    private void restart(String limits) {
        bench.close();
        bench = new DeskBench(DeskBench.RULES, limits);
    }
}

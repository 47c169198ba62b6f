package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.MigratedH2;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A newer version has left rows in each table that this one can't read: each holds up itself, and stays for the newer one. */
final class NextVersionTest {
    private static final String FOR_A_WEEK = " sales ci-deployer for 7d";

    private final String url = MigratedH2.fresh();
    private final DeskBench bench = DeskBench.on(url);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aNoticeOfAKindThatIsNotKnownHoldsUpNoOther() {
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api" + FOR_A_WEEK);
        sql("INSERT INTO outbox (request, kind, details, attempts, created_at, due_at) SELECT '" + request.id()
                + "', 'HOLOGRAM', '{}', 0, created_at, created_at FROM request");
        int before = bench.mailbox.all().size();

        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.mailbox.cardStates(request.id())).last().isEqualTo(RequestState.APPLIED);
        assertThat(bench.mailbox.all()).hasSizeGreaterThan(before + 1);

        bench.clock.advance(Duration.ofDays(1));
        bench.deliver();
        assertThat(counted("outbox WHERE kind = 'HOLOGRAM' AND delivered_at IS NULL AND attempts = 0 AND lane IS NULL"))
                .isEqualTo(1);
        assertThat(bench.ledger.aside().counted()).containsEntry("outbox", 1L);
    }

    @Test
    void aRequestThatCantBeReadKeepsOnlyItsOwnNoticesAndReminders() {
        Request broken = bench.asks(DeskBench.RITA, "grant pull payments/api" + FOR_A_WEEK);
        Request waiting = bench.asks(DeskBench.RITA, "grant pull payments/worker" + FOR_A_WEEK);
        bench.ecr.addRepository(SeedRegistry.west("payments/third"), Map.of());
        Request approved = bench.asks(DeskBench.RITA, "grant pull payments/third" + FOR_A_WEEK);
        bench.ledger.record(
                books -> books.outbox().add(broken.id(), Notice.Kind.ASKED, Map.of(), bench.clock.instant()));
        sql("UPDATE request SET plan = '{\"form\": 9}' WHERE id = '" + broken.id() + "'");

        bench.clock.advance(Duration.ofMinutes(16));
        bench.sweep();
        assertThat(bench.mailbox.of(Message.Reminder.class))
                .extracting(reminder -> reminder.request().id())
                .containsExactlyInAnyOrder(waiting.id(), approved.id());
        assertThat(bench.types(DeskBench.RITA, "requests")).isInstanceOf(Answer.class);

        bench.approves(DeskBench.AMIR, approved);
        bench.work();
        assertThat(bench.now(approved).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(counted("outbox WHERE request = '" + broken.id() + "' AND delivered_at IS NULL"))
                .isEqualTo(1);
        assertThat(bench.ledger.aside().counted()).containsEntry("request", 1L);
    }

    @Test
    void aRequestUnderWayThatCantBeReadHoldsUpNoOtherPolicy() {
        Request broken = bench.asks(DeskBench.RITA, "grant pull payments/api" + FOR_A_WEEK);
        Request other = bench.asks(DeskBench.RITA, "grant pull payments/worker" + FOR_A_WEEK);
        sql("UPDATE request SET plan = '{\"form\": 9}', state = 'APPLYING' WHERE id = '" + broken.id() + "'");

        bench.approves(DeskBench.AMIR, other);
        bench.work();
        assertThat(bench.now(other).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(counted("request WHERE state = 'APPLYING'")).isEqualTo(1);
    }

    @Test
    void anEventOfAKindThatIsNotKnownIsPassedOver() {
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api" + FOR_A_WEEK);
        sql(
                "INSERT INTO event (kind, request, happened_at, details) SELECT 'FORETOLD', id, created_at, '{}' FROM request");

        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.events(request)).contains(EventKind.ASKED, EventKind.APPLIED);
        assertThat(counted("event WHERE kind = 'FORETOLD'")).isEqualTo(1);
        assertThat(bench.ledger.aside().counted()).containsEntry("event", 1L);
    }

    @Test
    void aGrantThatCantBeReadHoldsUpItsPolicyAndNoOther() {
        Request broken = granted("payments/api");
        Request other = granted("payments/worker");
        sql("UPDATE grant_ SET access = 'TELEPORT', until = since WHERE id = '" + broken.id() + "'");

        bench.clock.advance(Duration.ofDays(8));
        bench.sweep();
        bench.sweep();
        assertThat(bench.grant(other).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.policy("payments/worker")).doesNotContain("ci-deployer");
        assertThat(bench.policy("payments/api")).contains("ci-deployer");

        assertThat(bench.types(DeskBench.RITA, "status payments/worker")).isInstanceOf(Answer.class);
        assertThat(counted("grant_ WHERE access = 'TELEPORT' AND state = 'ACTIVE'"))
                .isEqualTo(1);
        assertThat(bench.ledger.aside().counted()).containsEntry("grant_", 1L);
    }

    @Test
    void aPolicyWithAGrantThatCantBeReadIsNotChangedAndThePersonIsTold() {
        Request broken = granted("payments/api");
        Request second = bench.asks(DeskBench.RITA, "grant push payments/api" + FOR_A_WEEK);
        sql("UPDATE grant_ SET access = 'TELEPORT' WHERE id = '" + broken.id() + "'");
        bench.approves(DeskBench.AMIR, second);
        bench.work();
        assertThat(bench.now(second).stage().problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(Code.INTERNAL);
            assertThat(problem.what()).contains("can't read one of its records", "payments/api");
        });
    }

    @Test
    void policiesToReadAgainComeRoundBesideOneThatCant() {
        Request broken = granted("payments/api");
        bench.ecr.iam().addRole(SeedRegistry.role(SeedRegistry.SALES, "report-runner"));
        Request beside = granted("payments/api", "report-runner");
        Request other = granted("payments/worker");
        sql("UPDATE grant_ SET access = 'TELEPORT' WHERE id = '" + broken.id() + "'");
        ForeignPen.write(bench.ecr, SeedRegistry.west("payments/worker"), true, "by hand");
        bench.ecr.deletePolicy(SeedRegistry.west("payments/worker"));

        for (int i = 0; i < 30; i++) {
            bench.clock.advance(Duration.ofMinutes(1));
            bench.staff.due().rereading().look(1);
            bench.deliver();
        }
        assertThat(bench.grant(other).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.grant(beside).state()).isEqualTo(Grant.State.ACTIVE);
    }

    private Request granted(String repository) {
        return granted(repository, "ci-deployer");
    }

    private Request granted(String repository, String role) {
        Request request = bench.asks(DeskBench.RITA, "grant pull " + repository + " sales " + role + " for 7d");
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        return bench.now(request);
    }

    private long counted(String what) {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM " + what)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String statement) {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                var open = connection.createStatement()) {
            assertThat(open.executeUpdate(statement)).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Events;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.RecordLost;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.MigratedH2;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store has lost, or was set back to before, what stands in a policy. */
final class LostRecordsTest {
    private static final String ASK = "grant pull payments/api sales ci-deployer for 7d";
    private static final PolicyHolder API = SeedRegistry.west("payments/api");

    private final String url = MigratedH2.fresh();
    private final DeskBench bench = DeskBench.on(url, "slack: {fallback_channel: C0FALLBACK}\n");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsLostIsToldOnceAndShownAndLeftAlone() {
        bench.applied(ASK);
        String written = bench.policy("payments/api");
        forget();

        assertThat(lostLines()).hasSize(1);
        look(bench.staff());
        look(bench.replica());
        assertThat(bench.mailbox.of(RecordLost.class)).singleElement().satisfies(lost -> {
            assertThat(lost.channel()).isEqualTo("C0FALLBACK");
            assertThat(lost.sid()).startsWith("EcrBotPullUntil");
        });
        assertThat(recorded()).containsOnlyOnce(EventKind.RECORD_LOST);

        bench.clock.advance(Duration.ofDays(8));
        bench.sweep();
        assertThat(bench.policy("payments/api")).isEqualTo(written);
    }

    @Test
    void aStatementBesideItIsNoneOfItsBusiness() {
        bench.applied(ASK);
        forget();
        bench.applied("grant pull payments/api finance for 30d");
        bench.clock.advance(Duration.ofDays(31));
        bench.sweep();
        assertThat(bench.policy("payments/api")).contains("ci-deployer").doesNotContain("333333333333");
        assertThat(lostLines()).hasSize(1);
    }

    @Test
    void whatIsOnRecordIsNotLostWhereverItStands() {
        bench.applied(ASK);
        bench.applied("grant pull payments/* sales ci-deployer for 7d");
        assertThat(lostLines()).isEmpty();
        bench.types(DeskBench.RITA, "status payments/*");
        look(bench.staff());
        assertThat(bench.mailbox.of(RecordLost.class)).isEmpty();
    }

    @Test
    void aGrantOnAPatternIsMissedToo() {
        bench.applied("grant pull payments/* sales ci-deployer for 7d");
        forget();
        assertThat(lostLines()).hasSize(1);
        look(bench.staff());
        assertThat(bench.mailbox.of(RecordLost.class))
                .singleElement()
                .satisfies(lost ->
                        assertThat(lost.request().change().target().text()).isEqualTo("payments/*"));
    }

    @Test
    void whatIsAdoptedEndsAsWritten() {
        bench.witness.forget(bench.applied(ASK).id());
        forget();
        lostLines();
        look(bench.staff());

        List<Grant> adopted = bench.staff().due().lost().adopt(API);
        assertThat(adopted)
                .singleElement()
                .satisfies(grant -> assertThat(bench.ledger
                                .transact(books ->
                                        books.requests().find(grant.id().request()))
                                .orElseThrow()
                                .stage()
                                .state())
                        .isEqualTo(RequestState.APPLIED));
        assertThat(bench.staff().due().lost().adopt(API)).isEmpty();
        assertThat(lostLines()).isEmpty();

        bench.clock.advance(Duration.ofDays(6).plusHours(23));
        bench.sweep();
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        bench.clock.advance(Duration.ofHours(3));
        bench.sweep();
        assertThat(bench.policy("payments/api")).doesNotContain("ci-deployer");
        assertThat(recorded())
                .contains(EventKind.ADOPTED, EventKind.GRANT_ENDED)
                .doesNotContain(EventKind.NOTICE_LOST);
    }

    private void look(DeskAssembly staff) {
        staff.desk().command(DeskBench.asker(DeskBench.RITA), "status payments/api");
        staff.due().lost().look();
        bench.deliver();
    }

    private List<StatusLine> lostLines() {
        var status = (Answer.Status) bench.types(DeskBench.RITA, "status payments/api");
        var lines = new ArrayList<>(status.lines());
        lines.addAll(status.through());
        return lines.stream().filter(StatusLine::lost).toList();
    }

    private List<EventKind> recorded() {
        var events = new ArrayList<Events.Recorded>();
        bench.ledger.record(books -> books.events().each(events::add));
        return events.stream().map(each -> each.event().kind()).toList();
    }

    private void forget() {
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            for (String table : List.of("approval", "card", "grant_", "outbox", "write_", "event", "request")) {
                statement.execute("DELETE FROM " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

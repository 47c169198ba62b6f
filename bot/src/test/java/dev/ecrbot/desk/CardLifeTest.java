package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.slack.Accepted;
import dev.ecrbot.slack.message.CardMessage;
import dev.ecrbot.slack.message.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a card says of access stays true: it is edited when what its request did comes to an end, or changes. */
final class CardLifeTest {
    private static final String REPOSITORY = "payments/api";

    private final DeskBench bench = new DeskBench();
    private final Request grant = done("grant pull " + REPOSITORY + " sales ci-deployer for 7d");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void itIsActiveUntilItsEndAndThenEnded() {
        assertThat(card(grant)).startsWith("✅ Applied, active until 2026-11-29 10:00 UTC.\n");
        bench.clock.advance(Duration.ofDays(8));
        bench.sweep();
        assertThat(card(grant))
                .startsWith("⏹ Ended: it came to its end")
                .contains("read back from AWS")
                .doesNotContain("active until");
    }

    @Test
    void anEarlyEndARevocationAndALossAreTold() {
        bench.types(DeskBench.RITA, "end " + grant.id());
        bench.work();
        assertThat(card(grant)).startsWith("⏹ Ended early: it was ended before its time by <@U0REQUESTER>");

        Request second = done("grant pull " + REPOSITORY + " sales ci-deployer for 7d");
        done("revoke pull " + REPOSITORY + " sales ci-deployer");
        assertThat(card(second)).startsWith("⏹ Revoked: it was revoked, as <@U0REQUESTER> asked");

        Request third = done("grant pull " + REPOSITORY + " sales ci-deployer for 7d");
        bench.ecr.deletePolicy(SeedRegistry.west(REPOSITORY));
        for (int minutes = 0; minutes < 3; minutes++) {
            bench.clock.advance(Duration.ofMinutes(1));
            bench.staff.due().rereading().look(1);
            bench.deliver();
        }
        assertThat(card(third)).startsWith("❓ Gone").contains("somebody else took it out");
    }

    @Test
    void anExtensionMovesTheEndAndItsUndoMovesItBack() {
        Request extension = done("extend " + grant.id() + " for 30d");
        assertThat(card(grant)).contains("active until 2026-12-22 10:00 UTC. Its end was moved.");

        done("undo " + extension.id());
        assertThat(card(grant)).contains("active until 2026-11-29 10:00 UTC").doesNotContain("was moved");
        assertThat(card(extension)).startsWith("⏹ Undone");

        done("undo " + grant.id());
        assertThat(card(grant)).startsWith("⏹ Undone: it was undone, as <@U0REQUESTER> asked");
    }

    @Test
    void whoEndedItAndByWhichRequestIsStillSaidYearsLater() {
        bench.types(DeskBench.AMIR, "end " + grant.id());
        bench.work();
        String said = card(grant).lines().findFirst().orElseThrow();
        String ending = bench.grant(grant)
                .ended()
                .flatMap(Grant.End::by)
                .map(RequestId::value)
                .orElseThrow();
        assertThat(said).contains("by <@U0APPROVER1>, 2026-11-22 ").endsWith(" (" + ending + ").");

        bench.clock.advance(Duration.ofDays(800));
        bench.sweep();
        bench.ledger.record(books -> books.outbox().cardAgain(grant.id(), bench.clock.instant()));
        bench.deliver();
        assertThat(card(grant)).startsWith(said);
    }

    @Test
    void whatAnotherGrantGaveMeanwhileIsCoveredAndNoFailure() {
        Request shorter = bench.asks(DeskBench.RITA, "grant pull " + REPOSITORY + " sales nightly-build for 6d");
        Request longer = done("grant pull " + REPOSITORY + " sales nightly-build for 7d");
        bench.approves(DeskBench.AMIR, shorter);
        bench.work();
        assertThat(card(shorter))
                .startsWith("☑ Covered already")
                .contains("As it was then: ", "already has pull on payments/api, until 2026-11-28 10:00 UTC or longer")
                .contains("It was given by request " + longer.id() + " of ", ", until 2026-11-29 10:00 UTC.")
                .doesNotContain("Failed");
        assertThat(bench.mailbox.notes(shorter.id()))
                .contains(new Note.Failed(List.of(new Covering(
                        longer.id(), DeskBench.RITA, longer.change().end()))));

        assertThat(bench.types(DeskBench.BEN, "grant pull " + REPOSITORY + " sales nightly-build for 3d"))
                .isInstanceOfSatisfying(
                        Answer.NothingToChange.class,
                        nothing -> assertThat(nothing.held().orElseThrow().covering())
                                .extracting(Covering::request)
                                .containsExactly(longer.id()));
    }

    /** Returns what the request's card says by now. */
    private String card(Request request) {
        List<Message.Card> shown = bench.mailbox.of(Message.Card.class).stream()
                .filter(card -> card.request().id().equals(request.id()))
                .toList();
        return Accepted.of(new CardMessage(shown.get(shown.size() - 1), Samples.NAMING).render())
                .shown();
    }

    private Request done(String text) {
        Request request = bench.asks(DeskBench.RITA, text);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        return request;
    }
}

package dev.ecrbot.desk.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ForeignPen;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a later reading finds that denies what was given. */
final class RereadDenyTest {
    private static final Repository API = SeedRegistry.west("payments/api");

    private final DeskBench bench = new DeskBench();
    private final Request request = granted("payments/api");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatOthersDenyLaterIsTheCardsAndTheHoldersBusinessOnce() {
        ForeignPen.deny(bench.ecr, API, SeedRegistry.role(SeedRegistry.SALES, "ci-deployer"), "by hand no layers");
        for (int readings = 0; readings < 3; readings++) {
            bench.clock.advance(Duration.ofHours(2));
            look();
        }
        assertThat(told(request))
                .singleElement()
                .satisfies(note ->
                        assertThat(note.what()).contains("GetDownloadUrlForLayer stays denied", "“by hand no layers”"));
        assertThat(card(request).held().orElseThrow().limited()).isTrue();
        ForeignPen.write(bench.ecr, API, true, "by hand again");
        for (int readings = 0; readings < 2; readings++) {
            bench.clock.advance(Duration.ofHours(2));
            look();
        }
        assertThat(told(request))
                .hasSize(2)
                .last()
                .satisfies(note -> assertThat(note.what()).isBlank());
        assertThat(card(request).held().orElseThrow().limited()).isFalse();
    }

    @Test
    void aDenyThatStoodThereFromTheStartIsNoNews() {
        Request beside = granted("payments/worker", "DateGreaterThan", "2099-01-01T00:00:00Z");
        assertThat(bench.now(beside).revision().plan().hindered()).isTrue();
        for (int readings = 0; readings < 4; readings++) {
            bench.clock.advance(Duration.ofHours(2));
            look();
        }
        assertThat(told(beside)).isEmpty();
    }

    @Test
    void aDenyWhoseTimeIsOverHindersNothing() {
        Request beside = granted("payments/worker", "DateLessThan", "2020-01-01T00:00:00Z");
        assertThat(bench.now(beside).revision().plan().hindered()).isFalse();
        bench.clock.advance(Duration.ofHours(2));
        look();
        assertThat(told(beside)).isEmpty();
    }

    private Request granted(String repository, String operator, String time) {
        bench.ecr.setPolicy(SeedRegistry.west(repository), """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand once","Effect":"Deny","Principal":{"AWS":"%s"},
                "Action":"ecr:BatchGetImage",
                "Condition":{"%s":{"aws:CurrentTime":"%s"}}}]}
                """.formatted(
                        SeedRegistry.role(SeedRegistry.SALES, "ci-deployer"), operator, time));
        return granted(repository);
    }

    private List<GrantNote.Hindered> told(Request grant) {
        return bench.mailbox.notes(grant.id()).stream()
                .filter(GrantNote.Hindered.class::isInstance)
                .map(GrantNote.Hindered.class::cast)
                .toList();
    }

    private Message.Card card(Request grant) {
        return bench.mailbox.of(Message.Card.class).stream()
                .filter(card -> card.request().id().equals(grant.id()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private Request granted(String repository) {
        Request asked = bench.asks(DeskBench.RITA, "grant pull " + repository + " sales ci-deployer");
        bench.approves(DeskBench.AMIR, asked);
        bench.work();
        return asked;
    }

    private int look() {
        int read = bench.staff.due().rereading().look(1);
        bench.deliver();
        return read;
    }
}

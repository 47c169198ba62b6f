package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Proving the audit trail from the command line. */
@ResourceLock(Resources.SYSTEM_OUT)
final class VerifyCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00.123456Z");
    private static final RequestId ID = new RequestId("req-7k2m9xqa");
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[" + "1,".repeat(200) + "1]}";

    @TempDir
    private Path folder;

    private String url = "";
    private String printed = "";

    @BeforeEach
    void record() {
        url = MigratedH2.file(folder.resolve("ledger"));
        try (var ledger = StoreLedger.open(url, Optional.empty())) {
            var trail = new AuditTrail(ledger.chain(), Optional.of(anchors()), Clock.fixed(NOW, ZoneOffset.UTC));
            trail.keepUp();
            ledger.record(books -> {
                books.events().add(event(EventKind.ASKED, Map.of("base", POLICY)));
                books.events().add(event(EventKind.APPROVED, Map.of("revision", "1")));
            });
            trail.keepUp();
        }
    }

    @Test
    void anUntouchedTrailIsProved() throws IOException {
        assertThat(verify()).isZero();
        assertThat(printed)
                .contains("Events in the chain: 2. Its end: link 2, ")
                .contains("Anchors that fit: 2.")
                .contains("The audit trail is what was recorded.");
    }

    @Test
    void aTextThatWasLetGoOfBreaksNothing() throws Exception {
        sql("DELETE FROM policy_text");
        assertThat(verify()).as(printed).isZero();
    }

    @Test
    void aTextThatWasAlteredIsFound() throws Exception {
        sql("UPDATE policy_text SET body = X'789c03000000000001'");
        assertThat(verify()).isEqualTo(VerifyCommand.CHANGED);
        assertThat(printed).contains("The text of a policy that is kept as sha256:", "The audit trail was changed.");
    }

    @Test
    void anEventThatWasChangedIsFound() throws Exception {
        sql("UPDATE event SET actor_user = 'U0OTHER' WHERE kind = 'APPROVED'");
        assertThat(verify()).isEqualTo(VerifyCommand.CHANGED);
        assertThat(printed).contains("Event 2 or its link 2 was changed.", "The audit trail was changed.");
    }

    @Test
    void anEndThatWasCutOffIsFoundByTheAnchors() throws Exception {
        sql("DELETE FROM event_link WHERE position = 2");
        sql("DELETE FROM event WHERE seq = 2");
        assertThat(verify()).isEqualTo(VerifyCommand.CHANGED);
        assertThat(printed).contains("An anchor names link 2, and the chain ends with link 1: it was cut.");
    }

    @Test
    void anchorsThatCanNotBeReadAreNotTakenForNone() throws IOException {
        Files.delete(anchors());
        assertThat(verify()).isEqualTo(2);
        assertThat(run(
                        "audit",
                        "verify",
                        "--config",
                        folder.resolve("nowhere.yml").toString()))
                .isEqualTo(2);
    }

    @Test
    void aBackupIsProvedAsFarAsItGoes() throws Exception {
        Path zip = folder.resolve("backup.zip");
        try (var ledger = StoreLedger.open(url, Optional.empty())) {
            ledger.backUp(zip);
            ledger.record(books -> books.events().add(event(EventKind.APPLIED, Map.of())));
            new AuditTrail(ledger.chain(), Optional.of(anchors()), Clock.fixed(NOW, ZoneOffset.UTC)).keepUp();

            assertThat(verify("--from", zip.toString())).as(printed).isZero();
            assertThat(printed)
                    .contains("Events in the chain: 2.", "Anchors that fit: 2.", "which it can't show: 1.")
                    .contains("The audit trail is what was recorded.");
        }
        assertThat(verify("--from", folder.resolve("none.zip").toString())).isEqualTo(2);

        sql("UPDATE event SET actor_user = 'U0OTHER' WHERE kind = 'APPROVED'");
        try (var ledger = StoreLedger.open(url, Optional.empty())) {
            ledger.backUp(zip);
        }
        assertThat(verify("--from", zip.toString())).isEqualTo(VerifyCommand.CHANGED);
    }

    /** Nothing was ever recorded in a database that isn't there; to open it would make one, in which all is well. */
    @Test
    void whatIsNotThereIsNotProvedAndNotMade() throws IOException {
        Path elsewhere = folder.resolve("elsewhere/ledger");
        url = "jdbc:h2:file:" + elsewhere;
        for (String[] words :
                List.of(new String[] {"audit", "verify"}, new String[] {"export"}, new String[] {"drift"})) {
            assertThat(run(words, config())).as(words[0]).isNotZero();
            assertThat(printed)
                    .as(words[0])
                    .doesNotContain("is what was recorded")
                    .doesNotContain("Nothing differs");
        }
        assertThat(elsewhere.getParent()).doesNotExist();
    }

    private Path anchors() {
        return folder.resolve("anchors.jsonl");
    }

    private static Event event(EventKind kind, Map<String, String> details) {
        return new Event(kind, Optional.of(ID), Optional.empty(), NOW.minus(Duration.ofMinutes(1)), details);
    }

    // Somebody else's hand in the file: what marks it as the bot's own is gone with them.
    private void sql(String statement) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute(statement);
        }
        Files.deleteIfExists(folder.resolve("ledger.mark"));
    }

    private int verify(String... more) throws IOException {
        return run(new String[] {"audit", "verify"}, config(), more);
    }

    private int run(String[] words, Path config, String... more) {
        return run(Stream.of(Stream.of(words), Stream.of("--config", config.toString()), Stream.of(more))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    private Path config() throws IOException {
        return Files.writeString(folder.resolve("ecr-bot.yml"), """
                registries: {central: {account: "111111111111", regions: [us-west-2]}}
                rules:
                  - name: all
                    repositories: ["*"]
                    access: [pull]
                    to: ["222222222222"]
                    requesters: [anyone]
                    approvers: [U0APPROVER1]
                    channel: C0APPROVALS
                store: {url: "%s", anchors: "%s"}
                """.formatted(url, anchors()));
    }

    private int run(String... words) {
        PrintStream before = System.out;
        var out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            return Main.commandLine(Clock.systemUTC(), Tempo.REAL).execute(words);
        } finally {
            System.setOut(before);
            printed = out.toString(StandardCharsets.UTF_8);
        }
    }
}

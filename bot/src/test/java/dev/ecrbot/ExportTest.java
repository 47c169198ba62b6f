package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.store.StoreLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail as JSON lines. */
final class ExportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00.123456Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void writesEveryEventInOrderOneALine() throws IOException {
        try (var ledger = StoreLedger.open("jdbc:h2:mem:export", Optional.empty())) {
            fill(ledger, 1_200);
            var out = new ByteArrayOutputStream();

            Export.write(ledger, out);

            List<JsonNode> lines = parsed(out.toString(StandardCharsets.UTF_8));
            assertThat(lines).hasSize(1_202);
            assertThat(lines)
                    .extracting(line -> line.get("seq").asLong())
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(lines.get(0)).isEqualTo(JSON.readTree("""
                    {"seq": 1, "at": "2026-11-22T09:30:00.123456Z", "kind": "ASKED", "version": "unpackaged",
                     "request": "req-7k2m9xqa",
                     "actor": {"team": "T0HOME", "user": "U0ANN"},
                     "details": {"ask": "grant pull \\"x\\"\\nbecause “ä”", "base": "{}"}}
                    """));
            assertThat(lines.get(1)).isEqualTo(JSON.readTree("""
                    {"seq": 2, "at": "2026-11-22T09:30:00.123456Z", "kind": "ASK_REFUSED", "version": "unpackaged",
                     "details": {}}
                    """));
        }
    }

    @Test
    void whoeverReadsItSlowlyHoldsNoTransaction() throws IOException {
        try (var ledger = StoreLedger.open("jdbc:h2:mem:slow-reader", Optional.empty())) {
            fill(ledger, 1_200);
            var out = new ByteArrayOutputStream() {
                @Override
                public synchronized void write(byte[] bytes, int from, int length) {
                    // One within another is refused.
                    long held = ledger.transact(books -> books.outbox().waiting());
                    assertThat(held).isZero();
                    super.write(bytes, from, length);
                }
            };
            Export.write(ledger, out);
            assertThat(parsed(out.toString(StandardCharsets.UTF_8))).hasSize(1_202);
        }
    }

    @Test
    @Tag("process")
    void theCommandPrintsNothingElseToStandardOutput() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("ledger");
        try (var ledger = StoreLedger.open(url, Optional.empty())) {
            fill(ledger, 3);
        }
        Path config = Files.writeString(directory.resolve("ecr-bot.yml"), """
                registries: {central: {account: "111111111111", regions: [us-west-2]}}
                rules:
                  - name: all
                    repositories: ["*"]
                    access: [pull]
                    to: ["222222222222"]
                    requesters: [anyone]
                    approvers: [U0APPROVER1]
                    channel: C0APPROVALS
                store: {url: "%s"}
                """.formatted(url));
        Path out = directory.resolve("audit.jsonl");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.ecrbot.Main",
                        "export",
                        "--config",
                        config.toString())
                .redirectOutput(out.toFile())
                .redirectError(directory.resolve("errors").toFile())
                .start();

        assertThat(process.waitFor(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue())
                .as(Files.readString(directory.resolve("errors")))
                .isZero();
        assertThat(parsed(Files.readString(out))).hasSize(5);
    }

    private static void fill(StoreLedger ledger, int more) {
        var ann = new PersonId("T0HOME", "U0ANN");
        var id = new RequestId("req-7k2m9xqa");
        var details = Map.of("ask", "grant pull \"x\"\nbecause “ä”", "base", "{}");
        ledger.record(books -> {
            books.events().add(new Event(EventKind.ASKED, Optional.of(id), Optional.of(ann), NOW, details));
            books.events().add(new Event(EventKind.ASK_REFUSED, Optional.empty(), Optional.empty(), NOW, Map.of()));
            for (int i = 0; i < more; i++) {
                books.events().add(new Event(EventKind.DENIED, Optional.of(id), Optional.of(ann), NOW, Map.of()));
            }
        });
    }

    private static List<JsonNode> parsed(String text) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (String line : text.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}

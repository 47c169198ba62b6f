package dev.ecrbot;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.store.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be wrong with the database, and with the files beside it. */
final class FlawsOfTheStore {
    private FlawsOfTheStore() {}

    static List<Flaw> all() {
        return List.of(
                new Flaw("a file in place of the folder", FlawsOfTheStore::fileForFolder, "store", "may not make it"),
                new Flaw(
                        "PostgreSQL isn't there",
                        setup -> {
                            setup.config = setup.config.storedIn("jdbc:postgresql://127.0.0.1:1/ecrbot");
                            setup.environment.put("STORE_USER", "u");
                            setup.environment.put("STORE_PASSWORD", "secret-password");
                        },
                        "store",
                        "can't be opened"),
                store(
                        "a store that was cut off",
                        file -> Files.write(file, new byte[4096]),
                        "isn't as ecr-bot left it"),
                store("a store that is gone", Files::delete, "is gone"),
                new Flaw(
                        "a user of PostgreSQL who may make no tables",
                        setup -> setup.onPostgres(TestPostgres.freshDatabase(), stranger()),
                        "store",
                        "OWNER TO \"stranger\""),
                new Flaw(
                        "a PostgreSQL that can only be read",
                        setup -> {
                            String url = TestPostgres.freshDatabase();
                            TestPostgres.readOnly(url, true);
                            setup.onPostgres(url, "postgres");
                        },
                        "store",
                        "takes no writes"),
                new Flaw(
                        "a database that PostgreSQL doesn't have",
                        setup -> setup.onPostgres(
                                TestPostgres.freshDatabase().replaceFirst("/test\\d+", "/nosuch"), "postgres"),
                        "store",
                        "has no such database"),
                new Flaw(
                        "a clock ten seconds beside PostgreSQL's",
                        setup -> {
                            setup.onPostgres(TestPostgres.freshDatabase(), "postgres");
                            setup.clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(10));
                        },
                        "clock",
                        "the database's"),
                place("backup: {folder: %s/taken/backup}", "store.backup", "may not write to"),
                place("anchors: %s/nowhere/anchors.jsonl", "store.anchors", "may not make it in"),
                place("anchors: %s", "store.anchors", "isn't a file"),
                new Flaw(
                        "nobody takes the audit trail",
                        setup -> {
                            setup.environment.put("AUDIT_WEBHOOK_SECRET", "secret-password-long");
                            setup.edit = text -> text + "audit: {webhook: 'http://127.0.0.1:1/audit'}\n";
                        },
                        "audit.webhook",
                        "can't be reached"),
                new Flaw(
                        "no password for PostgreSQL",
                        setup -> setup.config = setup.config.storedIn("jdbc:postgresql://127.0.0.1:1/ecrbot"),
                        "environment",
                        "STORE_PASSWORD"));
    }

    /** What a thing does to a file. */
    @FunctionalInterface
    private interface Harm {
        void to(Path file) throws IOException;
    }

    private static Flaw store(String name, Harm harm, String words) {
        return new Flaw(
                name,
                setup -> {
                    Path file = setup.folder.resolve("data/ledger.mv.db");
                    try (var ledger =
                            StoreLedger.open("jdbc:h2:file:" + setup.folder.resolve("data/ledger"), Optional.empty())) {
                        ledger.record(books -> books.events()
                                .add(new Event(
                                        EventKind.ASKED,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Instant.parse("2026-11-22T09:30:00Z"),
                                        Map.of())));
                    }
                    try {
                        harm.to(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "store",
                words);
    }

    private static Flaw place(String key, String check, String words) {
        return new Flaw(
                key,
                setup -> {
                    try {
                        Files.writeString(setup.folder.resolve("taken"), "");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    setup.edit = text -> text.replace("store:\n", "store:\n  " + key.formatted(setup.folder) + "\n");
                },
                check,
                words);
    }

    private static String stranger() {
        TestPostgres.administer("DROP ROLE IF EXISTS stranger");
        TestPostgres.administer("CREATE ROLE stranger LOGIN");
        return "stranger";
    }

    private static void fileForFolder(DoctorSetup setup) {
        try {
            Files.writeString(setup.folder.resolve("data"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

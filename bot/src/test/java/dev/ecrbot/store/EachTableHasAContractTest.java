package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.LedgerTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL that no contract runs would fail where people wait for it, or on the other database only. */
final class EachTableHasAContractTest {
    /** What it sets going is stored nowhere. */
    private static final String UNSTORED = "consequences";

    private static final Path CONTRACTS = Path.of("src", "test", "java", "dev", "ecrbot", "store");

    @Test
    void allThatTheLedgerHandsOutIsUsedInSomeContract() throws IOException {
        String contracts = contracts();
        assertThat(Stream.of(LedgerTransaction.class.getMethods())
                        .map(Method::getName)
                        .filter(name -> !name.equals(UNSTORED) && !contracts.contains("." + name + "()")))
                .isEmpty();
    }

    private static String contracts() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            List<Path> all = files.filter(file -> file.toString().endsWith("Contract.java"))
                    .toList();
            assertThat(all).hasSizeGreaterThan(10);
            return all.stream().map(EachTableHasAContractTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

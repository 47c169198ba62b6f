package dev.ecrbot.command.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sixty lines that were written down by people who hadn't looked at the grammar. */
final class AsPeopleTypeTest {
    private static final String LINES = "/dev/ecrbot/command/as-people-type.txt";

    private record Typed(String text, String wanted) {
        boolean unclear() {
            return wanted.equals("?");
        }
    }

    @Test
    void noneIsTakenForWhatNobodyWants() throws IOException {
        assertThat(typed()).hasSize(60).allSatisfy(typed -> {
            Office.Read read = Office.read(typed.text());
            if (typed.unclear()) {
                assertThat(read.how()).as(typed.text()).isNotEqualTo("meant");
                assertThat(changes(read)).as(typed.text()).isFalse();
            } else if (!read.how().equals("unread")) {
                assertThat(read.command()).as(typed.text()).isEqualTo(Office.command(typed.wanted()));
            }
        });
    }

    @Test
    void nearlyAllThatCanBeKnownIsUnderstood() throws IOException {
        var how = typed().stream()
                .collect(
                        Collectors.groupingBy(typed -> Office.read(typed.text()).how(), Collectors.counting()));

        assertThat(how).isEqualTo(Map.of("exact", 15L, "meant", 36L, "unread", 9L));
        assertThat(typed())
                .filteredOn(typed -> !typed.unclear())
                .filteredOn(typed -> Office.read(typed.text()).how().equals("unread"))
                .isEmpty();
    }

    private static boolean changes(Office.Read read) {
        return read.command() instanceof Command.Grant || read.command() instanceof Command.Revoke;
    }

    private static List<Typed> typed() throws IOException {
        try (InputStream file = Objects.requireNonNull(AsPeopleTypeTest.class.getResourceAsStream(LINES))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" => ", 2))
                    .map(parts -> new Typed(parts[0], parts[1]))
                    .toList();
        }
    }
}

package dev.ecrbot.desk.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.guess.LenientParser;
import dev.ecrbot.command.guess.LineReading;
import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Three hundred and thirty-three lines as they come out of hurried hands, written down before anybody looked at what is understood: slips, other orders, lists,
 * ARNs of all kinds, pasted code, two commands in one line. Each is taken as the list says; what asks for something at once says it exactly.
 */
final class HurriedLinesTest {
    private static final String LINES = "/dev/ecrbot/command/hurried-lines.txt";

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);
    private final Names names = DeskAssembly.names(DeskBench.config(DeskBench.RULES));
    private final LenientParser lenient =
            new LenientParser(new CommandParser(names, clock), names, clock, command -> true);

    private record Typed(String text, String taken) {
        static Typed of(String line) {
            String[] parts = line.split(" => ", 2);
            return new Typed(parts[0].replace("\\n", "\n"), parts[1]);
        }
    }

    @Test
    void eachLineIsTakenAsTheListSays() throws IOException {
        assertThat(lines())
                .hasSizeGreaterThanOrEqualTo(333)
                .allSatisfy(typed ->
                        assertThat(taken(typed.text())).as(typed.text()).startsWith(typed.taken()));
    }

    @Test
    void soManyAreTakenInEachWay() throws IOException {
        Map<String, Long> shares = lines().stream()
                .collect(Collectors.groupingBy(typed -> typed.taken().split(":", 2)[0], Collectors.counting()));
        assertThat(shares).isEqualTo(Map.of("at once", 97L, "one click", 115L, "refused", 121L));
    }

    private String taken(String text) {
        return lenient.read(text).visit(new LineReading.Visitor<>() {
            @Override
            public String exact(LineReading.Exact exact) {
                return "at once: " + exact.command().text();
            }

            @Override
            public String meant(LineReading.Meant meant) {
                return "one click: " + meant.line().text();
            }

            @Override
            public String unread(LineReading.Unread unread) {
                return "refused: " + unread.problem().text();
            }
        });
    }

    private static List<Typed> lines() throws IOException {
        try (InputStream file = Objects.requireNonNull(HurriedLinesTest.class.getResourceAsStream(LINES))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Typed::of)
                    .toList();
        }
    }
}

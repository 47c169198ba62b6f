package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import picocli.CommandLine;

/** Questions and changes that people asked about in public, with what is right. */
class FieldCasesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path CASES = Path.of("src/test/resources/cases");
    private final StringWriter out = new StringWriter();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/can.csv", delimiter = '|', numLinesToSkip = 1, nullValues = "-")
    void canAnswersRight(
            String id, String policy, String registry, String principal, String action, String context, String right)
            throws Exception {
        var policyFile = policy == null ? "\"policy\":null" : "\"policy\":" + read(policy);
        var line = "{" + policyFile + (registry == null ? "" : ",\"registryPolicy\":" + read(registry))
                + ",\"principal\":\"" + principal + "\",\"action\":\"" + action
                + "\",\"repository\":\"arn:aws:ecr:us-west-2:111111111111:repository/docker-hub/api\",\"context\":{"
                + context(context) + "}}";
        JsonNode answer = new BatchAnswers(Optional.empty(), Instant.parse("2026-11-29T10:00:00Z"), false)
                .answer(line.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        var keys = new ArrayList<String>();
        answer.path("dependsOn").forEach(key -> keys.add(key.asText()));
        assertThat(answer.path("verdict").asText() + (keys.isEmpty() ? "" : " on " + String.join(", ", keys)))
                .as(id)
                .isEqualTo(right);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/diff.csv", delimiter = '|', numLinesToSkip = 1, nullValues = "-")
    void diffSaysWhoGainsAndWhoLoses(String id, String before, String after, String gaining, String losing)
            throws Exception {
        CommandLine command = new CommandLine(new DiffCommand()).setOut(new PrintWriter(out));
        int exit = command.execute(
                CASES.resolve(before).toString(), CASES.resolve(after).toString(), "--json");
        JsonNode diff = MAPPER.readTree(out.toString());
        assertThat(who(diff, "gains")).as(id).isEqualTo(split(gaining));
        assertThat(who(diff, "loses")).as(id).isEqualTo(split(losing));
        assertThat(exit).isEqualTo(gaining == null && losing == null ? 0 : 1);
    }

    private static Set<String> who(JsonNode diff, String way) {
        var who = new TreeSet<String>();
        diff.path("effects").forEach(effect -> {
            if (!effect.path(way).isEmpty()) {
                who.add(effect.path("principal").asText());
            }
        });
        return who;
    }

    private static Set<String> split(String names) {
        return names == null ? Set.of() : new TreeSet<>(List.of(names.split(" ", -1)));
    }

    private static JsonNode read(String file) throws Exception {
        return MAPPER.readTree(CASES.resolve(file).toFile());
    }

    private static String context(String given) {
        if (given == null) {
            return "";
        }
        String[] parts = given.split("=", 2);
        return "\"" + parts[0] + "\":" + (parts[1].isEmpty() ? "null" : "\"" + parts[1] + "\"");
    }
}

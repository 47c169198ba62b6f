package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.time.Tempo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code rules test}. */
final class RulesTestCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC);
    private static final Path SAMPLE = Path.of("..", "config", "ecr-bot.yml");
    private static final Path EXAMPLES = Path.of("..", "config", "rules-test.yml");

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void theExamplesAreSoUnderTheSampleConfiguration() {
        assertThat(run(SAMPLE, EXAMPLES)).as(out + "" + error).isZero();
        assertThat(out.toString())
                .endsWith(" 0 failed" + System.lineSeparator())
                .doesNotContain("FAILED");
    }

    @Test
    void saysWhatIsNotAsExpected() throws IOException {
        Path file = tests("""
                groups: {S0OWNERS: [U0OLGA]}
                tests:
                  - {ask: grant pull payments/api sales ci for 7d, by: U0RITA, expect: refused}
                  - {ask: grant pull payments/api sales ci for 60d, by: U0RITA, expect: allowed}
                  - {ask: grant push payments/api sales ci, by: U0RITA, expect: refused, code: person_refused}
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: allowed, rule: other}
                  - {ask: grant pull payments/api sales ci, by: U0APPROVER1, expect: allowed, approvers: [U0APPROVER1, U0RITA]}
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: allowed, no_approvers: [U0OLGA]}
                  - {ask: status payments/api, by: U0RITA, expect: allowed}
                  - {ask: revoke pull payments/api sales ci, by: U0RITA, expect: allowed, rule: payments-pull}
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: allowed, conditions: {StringEquals: {"aws:SourceVpc": vpc-1}}}
                  - {ask: grant pull payments/api sales ci for 7d, by: U0RITA, expect: allowed, approved_by_rule: true}
                """);
        assertThat(run(SAMPLE, file)).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "expected refused, but rule payments-pull allows it",
                        "expected allowed, but it is refused (duration_too_long)",
                        "expected person_refused, but it is refused for another reason (no_rule)",
                        "expected rule other to decide, but rule payments-pull does",
                        "U0APPROVER1 may not approve it: Rule payments-pull doesn't let people approve",
                        "U0RITA may not approve it",
                        "U0OLGA may approve it under rule payments-pull",
                        "Only grant and revoke are judged by rules",
                        "expected it to be given if aws:SourceVpc is vpc-1, but rule payments-pull gives it without conditions",
                        "expected rule payments-pull to approve it by itself, but people have to",
                        "10 tests, 9 failed");
    }

    @Test
    void machinesAreJudgedAsMachines() throws IOException {
        Path config = Files.writeString(
                directory.resolve("machines.yml"),
                Files.readString(SAMPLE)
                                .replace("requesters: [anyone] ", "requesters: [anyone, machine:payments-ci] ")
                                .replace(
                                        "    self_approval:",
                                        "    auto_approve: {for_at_most: 7d, per_day: 9}\n    self_approval:")
                        + """
                        machines:
                          audience: https://ecr-bot.example.com
                          identities:
                            payments-ci: {iam: "arn:aws:iam::222222222222:role/ci"}
                            other-ci: {iam: "arn:aws:iam::222222222222:role/other"}
                        """);
        Path file = tests("""
                tests:
                  - {ask: grant pull payments/api sales ci for 7d, by: U0RITA, expect: allowed, approved_by_rule: true}
                  - {ask: grant pull payments/api sales ci for 7d, by: machine:payments-ci, expect: allowed, approved_by_rule: false,
                     approvers: [U0APPROVER1]}
                  - {ask: grant pull payments/api sales ci for 7d, by: machine:other-ci, expect: refused, code: requester_refused}
                  - {ask: grant pull payments/api sales ci for 7d, by: machine:nobody, expect: refused, code: person_refused}
                """);
        assertThat(run(config, file)).as(out + "" + error).isZero();
    }

    @Test
    void whoDecidesByATagIsToldByTheTagsOfTheTest() throws IOException {
        Path config = Files.writeString(
                directory.resolve("tagged.yml"),
                Files.readString(SAMPLE)
                        .replace(
                                "approvers: [U0APPROVER1, S0OWNERS]",
                                "approvers: {tag: owner, people: {pay: [U0APPROVER1], web: [U0OLGA]}}"));
        Path file = tests("""
                tests:
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: allowed, tags: {owner: pay}, approvers: [U0APPROVER1], no_approvers: [U0OLGA]}
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: refused, code: no_approver}
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: refused, code: no_approver, tags: {owner: other}}
                """);
        assertThat(run(config, file)).as(out + "" + error).isZero();
    }

    @Test
    void whoIsInAGroupThatTheFileDoesNotTellOfIsNotKnown() throws IOException {
        Path file = tests("""
                tests:
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: allowed, approvers: [U0OLGA]}
                """);
        assertThat(run(SAMPLE, file)).isEqualTo(1);
        assertThat(out.toString()).contains("U0OLGA may not approve it: Slack didn't say");
    }

    @Test
    void asJsonEachTestIsALine() throws IOException {
        Path file = tests("""
                tests:
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: allowed}
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: refused}
                """);
        assertThat(run(SAMPLE, file, "--json")).isEqualTo(1);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).extracting(line -> line.get("ok").booleanValue()).containsExactly(true, false);
        assertThat(lines.get(1).get("line").intValue()).isEqualTo(3);
        assertThat(lines.get(1).get("failures")).hasSize(1);
    }

    @Test
    void mistakesInTheFileAreToldAtOnce() throws IOException {
        Path file = tests("""
                groups: {owners: [U0OLGA]}
                tests:
                  - {ask: grant pull payments/api sales ci, by: rita, expect: maybe}
                  - {by: U0RITA, expect: refused, code: because}
                  - {ask: grant pull payments/api sales ci, by: U0RITA, expect: allowed, code: no_rule, expects: no}
                """);
        assertThat(run(SAMPLE, file)).isEqualTo(2);
        assertThat(error.toString().lines()).hasSize(7);
        assertThat(run(SAMPLE, directory.resolve("none.yml"))).isEqualTo(2);
        assertThat(run(directory.resolve("none.yml"), EXAMPLES)).isEqualTo(2);
    }

    private Path tests(String text) throws IOException {
        return Files.writeString(directory.resolve("tests.yml"), text);
    }

    private int run(Path config, Path tests, String... more) {
        var args = new ArrayList<>(List.of("rules", "test", "--config", config.toString(), tests.toString()));
        args.addAll(List.of(more));
        CommandLine commands = Main.commandLine(CLOCK, Tempo.REAL);
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(error, true));
        return commands.execute(args.toArray(String[]::new));
    }
}

package dev.ecrbot.cli;

import static dev.ecrbot.cli.MutatedTexts.GRANT;
import static dev.ecrbot.cli.MutatedTexts.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Gives broken inputs to every command, in every form that it reads, and checks that each is answered or refused in a sentence.
 * Not thread-safe.
 */
final class MutatedInputs {
    private static final String QUESTION =
            "can --principal arn:aws:iam::222222222222:role/ci --action ecr:BatchGetImage"
                    + " --repository arn:aws:ecr:us-west-2:111111111111:repository/payments/api";
    private static final String BATCH =
            "{\"policy\":" + GRANT + ",\"principal\":\"222222222222\",\"action\":\"ecr:PutImage\","
                    + "\"repository\":\"arn:aws:ecr:us-west-2:111111111111:repository/a1\",\"context\":{\"aws:SourceIp\":1e999999999999}}";
    private static final String TESTS = """
            repository: arn:aws:ecr:us-west-2:111111111111:repository/payments/api
            policy: young.json
            tests:
              - {name: a, principal: "222222222222", action: ["ecr:PutImage"], context: {aws:SourceIp: [10.0.0.1]}, expect: yes}
              - {name: b, nobodyOutside: {accounts: ["222222222222"], organizations: [o-abc123def4]}}
              - {neverPublic: true}
            """;
    private static final String CONFIG = """
            severities: {ecr-public-principal: warning}
            off: [ecr-version-old]
            accounts: {"222222222222": sales}
            organizations: {o-abc123def4: acme}
            """;
    private static final String SUPPRESSIONS = "[{id: ecr-public-principal, sid: A, reason: because}]";

    private final Path folder;
    private final MutatedTexts texts;
    private final List<Input> inputs;
    private Duration slowest = Duration.ZERO;
    private String slowestInput = "";

    /** A call with a broken input. */
    private interface Input {
        Line answered() throws IOException;
    }

    MutatedInputs(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.texts = new MutatedTexts(new Random(seed));
        this.inputs = List.of(
                () -> Line.of(texts.policy(), "lint", "--registry", "--format", "sarif"),
                () -> Line.of(texts.policy(), "lint", "--format", "github"),
                () -> Line.of("", "lint", "--json", file("young.yaml", texts.policy())),
                this::suppressed,
                () -> Line.of(GRANT, "lint", "--config", file("config.yaml", texts.broken(CONFIG))),
                () -> asked(texts.policy(), "--lenient"),
                () -> asked(texts.policy(), "--json"),
                () -> asked(GRANT, "--lenient", "--registry-policy", file("young.json", texts.policy())),
                () -> asked(GRANT, "--context", texts.broken("aws:SourceIp=10.0.0.1")),
                () -> Line.of(GRANT, texts.broken(QUESTION).split(" ")),
                () -> asked(GRANT, "--lenient", "--identity", file("young.json", texts.policy())),
                () -> whole(file("young.yaml", texts.policy())),
                () -> Line.of(texts.policy(), "diff", "--lenient", "-", file("young.json", NONE)),
                () -> Line.of(texts.policy(), "diff", "--lenient", "--json", file("young.json", texts.policy()), "-"),
                () -> Line.of(texts.policy(), "explain", "--json"),
                () -> Line.of(texts.denial(), "explain", "--json"),
                () -> Line.of(texts.denial() + "\n---\n" + texts.denial(), "explain"),
                () -> tested(texts.policy(), TESTS),
                () -> tested(GRANT, texts.broken(TESTS)),
                () -> batch(BATCH.replace(GRANT, texts.policy())),
                () -> batch(texts.broken(BATCH) + "\n" + texts.broken(BATCH)),
                () -> others(texts.policy()));
    }

    /** Returns how many of the inputs could be answered. */
    int run(int count) throws IOException {
        int understood = 0;
        for (int place = 0; place < count; place++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Line line = inputs.get(place % inputs.size()).answered();
            var took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
            if (took.compareTo(slowest) > 0) {
                slowest = took;
                slowestInput = "input " + place % inputs.size();
            }
            check(line, place);
            understood += line.exit() == Exit.BAD_INPUT ? 0 : 1;
        }
        return understood;
    }

    /** Returns how much CPU time the slowest of all took. */
    Duration slowest() {
        return slowest;
    }

    /** Tries as many as it is told from a seed, in a process of its own, which may be given little memory. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("mutated");
        var inputs = new MutatedInputs(folder, Long.parseLong(arguments[1]));
        int count = Integer.parseInt(arguments[0]);
        int understood = inputs.run(count);
        System.out.println(count + " inputs, " + understood + " understood, the slowest took "
                + inputs.slowest().toMillis() + " ms of CPU time: " + inputs.slowestInput);
        System.exit(inputs.slowest().compareTo(Duration.ofSeconds(2)) < 0 ? 0 : 1);
    }

    private static void check(Line line, int place) {
        Supplier<String> what = () -> "input " + place + ": " + line;
        assertThat(line.exit()).as(what).isBetween(0, 2);
        assertThat(line.error()).as(what).doesNotContain("Exception", "\tat ");
        assertThat(line.exit() == Exit.BAD_INPUT
                        && line.error().isBlank()
                        && !line.out().contains("\"error\""))
                .as(what)
                .isFalse();
    }

    private Line suppressed() throws IOException {
        file("young.json.lint.yaml", texts.broken(SUPPRESSIONS));
        Line line = Line.of("", "lint", file("young.json", texts.policy()));
        Files.delete(folder.resolve("young.json.lint.yaml"));
        return line;
    }

    private static Line asked(String policy, String... more) throws IOException {
        return Line.of(
                policy,
                Stream.concat(Stream.of(QUESTION.split(" ")), Stream.of(more)).toList());
    }

    private static Line whole(String file) throws IOException {
        return asked(
                GRANT, "--json", "--identity", file, "--boundary", file, "--scp", file + "," + file, "--session", file);
    }

    private Line tested(String policy, String tests) throws IOException {
        file("young.json", policy);
        return Line.of(
                "",
                "test",
                "--lenient",
                file("tests.yaml", tests),
                "--junit",
                folder.resolve("report.xml").toString());
    }

    private static Line others(String text) throws IOException {
        return batch(BATCH.substring(0, BATCH.length() - 1) + ",\"identity\":" + text + ",\"scp\":[" + text
                + "],\"rcp\":" + text + "}");
    }

    private static Line batch(String lines) throws IOException {
        return Line.of(lines, "can", "--batch", "--lenient");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('\ud800', '?'), StandardCharsets.UTF_8)
                .toString();
    }
}

package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Whatever a file holds, a command answers it or says in a sentence why not: it never fails in any other way. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class MutatedInputTest {
    private static final long SEED = 20261129;
    private static final int KINDS = 13;
    private static final String ALPHABET = "{}[]\",:*?\\0aA1 eE-+.$!&#'|>\n\t\u0000\ufeff\ufffc\ud800";
    private static final String NONE = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
    private static final String GRANT =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                    + "\"Action\":\"ecr:*\"}]}";
    private static final String OWN =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":"
                    + "[\"ecr:*\",\"s3:Get*\"],\"Resource\":[\"arn:aws:ecr:*:111111111111:repository/${aws:username}/*\",\"*\"],"
                    + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}}]}";
    private static final String TESTS = """
            repository: arn:aws:ecr:us-west-2:111111111111:repository/payments/api
            policy: POLICY
            tests:
              - {name: a, principal: "222222222222", action: ["ecr:PutImage"], context: {aws:SourceIp: [10.0.0.1]}, expect: yes}
              - {name: b, nobodyOutside: {accounts: ["222222222222"], organizations: [o-abc123def4]}}
              - {neverPublic: true}
            """;
    private static final List<String> PIECES = List.of(
            "1e2222222223",
            "\"Effect\":\"allow\"",
            "${",
            "}",
            "!Ref x",
            "&a *a",
            "\"Statement\":",
            "null",
            "[[[[",
            "- ");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingButOurErrorsComesOfTwoThousandInputs() throws IOException {
        run(2_000);
    }

    @Test
    @Tag("full")
    void nothingButOurErrorsComesOfAHundredThousandInputs() throws IOException {
        run(100_000);
    }

    private void run(int mutants) throws IOException {
        List<String> texts = texts();
        var random = new Random(SEED);
        int understood = 0;
        for (int mutant = 0; mutant < mutants; mutant++) {
            String text = broken(texts.get(random.nextInt(texts.size())), random);
            Line line = line(mutant % KINDS, text, broken(TESTS, random));
            assertThat(line.exit()).as(text).isBetween(0, 2);
            assertThat(line.error()).as(text).doesNotContain("Exception", "\tat ");
            assertThat(line.exit() == Exit.BAD_INPUT
                            && line.error().isBlank()
                            && !line.out().contains("\"error\""))
                    .as("bad input without a word: %s", text)
                    .isFalse();
            understood += line.exit() == Exit.BAD_INPUT ? 0 : 1;
        }
        assertThat(understood).isBetween(mutants / 20, mutants - mutants / 20);
    }

    private Line line(int which, String text, String test) throws IOException {
        return switch (which) {
            case 0 -> Line.of(text, "lint", "--registry", "--format", "sarif");
            case 1 -> Line.of(text, "lint", "--format", "github");
            case 2 -> Line.of("", "lint", "--json", file("young.yaml", text));
            case 3 -> Line.of(text, question("--lenient"));
            case 4 -> Line.of(text, question("--json"));
            case 5 -> Line.of(text, "diff", "--lenient", "-", file("young.json", NONE));
            case 6 -> Line.of(GRANT, question("--lenient", "--identity", file("young.json", text)));
            case 7 -> whole(file("young.yaml", text));
            case 8 -> Line.of(text, "explain", "--json");
            case 9 -> tested(file("young.json", text), TESTS);
            case 10 -> tested(file("young.json", GRANT), test);
            case 11 ->
                batch("\"policy\":" + GRANT + ",\"identity\":" + text + ",\"scp\":[" + text + "],\"rcp\":" + text);
            default -> batch("\"policy\":" + text);
        };
    }

    private static Line whole(String file) throws IOException {
        return Line.of(GRANT, question("--json", "--identity", file, "--scp", file + "," + file, "--session", file));
    }

    private Line tested(String policy, String tests) throws IOException {
        return Line.of("", "test", "--lenient", file("tests.yaml", tests.replace("POLICY", policy)));
    }

    private static Line batch(String policies) throws IOException {
        String line = "{" + policies.replace('\n', ' ')
                + ",\"principal\":\"222222222222\",\"action\":\"ecr:PutImage\",\"repository\":"
                + "\"arn:aws:ecr:us-west-2:111111111111:repository/a1\",\"context\":{\"aws:SourceIp\":1e999999999999}}";
        return Line.of(line, "can", "--batch", "--lenient");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('\ud800', '?'), StandardCharsets.UTF_8)
                .toString();
    }

    private static String[] question(String... more) {
        return Stream.concat(
                        Stream.of(
                                "can",
                                "--principal",
                                "arn:aws:iam::222222222222:role/ci",
                                "--action",
                                "ecr:BatchGetImage",
                                "--repository",
                                "arn:aws:ecr:us-west-2:111111111111:repository/payments/api"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static List<String> texts() throws IOException {
        var texts = new ArrayList<String>();
        try (Stream<Path> cases = Files.list(Path.of("src", "test", "resources", "cases"))) {
            for (Path path : cases.filter(one -> one.toString().endsWith(".json"))
                    // Those tell of a policy and what was done with it, AWS's errors included.
                    .filter(one -> !one.getFileName().toString().startsWith("bot-"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(path));
            }
        }
        texts.addAll(List.of(OWN, OWN, OWN, OWN, OWN, OWN));
        texts.add("""
                Resources:
                  R:
                    Type: AWS::ECR::Repository
                    Properties:
                      RepositoryPolicyText:
                        Version: 2012-10-17
                        Statement:
                          - Effect: Allow
                            Principal:
                              AWS: !Sub 'arn:aws:iam::${Partner}:root'
                            Action: [ecr:BatchGetImage]
                """);
        texts.add(
                "{\"planned_values\":{\"root_module\":{\"resources\":[{\"type\":\"aws_ecr_registry_policy\",\"values\":{\"policy\":"
                        + "\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[]}\"}}]}}}");
        return texts;
    }

    private static String broken(String text, Random random) {
        var broken = new StringBuilder(text);
        for (int times = random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(broken.length());
            int to = Math.min(broken.length(), at + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> broken.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 1 -> broken.delete(at, Math.min(to, at + broken.length() - 1));
                case 2 -> broken.insert(random.nextInt(broken.length()), broken.substring(at, to));
                case 3 -> broken.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> broken.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return broken.toString();
    }
}

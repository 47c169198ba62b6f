package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the policy engine, as the build has just made it. */
@Tag("process")
class PolicyJarIT {
    private static final Path BUILT = Path.of("target", "ecr-policy.jar");
    private static final Pattern KNOWN =
            Pattern.compile("(META-INF/versions/[0-9]+/)?(dev/ecrbot/(cli|denial|ecr|policy|problem)"
                    + "|com/fasterxml/jackson|org/yaml/snakeyaml|picocli|com/github/difflib)/.*");
    private static final String REPOSITORY = "arn:aws:ecr:us-west-2:111111111111:repository/payments/api";

    @TempDir
    private Path folder = Path.of("");

    private Path jar = BUILT;

    @BeforeEach
    void putIntoAFolderOfItsOwn() throws IOException {
        jar = Files.copy(BUILT, folder.resolve("ecr-policy.jar"));
    }

    @Test
    void nothingOfSlackAwsOrSqlIsInIt() throws IOException {
        try (var open = new JarFile(jar.toFile())) {
            List<String> files = open.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
            assertThat(files)
                    .contains("META-INF/LICENSE", "dev/ecrbot/cli/PolicyTool.class")
                    .allMatch(file ->
                            KNOWN.matcher(file).matches() || (file.startsWith("META-INF/") && !file.endsWith(".class")))
                    .noneMatch(file -> file.startsWith("dev/ecrbot/policy/plan/"));
            assertThat(open.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("dev.ecrbot.cli.PolicyTool");
        }
    }

    @Test
    void eachCommandRunsAlone() throws IOException, InterruptedException {
        String policy = file(
                "policy.json",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                        + "\"arn:aws:iam::222222222222:root\"},\"Action\":\"ecr:BatchGetImage\"}]}");
        String template = file("template.yaml", """
                Resources:
                  R:
                    Type: AWS::ECR::Repository
                    Properties:
                      RepositoryPolicyText: {Version: 2012-10-17, Statement: [{Effect: Allow, Principal: '*', Action: 'ecr:*'}]}
                """);
        String tests = file(
                "tests.yaml", "policy: policy.json\nrepository: " + REPOSITORY + "\ntests:\n  - neverPublic: true\n");
        assertThat(run("--version")).matches("(?s)0 ecr-policy [0-9].*");
        assertThat(run("lint", template)).startsWith("1 ").contains("Everyone");
        assertThat(run(
                        "can",
                        "--principal",
                        "222222222222",
                        "--action",
                        "ecr:BatchGetImage",
                        "--repository",
                        REPOSITORY,
                        policy))
                .startsWith("0 yes");
        assertThat(run("diff", policy, policy)).startsWith("0 Nobody gains");
        assertThat(run("test", tests)).startsWith("0 ok");
        assertThat(run("explain", file("error.txt", "no basic auth credentials")))
                .startsWith("0 ");
    }

    /** Returns the exit code and what was written. */
    private String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return process.waitFor() + " " + Files.readString(output, StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}

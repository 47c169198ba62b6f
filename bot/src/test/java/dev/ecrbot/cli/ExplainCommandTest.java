package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ExplainCommandTest {
    private static final String DENIED =
            "denied: User: arn:aws:sts::222222222222:assumed-role/ci/build is not authorized to perform:"
                    + " ecr:BatchGetImage on resource: arn:aws:ecr:us-west-2:111111111111:repository/payments/api because no resource-based"
                    + " policy allows the ecr:BatchGetImage action";
    private static final String ID = "7f3k9q2m5x8z1a4b";
    private static final String DETAILS =
            ". Go to https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/" + ID
                    + " for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: "
                    + ID;
    private static final String ASK = "grant pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api"
            + " arn:aws:iam::222222222222:role/ci";

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void jsonHasEveryKey() throws IOException {
        assertThat(run(DENIED, "--json")).isZero();
        JsonNode json = lines().get(0);
        assertThat(json.properties().stream().map(key -> key.getKey()))
                .containsExactlyInAnyOrder(
                        "half", "action", "repository", "registry", "region", "principal", "ask", "confident", "next");
        assertThat(json.path("half").textValue()).isEqualTo("resource");
        assertThat(json.path("action").textValue()).isEqualTo("ecr:BatchGetImage");
        assertThat(json.path("repository").textValue()).isEqualTo("payments/api");
        assertThat(json.path("registry").textValue()).isEqualTo("111111111111");
        assertThat(json.path("region").textValue()).isEqualTo("us-west-2");
        assertThat(json.path("principal").textValue()).isEqualTo("arn:aws:sts::222222222222:assumed-role/ci/build");
        assertThat(json.path("ask").textValue()).isEqualTo(ASK);
        assertThat(json.path("confident").booleanValue()).isTrue();
        assertThat(json.path("next").textValue()).contains("Ask for pull for the role ci");
    }

    @Test
    void whatIsNotKnownIsNull() throws IOException {
        assertThat(run("no basic auth credentials", "--json", "-")).isZero();
        JsonNode json = lines().get(0);
        for (String key : List.of("action", "repository", "registry", "region", "principal", "ask")) {
            assertThat(json.has(key)).isTrue();
            assertThat(json.path(key).isNull()).isTrue();
        }
    }

    @Test
    void severalTextsAreAnsweredInTheirOrder() throws IOException {
        assertThat(run("---\n" + DENIED + "\n--- \r\nno basic auth\ncredentials\n---\n\n---\nhello\n---\n", "--json"))
                .isEqualTo(1);
        assertThat(lines())
                .extracting(json -> json.path("half").textValue())
                .containsExactly("resource", "login", "other", "other");
    }

    @Test
    void peopleReadPlainEnglish() throws IOException {
        Path file = Files.writeString(directory.resolve("denied.txt"), DENIED);
        assertThat(run("", file.toString())).isZero();
        assertThat(out.toString().lines())
                .startsWith(
                        "Tried: ecr:BatchGetImage",
                        "Where: repository payments/api, registry 111111111111, in us-west-2",
                        "By:    the role ci of account 222222222222 (arn:aws:sts::222222222222:assumed-role/ci/build)")
                .contains("Ask:   /ecr " + ASK)
                .doesNotContain("Text 1");
        assertThat(run(DENIED + "\n---\nhello")).isEqualTo(1);
        assertThat(out.toString()).contains("Text 2").contains("Not a denial by ECR");
    }

    @Test
    void whatOpensAwsOwnRecordIsShownToThePersonOnly() throws IOException {
        run(DENIED + DETAILS, "--json");
        assertThat(out.toString()).doesNotContain(ID);
        run(DENIED + DETAILS);
        assertThat(out.toString()).contains("authorization id " + ID).contains("for you only");
        assertThat(error.toString()).doesNotContain(ID);
    }

    @Test
    void badInputIsToldFromTextsThatAreNoDenials() throws IOException {
        assertThat(run("")).isEqualTo(1);
        assertThat(run("", directory.resolve("missing").toString())).isEqualTo(2);
        assertThat(error.toString()).contains("missing: There is no such file.");
        assertThat(run("a".repeat(4_000_001))).isEqualTo(2);
        assertThat(error.toString()).contains("longer than");
        assertThat(run("", "--no-such-option")).isEqualTo(2);
    }

    private List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private int run(String input, String... arguments) {
        out.getBuffer().setLength(0);
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            return new CommandLine(new ExplainCommand())
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(error))
                    .execute(arguments);
        } finally {
            System.setIn(before);
        }
    }
}

package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ecrbot.config.reader.ConfigReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as people write them who see YAML, or this program, for the first time: each mistake is told with its line and its mend. */
final class NewcomersTest {
    @TempDir
    private Path folder;

    /** What is written in place of what, the line that is named, and what the text says. */
    static Stream<Arguments> slips() {
        String account = "    account: \"111111111111\"";
        String approvers = "    approvers: [U0APPROVER1]";
        String channel = "    channel: C0APPROVALS";
        return Stream.of(
                arguments("a tab", account, "\taccount: \"111111111111\"", 3, "indent with blanks"),
                arguments(
                        "a key too far right",
                        approvers,
                        "      approvers: [U0APPROVER1]",
                        14,
                        "begin in the same column"),
                arguments(
                        "a key too far left", approvers, "   approvers: [U0APPROVER1]", 14, "begin in the same column"),
                arguments(
                        "a rule without its dash",
                        "  - name: payments-pull",
                        "    name: payments-pull",
                        9,
                        "takes a list"),
                arguments("a dash too far left", "  - name", "- name", 10, "look at the indentation"),
                arguments("no blank behind the colon", approvers, "    approvers:[U0APPROVER1]", 15, "a colon"),
                arguments("no colon", channel, "    channel C0APPROVALS", 16, "a key needs a colon"),
                arguments("a colon in a text", "name: payments-pull", "name: payments: pull", 9, "in quotes"),
                arguments("a bracket left open", "[pull, read]", "[pull, read", 11, "a ] at its end"),
                arguments("a quote left open", "\"payments/*\"]", "\"payments/*]", 10, "has no end"),
                arguments("a star", "[sales, finance]", "[*]", 12, "begins with * needs quotes"),
                arguments("an at", "[anyone]", "[@rita]", 13, "begins with @ needs quotes"),
                arguments("a per cent", "name: payments-pull", "name: %payments", 9, "begins with % needs quotes"),
                arguments("a text for a list", "[pull, read]", "pull", 11, "write [pull]"),
                arguments("two words for a list", "[pull, read]", "pull, read", 11, "write [pull, read]"),
                arguments(
                        "a list for a text",
                        "name: payments-pull",
                        "name: [payments-pull]",
                        9,
                        "takes a text, not a list"),
                arguments(
                        "a duration without its unit",
                        approvers,
                        approvers + "\n    max_duration: 7",
                        15,
                        "7d for days"),
                arguments(
                        "a duration in words",
                        approvers,
                        approvers + "\n    max_duration: one week",
                        15,
                        "30m, 8h, 7d or 2w"),
                arguments("a unit apart", approvers, approvers + "\n    max_duration: 7 d", 15, "like 30m, 8h, 7d"),
                arguments("as JavaScript has it", approvers, approvers + "\n    maxDuration: 7d", 15, "“max_duration”"),
                arguments(
                        "as Kubernetes has it",
                        approvers,
                        approvers + "\n    request-timeout: 7h",
                        15,
                        "“request_timeout”"),
                arguments("in capitals", approvers, approvers + "\n    Approvals: 1", 15, "“approvals”"),
                arguments("a letter too few", approvers, approvers + "\n    self_aproval: true", 15, "“self_approval”"),
                arguments("the plural", "    channel:", "    channels:", 15, "“channel”"),
                arguments("a key of a rule on top", "rules:", "max_duration: 7d\nrules:", 8, "is unknown"),
                arguments("a number for true", approvers, approvers + "\n    self_approval: 1", 15, "true or false"),
                arguments("an account as a number", "\"111111111111\"", "111111111111", 3, "write \"111111111111\""),
                arguments("curly quotes", "\"222222222222\"", "“222222222222”", 6, "straight ones"),
                arguments(
                        "a long dash",
                        "name: payments-pull",
                        "name: x\n    reason: required\n    revoke: im–mediate",
                        11,
                        "long dash"),
                arguments("blanks of a web page", "  sales:", "\u00a0\u00a0sales:", 6, "blank that isn't one"),
                arguments("a name for a channel", "C0APPROVALS", "\"#approvals\"", 15, "a channel's id"),
                arguments("a name for a person", "[U0APPROVER1]", "[amir]", 14, "user ids"),
                arguments("an e-mail for a person", "[U0APPROVER1]", "[amir@example.com]", 14, "user ids"),
                arguments(
                        "nothing behind a key",
                        "    regions: [us-west-2, eu-west-1]",
                        "    regions:",
                        4,
                        "not nothing"),
                arguments("the same key again", approvers, approvers + "\n" + approvers, 15, "twice"),
                arguments("two files in one", "rules:", "---\nrules:", 8, "several documents"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void areToldWhereItIsAndWhatWasMeant(String slip, String from, String to, int line, String says) {
        List<Mistake> mistakes = ConfigText.LEAST.with(from, to).mistakes();
        assertThat(mistakes).as("%s: %s", slip, mistakes).anySatisfy(mistake -> {
            assertThat(mistake.line()).isEqualTo(line);
            assertThat(mistake.text()).contains(says);
        });
        assertThat(mistakes).as("one slip, not a page of errors").hasSizeLessThan(8);
    }

    @Test
    void whatMakesNoDifferenceIsNoMistake() throws IOException {
        String text = ConfigText.LEAST.text();
        for (String same : List.of(
                "\ufeff" + text,
                text.replace("\n", "\r\n"),
                text.replace("\n", "   \n"),
                text.replace("    channel", "\n    # who decides\n    channel"),
                "---\n" + text,
                text.replace("[anyone]", "\n      - anyone"))) {
            Path file = Files.writeString(folder.resolve("ecr-bot.yml"), same);
            assertThat(ConfigReader.read(file)).isInstanceOf(Reading.Valid.class);
        }
    }

    @Test
    void aFileThatIsNone() throws IOException {
        assertThat(only(folder)).contains("this is a folder");
        assertThat(only(folder.resolve("ecr-bot.yaml"))).contains("There is no such file");
        assertThat(only(Files.writeString(folder.resolve("empty.yml"), ""))).isEqualTo("The file is empty.");
        assertThat(only(Files.writeString(folder.resolve("wide.yml"), "slack: {}\n", StandardCharsets.UTF_16)))
                .isEqualTo("The file isn't UTF-8.");
        assertThat(only(Files.writeString(folder.resolve("zero.yml"), "slack: \0\n")))
                .contains("U+0000");
        Path secret = Files.writeString(folder.resolve("secret.yml"), "");
        // Whoever runs tests as root may read everything.
        if (secret.toFile().setReadable(false) && !Files.isReadable(secret)) {
            assertThat(only(secret)).contains("may not");
        }
    }

    private static String only(Path file) {
        Reading<BotConfig> reading = ConfigReader.read(file);
        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        List<Mistake> mistakes = ((Reading.Invalid<BotConfig>) reading).mistakes();
        assertThat(mistakes).hasSize(1);
        return mistakes.get(0).toString();
    }
}

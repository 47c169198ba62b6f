package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Mode;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Somebody has the bot write its first configuration, with what they type coming from here. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_OUT)
@Tag("long")
final class InitCommandTest {
    /** Everything as it is offered, but for what has no preset. */
    private static final List<String> USUAL = List.of(
            "2", // the channel
            "1", // who approves
            "", // who asks
            "", // who looks after the bot
            "111111111111",
            "", // the registry's name
            "us-west-2, eu-west-1",
            "", // the role
            "sales 222222222222",
            "finance \"333333333333\"",
            "", // no more accounts
            "", // repositories
            "", // access
            ""); // how long

    @TempDir
    private Path folder;

    private final LocalAws aws = new LocalAws(SeedRegistry.model(Clock.systemUTC()), SeedRegistry.BOT_HOST);
    private final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    private final Map<String, Optional<String>> before = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private String said = "";

    @BeforeEach
    void leadHere() {
        aws.systemProperties()
                .forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
        environment.put("SLACK_BOT_TOKEN", slack.botToken());
        environment.put("SLACK_APP_TOKEN", slack.appToken());
        slack.scopes().grant("channels:read", "groups:read");
    }

    @AfterEach
    void leave() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
        aws.close();
        slack.close();
    }

    private Path file() {
        return folder.resolve("ecr-bot.yml");
    }

    private int types(List<String> lines) {
        return types(String.join("\n", lines) + "\n");
    }

    private int types(String text) {
        return types(text, file());
    }

    private int types(String text, Path into) {
        var out = new ByteArrayOutputStream();
        int code = new InitCommand.Dialog(
                        new StringReader(text),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        environment,
                        slack.apiUrl(),
                        Clock.systemUTC())
                .write(into);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private BotConfig written() {
        Reading<BotConfig> read = ConfigReader.read(file());
        assertThat(read).as(said).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid<BotConfig>) read).value();
    }

    /** Returns the usual lines, with another one first typed where this one is asked for. */
    private static List<String> slipping(int at, String slip) {
        return Stream.of(USUAL.subList(0, at), List.of(slip), USUAL.subList(at, USUAL.size()))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void whatIsAskedForMakesAConfigurationThatNothingIsWrongWith() {
        assertThat(types(USUAL)).as(said).isZero();
        assertThat(said)
                .contains("1) #ecr-approvals  C0APPROVALS", "2) #general  C0GENERAL", "1) @registry-owners  S0OWNERS")
                .doesNotContain("random", "old-project", slack.botToken(), slack.appToken())
                .contains("AWS: you are arn:aws:iam::", "ok           aws.repositories", " 0 to mend")
                .contains("Start the bot with “run --config " + file() + "”");
        BotConfig config = written();
        assertThat(config.slack().mode()).isEqualTo(Mode.SOCKET);
        assertThat(config.registries().get(0).role()).contains("arn:aws:iam::111111111111:role/ecr-bot");
        assertThat(config.accounts()).containsOnlyKeys("sales", "finance");
        assertThat(config.rules().all().get(0).channel()).isEqualTo("C0GENERAL");
        assertThat(config.rules().all().get(0).approvers().people().groups()).containsExactly("S0OWNERS");
        assertThat(config.rules().all().get(0).requesters().anyone()).isTrue();
        assertThat(config.admins().orElseThrow().who().groups()).containsExactly("S0OWNERS");
    }

    @Test
    void theSecretsAreInNoFile() throws IOException {
        types(USUAL);
        assertThat(Files.readString(file())).doesNotContain(slack.botToken(), slack.appToken());
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file());
        }
    }

    @Test
    void aDiskWithoutLinksTakesTheFileToo() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"))) {
            Path into = zip.getPath("/ecr-bot.yml");
            types(String.join("\n", USUAL) + "\n", into);
            assertThat(said).contains("is written", "ok           config");
            assertThat(Files.readString(into)).contains("rules:");
            assertThat(types(String.join("\n", USUAL) + "\n", into)).isEqualTo(InitCommand.NOTHING_WRITTEN);
        }
    }

    @Test
    void aRegistryMayBeCalledAsASectionIs() {
        var lines = new ArrayList<>(USUAL);
        lines.set(5, "slack");
        assertThat(types(lines)).as(said).isZero();
        assertThat(written().registries().get(0).name()).isEqualTo("slack");
        assertThat(written().slack().apiUrl()).isEqualTo(slack.apiUrl());
    }

    @Test
    void aFileThatIsThereIsNeverWrittenOver() throws IOException {
        Files.writeString(file(), "mine");
        assertThat(types(USUAL)).isEqualTo(InitCommand.NOTHING_WRITTEN);
        assertThat(said).contains("is there already", "Nothing was written.");
        assertThat(Files.readString(file())).isEqualTo("mine");
        Files.delete(file());
        Files.createSymbolicLink(file(), folder.resolve("nowhere"));
        assertThat(types(USUAL)).isEqualTo(InitCommand.NOTHING_WRITTEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|'#general'|no channel's id",
                "0|99|no channel's id",
                "0|''|Something has to be typed",
                "1|'@amir'|no id of a user group",
                "1|anyone|no id of a user group",
                "1|', ,'|Name one at least",
                "2|nobody|neither “anyone” nor",
                "4|1111|12 digits",
                "5|Central!|begins with a lower-case letter",
                "6|europe|no Region's name",
                "7|ecr-bot|no role's ARN",
                "8|sales|isn't a name and an id",
                "8|sales 2222|isn't a name and an id",
                "8|'a: b 222222222222'|isn't a name and an id",
                "9|sales 333333333333|named already",
                "11|'payments/*\", \"x'|no repository's name",
                "12|everything|none of pull",
                "13|for ever|no time such as",
            })
    void whatCanNotBeIsSaidAndAskedForAgain(int at, String typed, String words) {
        assertThat(types(slipping(at, typed))).as(said).isZero();
        assertThat(said).contains(words);
        assertThat(written().accounts()).containsOnlyKeys("sales", "finance");
    }

    @Test
    void hugeAndOddInputHarmsNothing() {
        assertThat(types(slipping(0, "\u202e\u0000" + "x".repeat(3_000_000)))).isZero();
        assertThat(said).hasSizeLessThan(20_000).doesNotContain("\u202e");
    }

    @Test
    void anInputThatEndsOrNeverAnswersLeavesNothingBehind() throws IOException {
        for (int lines = 0; lines < USUAL.size(); lines++) {
            assertThat(types(String.join("\n", USUAL.subList(0, lines)) + (lines == 0 ? "" : "\n")))
                    .isEqualTo(InitCommand.NOTHING_WRITTEN);
            assertThat(said).contains("The input ended", "Nothing was written.");
        }
        assertThat(types("yes\n".repeat(10_000))).isEqualTo(InitCommand.NOTHING_WRITTEN);
        assertThat(said).contains("None of 10 answers could be used.");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void withoutATokenNothingIsAsked() {
        environment.remove("SLACK_BOT_TOKEN");
        assertThat(types(USUAL)).isEqualTo(InitCommand.NOTHING_WRITTEN);
        assertThat(said).contains("Set SLACK_BOT_TOKEN");
        environment.put("SLACK_BOT_TOKEN", "xoxb-1-2-3");
        assertThat(types(USUAL)).isEqualTo(InitCommand.NOTHING_WRITTEN);
        assertThat(said).contains("invalid_auth").doesNotContain("xoxb-1-2-3");
        environment.remove("SLACK_APP_TOKEN");
        assertThat(types(USUAL)).isEqualTo(InitCommand.NOTHING_WRITTEN);
        assertThat(said).contains("SLACK_SIGNING_SECRET for http mode");
    }

    @Test
    void tokensTravelNowhereInTheClear() {
        var out = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        PrintStream errors = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(new InitCommand(Clock.systemUTC()))
                    .execute("--slack-api", "http://slack.example/api/", "--config", file().toString());
            assertThat(code).isEqualTo(InitCommand.NOTHING_WRITTEN);
        } finally {
            System.setOut(usual);
            System.setErr(errors);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--slack-api has to begin with https", "Nothing was written.");
    }

    @Test
    void withASigningSecretItIsHttpMode() {
        environment.remove("SLACK_APP_TOKEN");
        environment.put("SLACK_SIGNING_SECRET", slack.signingSecret());
        assertThat(types(USUAL)).isZero();
        assertThat(written().slack().mode()).isEqualTo(Mode.HTTP);
    }

    @Test
    void whereNothingCanBeListedIdsAreTyped() {
        slack.scopes().withdraw("channels:read");
        slack.scopes().withdraw("usergroups:read");
        aws.close();
        var lines = Stream.concat(
                        Stream.of("C0APPROVALS", "U0APPROVER1"), USUAL.stream().skip(2))
                .toList();
        assertThat(types(lines)).isEqualTo(1);
        assertThat(said)
                .contains(
                        "The token may not list channels",
                        "A channel's id, C… or G…,",
                        "Slack didn't list its user groups",
                        "AWS didn't say who you are")
                .contains("is written", "TO MEND", "Mend that, look again with “doctor”");
        assertThat(written().rules().all().get(0).approvers().people().users()).containsExactly("U0APPROVER1");
    }

    @Test
    void nobodyHasToLookAfterTheBotAndNoRoleIsNeeded() {
        var lines = new java.util.ArrayList<>(USUAL);
        lines.set(3, "none");
        lines.set(7, "none");
        types(lines);
        assertThat(written().admins()).isEmpty();
        assertThat(written().registries().get(0).role()).isEmpty();
    }
}

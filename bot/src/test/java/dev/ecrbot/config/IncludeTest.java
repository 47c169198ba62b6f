package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules in files of their own. */
final class IncludeTest {
    private static final String MAIN = ConfigText.LEAST.text() + """
            include:
              - file: teams/web.yml
                repositories: ["web/*", "shared/web-*"]
              - file: teams/data.yml
                repositories: ["data/*"]
            """;
    private static final String RULE = """
              - name: %s
                repositories: ["%s"]
                access: [pull]
                to: [sales]
                requesters: [anyone]
                approvers: [U0TEAM]
                channel: C0TEAM
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void teams() throws IOException {
        Files.createDirectory(directory.resolve("teams"));
        write("teams/web.yml", rules("web", "web/*") + RULE.formatted("shared", "shared/web-base"));
        write("teams/data.yml", rules("data", "data/*"));
    }

    @Test
    void theMainFilesRulesComeFirstAndThenTheFilesByName() throws IOException {
        assertThat(names()).containsExactly("payments-pull", "data", "web", "shared");
    }

    @Test
    void aFileRulesOnlyWhatTheMainFileLetsIt() throws IOException {
        write("teams/web.yml", rules("web", "web/*") + RULE.formatted("all", "*"));
        assertThat(mistakes())
                .containsExactly(
                        "teams/web.yml, line 10, rules[1].repositories[0]: is for more than this file may rule,"
                                + " which the main file says under include: web/*, shared/web-*, not “*”");
    }

    @Test
    void mistakesNameTheirFile() throws IOException {
        write("teams/data.yml", rules("data", "data/*").replace("channel", "chanel"));
        Files.delete(directory.resolve("teams/web.yml"));
        assertThat(mistakes())
                .hasSize(3)
                .anySatisfy(text -> assertThat(text).startsWith("teams/data.yml, line 2, rules[0]: needs the key"))
                .anySatisfy(text -> assertThat(text).startsWith("teams/data.yml, line 8, rules[0].chanel: is unknown"))
                .anySatisfy(text -> assertThat(text).startsWith("teams/web.yml: There is no such file"));
    }

    @Test
    void twoRulesOfOneNameAreFoundAcrossFiles() throws IOException {
        write("teams/web.yml", rules("data", "web/*"));
        assertThat(mistakes())
                .containsExactly(
                        "teams/web.yml, line 2, rules[0].name: stands at rules[0].name of teams/data.yml already,"
                                + " not “data”");
    }

    @Test
    void aFileHoldsRulesAndNothingElse() throws IOException {
        write("teams/web.yml", "accounts: {more: \"444444444444\"}\n" + rules("web", "web/*"));
        assertThat(mistakes()).singleElement().asString().startsWith("teams/web.yml, line 1, accounts: is unknown");
    }

    @Test
    void eachFileIsNamedOnce() throws IOException {
        write("ecr-bot.yml", MAIN + "  - {file: teams/web.yml, repositories: [\"web/*\"]}\n");
        assertThat(mistakesOf()).anyMatch(text -> text.contains("include[2].file: stands here twice"));
    }

    @Test
    void theMainFileNeedsNoRulesOfItsOwn() throws IOException {
        write("ecr-bot.yml", MAIN.substring(0, MAIN.indexOf("rules:")) + MAIN.substring(MAIN.indexOf("include:")));
        assertThat(((Reading.Valid<BotConfig>) read()).value().rules().all()).hasSize(3);
    }

    @Test
    void aChangeInAnIncludedFileIsAnotherConfiguration() throws IOException {
        write("ecr-bot.yml", MAIN);
        ConfigReader.Loaded before = ConfigReader.load(directory.resolve("ecr-bot.yml"));
        assertThat(before.copy().isStill(directory.resolve("ecr-bot.yml"))).isTrue();

        write("teams/data.yml", rules("data", "data/x*"));
        assertThat(before.copy().isStill(directory.resolve("ecr-bot.yml"))).isFalse();
        assertThat(ConfigReader.load(directory.resolve("ecr-bot.yml")).copy().digest())
                .isNotEqualTo(before.copy().digest());
    }

    private static String rules(String name, String repositories) {
        return "rules:\n" + RULE.formatted(name, repositories);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private Reading<BotConfig> read() {
        return ConfigReader.read(directory.resolve("ecr-bot.yml"));
    }

    private List<String> names() throws IOException {
        write("ecr-bot.yml", MAIN);
        return ((Reading.Valid<BotConfig>) read())
                .value().rules().all().stream().map(Rule::name).toList();
    }

    private List<String> mistakes() throws IOException {
        write("ecr-bot.yml", MAIN);
        return mistakesOf();
    }

    private List<String> mistakesOf() {
        return ((Reading.Invalid<BotConfig>) read())
                .mistakes().stream().map(Mistake::toString).toList();
    }
}

package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.reader.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class BrokenFileTest {

    @TempDir
    private Path directory;

    @Test
    void missing() {
        assertOneMistake(ConfigReader.read(directory.resolve("none.yml")))
                .contains("no such file")
                .contains("none.yml");
    }

    @Test
    void aDirectory() {
        assertOneMistake(ConfigReader.read(directory)).contains("can't be read");
    }

    @Test
    void empty() {
        assertOneMistake(new ConfigText("# nothing\n").read()).isEqualTo("The file is empty.");
    }

    @Test
    void noMapping() {
        assertOneMistake(new ConfigText("- a\n").read()).isEqualTo("line 1: takes keys with values, not a list");
    }

    @Test
    void notUtf8() throws IOException {
        Path file = directory.resolve("latin1.yml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xe4, '\n'});

        assertOneMistake(ConfigReader.read(file)).isEqualTo("The file isn't UTF-8.");
    }

    @Test
    void tooLarge() {
        assertOneMistake(new ConfigText("# " + "x".repeat(1 << 20)).read()).isEqualTo("The file is larger than 1 MB.");
    }

    @Test
    void indentedWithATab() {
        assertOneMistake(new ConfigText("slack:\n\tport: 1\n").read()).startsWith("line 2: This isn't YAML: ");
    }

    @Test
    void aStarWithoutQuotes() {
        assertOneMistake(ConfigText.LEAST.with("[sales, finance]", "[*]").read())
                .startsWith("line 12: This isn't YAML: ")
                .endsWith("a text that begins with * needs quotes");
    }

    @Test
    void twoDocuments() {
        assertOneMistake(new ConfigText("a: 1\n---\nb: 2\n").read()).startsWith("line 2: This isn't YAML: ");
    }

    @Test
    void anAliasBomb() {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level < 60; level++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, ("*a" + (level - 1) + ",").repeat(10)));
        }

        assertOneMistake(new ConfigText(bomb.toString()).read()).contains("aliases");
    }

    /** Few enough aliases for YAML, and more ways through them than anybody can go. */
    @Test
    @Timeout(10)
    void aMergeBombIsReadLikeAnythingElse() {
        var bomb = new StringBuilder("x:\n  - &m0 {channel: C0APPROVALS}\n");
        for (int level = 1; level < 25; level++) {
            bomb.append("  - &m%d {<<: [%s]}\n".formatted(level, ("*m" + (level - 1) + ",").repeat(19)));
        }
        ConfigText armed =
                new ConfigText(bomb + ConfigText.LEAST.text()).with("    channel: C0APPROVALS\n", "    <<: *m24\n");
        assertThat(armed.mistakes())
                .extracting(Mistake::text)
                .singleElement()
                .asString()
                .contains("is unknown");
    }

    @Test
    void nestedBeyondReason() {
        assertOneMistake(new ConfigText("a: " + "[".repeat(5000)).read()).contains("This isn't YAML");
    }

    @Test
    void mergedIntoItself() {
        assertThat(new ConfigText("registries: &a\n  <<: *a\n  central: &b [*b]\n").mistakes())
                .extracting(Mistake::text)
                .anyMatch(text -> text.contains("merged into itself"));
    }

    @Test
    void aTagThatNamesAClass() {
        assertOneMistake(ConfigText.LEAST
                        .and("ops: !!javax.script.ScriptEngineManager {port: 1}\n")
                        .read())
                .contains("tag is not allowed");
    }

    private static AbstractStringAssert<?> assertOneMistake(Reading<BotConfig> reading) {
        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        var mistakes = ((Reading.Invalid<BotConfig>) reading).mistakes();
        assertThat(mistakes).hasSize(1);
        return assertThat(mistakes.get(0).toString());
    }
}

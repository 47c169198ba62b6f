package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.reader.ConfigReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A configuration as text, for tests to alter and read. */
record ConfigText(String text) {

    /** Holds only what has no default. */
    static final ConfigText LEAST = new ConfigText("""
            registries:
              central:
                account: "111111111111"
                regions: [us-west-2, eu-west-1]
            accounts:
              sales: "222222222222"
              finance: "333333333333"
            rules:
              - name: payments-pull
                repositories: ["payments/*"]
                access: [pull, read]
                to: [sales, finance]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """);

    ConfigText with(String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException("not in the text: " + from);
        }
        return new ConfigText(text.replace(from, to));
    }

    ConfigText and(String more) {
        return new ConfigText(text + more);
    }

    Reading<BotConfig> read() {
        try {
            Path file = Files.createTempFile("ecr-bot", ".yml");
            try {
                Files.writeString(file, text);
                return ConfigReader.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BotConfig valid() {
        Reading<BotConfig> reading = read();
        if (reading instanceof Reading.Valid<BotConfig> valid) {
            return valid.value();
        }
        throw new AssertionError(reading);
    }

    List<Mistake> mistakes() {
        Reading<BotConfig> reading = read();
        if (reading instanceof Reading.Invalid<BotConfig> invalid) {
            return invalid.mistakes();
        }
        throw new AssertionError("no mistake in\n" + text);
    }

    /** Fails unless one of the mistakes is at this place, and says this. */
    void blames(String path, int line, String says) {
        assertThat(mistakes()).anySatisfy(mistake -> {
            assertThat(mistake.path()).isEqualTo(path);
            assertThat(mistake.line()).isEqualTo(line);
            assertThat(mistake.text()).contains(says);
        });
    }
}

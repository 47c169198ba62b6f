package dev.ecrbot.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A text as a tool prints it, written from the facts without a look at the reader, beside what is to be read out of it; from
 * {@code texts-of-tools.jsonl}, {@code denial-kinds.jsonl} and {@code pasted-texts.jsonl}.
 *
 * @param ofEcr whether it tells of ECR at all
 * @param ask the access that is to be offered
 */
record ToolText(
        String id,
        String client,
        String text,
        String half,
        boolean ofEcr,
        Optional<String> action,
        Optional<String> repository,
        Optional<String> registry,
        Optional<String> region,
        Optional<String> principal,
        Optional<String> ask) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<ToolText> all() {
        return in("texts-of-tools.jsonl");
    }

    static List<ToolText> in(String file) {
        try (InputStream in = Objects.requireNonNull(ToolText.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ToolText::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ToolText read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            JsonNode expected = node.path("expected");
            return new ToolText(
                    node.path("id").textValue(),
                    node.path("client").textValue(),
                    node.path("text").textValue(),
                    expected.path("half").textValue(),
                    expected.path("ecr").booleanValue(),
                    text(expected, "action"),
                    text(expected, "repository"),
                    text(expected, "registry"),
                    text(expected, "region"),
                    text(expected, "principal"),
                    text(expected, "ask"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.ofNullable(node.path(key).textValue());
    }

    @Override
    public String toString() {
        return id + " " + client;
    }
}

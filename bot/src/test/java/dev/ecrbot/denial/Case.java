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

/** A text as people paste it, beside what is to be read out of it; from {@code cases/denials.jsonl}. */
record Case(String id, String text, JsonNode expected) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Case> all() {
        try (InputStream in = Objects.requireNonNull(Case.class.getResourceAsStream("/cases/denials.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Case::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            return new Case(node.path("id").textValue(), node.path("text").textValue(), node.path("expected"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> expected(String key) {
        return Optional.ofNullable(expected.path(key).textValue());
    }

    @Override
    public String toString() {
        return id;
    }
}

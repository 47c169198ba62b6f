package dev.ecrbot.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;

/** Reads and writes JSON trees without losing anything; what it can't keep (two keys of one name) it doesn't read. */
final class Json {
    /** Policies need 5; trees are walked recursively, so there has to be an end. */
    private static final int DEEPEST = 60;

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(100)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private Json() {}

    /** What only those who write need, and which takes long to load. */
    private static final class Writers {
        private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

        private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

        private static final ObjectWriter COMPACT = MAPPER.writer();

        /** AWS writes with Jackson's own printer, as its recorded answers show. */
        private static final ObjectWriter LIKE_AWS =
                MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT));

        private static final ObjectWriter LINE_BY_LINE = MAPPER.writer(
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

        // A lone surrogate has no bytes in UTF-8, and would be digested like any other.
        private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

        private Writers() {}
    }

    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    static String compact(JsonNode node) {
        return write(Writers.COMPACT, node);
    }

    static String ascii(JsonNode node) {
        return write(Writers.ASCII, node);
    }

    static String likeAws(JsonNode node) {
        return write(Writers.LIKE_AWS, node);
    }

    /** Returns the tree with every element of every array on a line of its own. */
    static String lineByLine(JsonNode node) {
        return write(Writers.LINE_BY_LINE, node);
    }

    private static String write(ObjectWriter writer, JsonNode node) {
        try {
            return writer.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }
}

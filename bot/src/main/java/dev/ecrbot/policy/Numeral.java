package dev.ecrbot.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;

/**
 * A number of a JSON text, kept as it is written. There are numbers that no number type holds, {@code 1e2222222223} for
 * example, and only the operator that compares one knows whether it has to be read.
 */
record Numeral(String text) implements JsonSerializable {

    /** Returns whether the node is a number, in whatever way its tree was made. */
    static boolean is(JsonNode node) {
        return node.isNumber() || (node instanceof POJONode pojo && pojo.getPojo() instanceof Numeral);
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeNumber(text);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        serialize(generator, provider);
    }

    @Override
    public String toString() {
        return text;
    }
}

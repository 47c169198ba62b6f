package dev.ecrbot.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a tree from what a parser reads, and notes where its nodes begin. Texts with a tag of their own, as CloudFormation's
 * YAML has them, become what CloudFormation's JSON has in their place: {@code !Ref X} becomes <code>{"Ref": "X"}</code>.
 */
final class TreeReader {
    private final JsonParser parser;
    private final boolean marked;
    private final Map<String, TextPlace> places = new HashMap<>();

    TreeReader(JsonParser parser, boolean marked) {
        this.parser = parser;
        this.marked = marked;
    }

    Map<String, TextPlace> places() {
        return places;
    }

    JsonNode document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonParseException(parser, Slip.EMPTY, parser.currentLocation());
        }
        mark("");
        JsonNode tree = node(first, "");
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, Slip.MORE, parser.currentTokenLocation());
        }
        return tree;
    }

    private JsonNode node(@Nullable JsonToken token, String pointer) throws IOException {
        if (token == null) {
            throw new JsonParseException(parser, Slip.EMPTY, parser.currentLocation());
        }
        String tag = parser.canReadTypeId() ? tag(parser.getTypeId()) : "";
        if (tag.isEmpty()) {
            return plain(token, pointer);
        }
        String key = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
        return Json.NODES.objectNode().set(key, plain(token, pointer + "/" + key));
    }

    // YAML's own tags, !!str for example, begin with tag:yaml.org.
    private static String tag(@Nullable Object id) {
        String tag = id == null ? "" : id.toString();
        String local = tag.startsWith("!") ? tag.substring(1) : tag;
        return local.contains(":") ? "" : local;
    }

    private JsonNode plain(@Nullable JsonToken token, String pointer) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return object(pointer);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(pointer);
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return Json.NODES.pojoNode(new Numeral(parser.getText()));
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return Json.NODES.booleanNode(token == JsonToken.VALUE_TRUE);
        }
        return token == JsonToken.VALUE_NULL ? Json.NODES.nullNode() : Json.NODES.textNode(parser.getText());
    }

    private ObjectNode object(String pointer) throws IOException {
        ObjectNode object = Json.NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (key == null) {
                throw new JsonParseException(parser, Slip.EMPTY, parser.currentLocation());
            }
            String below = pointer + "/" + escaped(key);
            mark(below);
            object.set(key, node(parser.nextToken(), below));
        }
        return object;
    }

    private ArrayNode array(String pointer) throws IOException {
        ArrayNode array = Json.NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            String below = pointer + "/" + array.size();
            mark(below);
            array.add(node(token, below));
        }
        return array;
    }

    private void mark(String pointer) {
        if (marked) {
            JsonLocation at = parser.currentTokenLocation();
            places.put(pointer, new TextPlace(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr())));
        }
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}

package dev.ecrbot.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A place in the blocks that are looked at; whatever is wrong there is collected under its JSON pointer. */
final class Spot {

    private final JsonNode node;
    private final String pointer;
    private final List<String> findings;

    Spot(JsonNode node, String pointer, List<String> findings) {
        this.node = node;
        this.pointer = pointer;
        this.findings = findings;
    }

    void fail(String what) {
        findings.add("[ERROR] " + what + " [json-pointer:" + pointer + "]");
    }

    JsonNode node() {
        return node;
    }

    boolean has(String field) {
        return node.has(field);
    }

    String type() {
        return node.path("type").asText();
    }

    Spot at(String field) {
        JsonNode child = node.has(field) ? node.get(field) : MissingNode.getInstance();
        return new Spot(child, pointer + "/" + field, findings);
    }

    Spot at(int index) {
        return new Spot(node.get(index), pointer + "/" + index, findings);
    }

    /** Slack refuses fields it doesn't know, as well as missing ones. */
    void fields(Set<String> required, Set<String> optional) {
        if (!node.isObject()) {
            fail("must provide an object");
            return;
        }
        for (String field : required) {
            if (!node.hasNonNull(field)) {
                fail("missing required field: " + field);
            }
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!required.contains(field) && !optional.contains(field)) {
                fail("invalid additional property: " + field);
            }
        });
    }

    void text(String field, int min, int max) {
        if (!has(field)) {
            return;
        }
        Spot spot = at(field);
        if (!spot.node.isTextual()) {
            spot.fail("must provide a string");
        } else if (spot.node.textValue().length() < min) {
            spot.fail("must be more than " + (min - 1) + " characters");
        } else if (spot.node.textValue().length() > max) {
            spot.fail("must be less than " + (max + 1) + " characters");
        }
    }

    void oneOf(String field, Set<String> values) {
        if (has(field) && !values.contains(at(field).node.asText())) {
            at(field).fail("value must be one of " + String.join(", ", values));
        }
    }

    void truth(String field) {
        if (has(field) && !at(field).node.isBoolean()) {
            at(field).fail("must provide a boolean");
        }
    }

    void number(String field, int min, int max) {
        if (!has(field)) {
            return;
        }
        JsonNode number = at(field).node;
        if (!number.isIntegralNumber() || number.intValue() < min || number.intValue() > max) {
            at(field).fail("must be a number from " + min + " to " + max);
        }
    }

    List<Spot> list(String field, int min, int max) {
        Spot spot = at(field);
        List<Spot> items = new ArrayList<>();
        if (spot.node.isMissingNode()) {
            return items;
        }
        if (!spot.node.isArray()) {
            spot.fail("must provide an array");
            return items;
        }
        if (spot.node.size() < min) {
            spot.fail("no less than " + min + " items allowed");
        }
        if (spot.node.size() > max) {
            spot.fail("no more than " + max + " items allowed");
        }
        for (int i = 0; i < spot.node.size(); i++) {
            items.add(spot.at(i));
        }
        return items;
    }
}

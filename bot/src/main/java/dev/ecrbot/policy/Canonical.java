package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form that documents of the same meaning share, as text.
 *
 * <p>What counts as the same follows hashicorp/awspolicyequivalence (statement order, one string for an array of one, an
 * account's id for its root ARN, scalars in conditions as strings) and goes beyond it where IAM does: the case of
 * action names and of condition keys means nothing, {@code "*"} is {@code {"AWS": "*"}}, and lists are compared as sets,
 * so that repeated entries can't fool it. Sid, Id and Version count as they are written.
 */
final class Canonical {
    private static final Pattern ROOT = Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}):root");

    private Canonical() {}

    static String document(ObjectNode root, List<Statement> statements) {
        ObjectNode rest = Json.NODES.objectNode();
        root.properties().stream()
                .filter(property -> !property.getKey().equals("Statement"))
                .forEach(property -> rest.set(property.getKey(), property.getValue()));
        // No text of JSON has a line break in it as it is written here, so nothing can look like two of them.
        return Stream.concat(
                        Stream.of(Json.ascii(sorted(rest))),
                        statements.stream().map(Statement::canonical).sorted())
                .collect(Collectors.joining("\n"));
    }

    static String statement(JsonNode node, boolean opaque) {
        return opaque ? "opaque " + Json.ascii(sorted(node)) : Json.ascii(understood(node));
    }

    /** Returns the form of a statement's elements without its Sid and those it is about. */
    static String terms(JsonNode node, JsonNode narrowing) {
        ObjectNode rest = Json.NODES.objectNode();
        node.properties().forEach(property -> rest.set(property.getKey(), property.getValue()));
        rest.remove(List.of("Sid", "Principal", "Condition"));
        rest.set("Condition", narrowing);
        return Json.ascii(understood(rest));
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static ObjectNode understood(JsonNode node) {
        ObjectNode canonical = Json.NODES.objectNode();
        var keys = new TreeMap<String, JsonNode>();
        node.properties().forEach(property -> keys.put(property.getKey(), property.getValue()));
        keys.forEach((key, value) -> {
            switch (key) {
                case "Effect" -> canonical.put(key, AccessWords.fold(value.asText()));
                case "Principal", "NotPrincipal" -> canonical.set(key, principals(value));
                case "Action", "NotAction" ->
                    canonical.set(
                            key,
                            strings(StatementShape.texts(value).stream()
                                    .map(AccessWords::fold)
                                    .toList()));
                case "Resource", "NotResource" -> canonical.set(key, strings(StatementShape.texts(value)));
                case "Condition" -> canonical.set(key, conditions(value));
                default -> canonical.set(key, sorted(value));
            }
        });
        return canonical;
    }

    private static ArrayNode principals(JsonNode element) {
        var entries = new TreeSet<String>();
        for (Entry entry : Entry.of(element)) {
            String text = entry.type().equals("AWS") ? account(entry.text()) : entry.text();
            // The length keeps two entries apart whose type and text run together to the same.
            entries.add(entry.type().length() + " " + entry.type() + " " + text);
        }
        return strings(entries);
    }

    // Outside its own partition an account doesn't exist, so the partition of a root ARN adds nothing.
    private static String account(String text) {
        if (!text.endsWith(":root")) {
            return text;
        }
        var root = ROOT.matcher(text);
        return root.matches() ? new AccountId(root.group(1)).value() : text;
    }

    // An operator may name the same key twice in different cases: both conditions hold, so both are kept.
    private static ArrayNode conditions(JsonNode element) {
        var all = new TreeSet<String>();
        element.properties()
                .forEach(operator -> operator.getValue().properties().forEach(key -> {
                    ArrayNode condition = Json.NODES.arrayNode();
                    condition
                            .add(operator.getKey())
                            .add(AccessWords.fold(key.getKey()))
                            .add(strings(scalars(key.getValue())));
                    all.add(Json.ascii(condition));
                }));
        return strings(all);
    }

    private static List<String> scalars(JsonNode node) {
        return node.isArray() ? StatementShape.texts(node) : List.of(node.asText());
    }

    private static ArrayNode strings(Collection<String> texts) {
        ArrayNode array = Json.NODES.arrayNode();
        new TreeSet<>(texts).forEach(array::add);
        return array;
    }

    /** Returns the tree with the keys of all its objects in order, and nothing else changed. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            var keys = new TreeMap<String, JsonNode>();
            node.properties().forEach(property -> keys.put(property.getKey(), sorted(property.getValue())));
            ObjectNode object = Json.NODES.objectNode();
            keys.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = Json.NODES.arrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }
}

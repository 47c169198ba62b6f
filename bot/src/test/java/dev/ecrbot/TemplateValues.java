package dev.ecrbot;

import static dev.ecrbot.TemplateNodes.fields;
import static dev.ecrbot.TemplateNodes.items;
import static dev.ecrbot.TemplateNodes.scalar;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Whether values have the shapes that their properties take, functions and policies in them included. */
abstract class TemplateValues extends TemplateReferences {
    private static final Set<String> STATEMENT = Set.of(
            "Sid",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Principal",
            "NotPrincipal",
            "Condition");

    TemplateValues(String text) throws IOException {
        super(text);
    }

    /** Checks a value against a shape: a map or a list of shapes, or a word for it. */
    void value(String path, Node node, Object shape) {
        String tag = node.getTag().getValue();
        if (tag.startsWith("!")) {
            function(path, tag, node, shape);
        } else if (shape instanceof Map<?, ?> map) {
            object(path, node, map);
        } else if (shape instanceof List<?> list) {
            if (!(node instanceof SequenceNode)) {
                mistakes.add(path + " is no list");
            }
            items(node).forEach(item -> value(path + "[]", item, list.get(0)));
        } else {
            leaf(path, node, List.of(((String) shape).split(" ")));
        }
    }

    private void object(String path, Node node, Map<?, ?> shape) {
        Map<String, Node> fields = fields(Optional.of(node));
        shape.keySet().stream()
                .map(String.class::cast)
                .filter(key -> key.endsWith("!") && !fields.containsKey(key.substring(0, key.length() - 1)))
                .forEach(key -> mistakes.add(path + "." + key + " is missing"));
        fields.forEach((name, field) -> {
            Object known = Optional.<Object>ofNullable(shape.get(name))
                    .or(() -> Optional.ofNullable(shape.get(name + "!")))
                    .orElse("none");
            if (known.equals("none")) {
                mistakes.add(path + "." + name + " is unknown");
            } else {
                value(path + "." + name, field, known);
            }
        });
    }

    private void leaf(String path, Node node, List<String> shape) {
        switch (shape.get(0)) {
            case "trust", "identity" -> policy(path, node, shape.get(0).equals("trust"));
            case "map" -> {
                if (!(node instanceof MappingNode)) {
                    mistakes.add(path + " is no map");
                }
                fields(Optional.of(node)).forEach((name, field) -> value(path + "." + name, field, "text"));
            }
            default -> {
                if (!(node instanceof ScalarNode) || !fits(scalar(node), shape)) {
                    mistakes.add(path + " isn't " + String.join(" ", shape));
                }
            }
        }
    }

    private static boolean fits(String value, List<String> shape) {
        return switch (shape.get(0)) {
            case "flag" -> value.equals("true") || value.equals("false");
            case "one" -> shape.subList(1, shape.size()).contains(value);
            case "number" ->
                value.matches("\\d{1,9}")
                        && Long.parseLong(value) >= Long.parseLong(shape.get(1))
                        && Long.parseLong(value) <= Long.parseLong(shape.get(2));
            default -> true;
        };
    }

    private void function(String path, String tag, Node node, Object shape) {
        switch (tag) {
            case "!Ref" -> reference(path, scalar(node), shape instanceof List);
            case "!Sub" -> substitution(path, scalar(node));
            case "!GetAtt" -> attribute(path, scalar(node));
            case "!If" -> {
                List<Node> parts = items(node);
                if (parts.size() != 3) {
                    mistakes.add(path + ": !If of " + parts.size());
                    return;
                }
                useCondition(path, scalar(parts.get(0)));
                value(path, parts.get(1), shape);
                value(path, parts.get(2), shape);
            }
            default -> mistakes.add(path + ": " + tag + " is unknown");
        }
    }

    private void policy(String path, Node node, boolean trust) {
        Map<String, Node> fields = fields(Optional.of(node));
        only(path, fields.keySet(), Set.of("Version", "Id", "Statement"));
        if (!fields.containsKey("Statement")
                || !scalar(fields.getOrDefault("Version", node)).equals("2012-10-17")) {
            mistakes.add(path + " is no policy");
            return;
        }
        items(fields.get("Statement")).forEach(statement -> statement(path + ".Statement[]", statement, trust));
    }

    private void statement(String path, Node node, boolean trust) {
        if (node.getTag().getValue().equals("!If")) {
            List<Node> parts = items(node);
            useCondition(path, scalar(parts.get(0)));
            parts.stream()
                    .skip(1)
                    .filter(part -> !part.getTag().getValue().equals("!Ref"))
                    .forEach(part -> statement(path, part, trust));
            return;
        }
        Map<String, Node> fields = fields(Optional.of(node));
        only(path, fields.keySet(), STATEMENT);
        boolean whom = fields.containsKey("Principal") || fields.containsKey("NotPrincipal");
        boolean what = fields.containsKey("Resource") || fields.containsKey("NotResource");
        boolean does = fields.containsKey("Action") != fields.containsKey("NotAction");
        if (!does || whom != trust || what == trust) {
            mistakes.add(
                    path + " doesn't say " + (trust ? "who may assume the role" : "what is done to which resource"));
        }
        if (!scalar(fields.getOrDefault("Effect", node)).matches("Allow|Deny")
                || !scalar(fields.getOrDefault("Sid", node)).matches("[A-Za-z0-9]*")) {
            mistakes.add(path + " has no effect, or a Sid that isn't one");
        }
        fields.forEach((name, field) -> inside(path + "." + name, field));
    }

    /** What stands in a statement has functions in it anywhere. */
    private void inside(String path, Node node) {
        if (node.getTag().getValue().startsWith("!")) {
            if (node.getTag().getValue().equals("!If")) {
                useCondition(path, scalar(items(node).get(0)));
                items(node).stream().skip(1).forEach(part -> inside(path, part));
            } else {
                function(path, node.getTag().getValue(), node, "text");
            }
        } else {
            items(node).forEach(item -> inside(path, item));
            fields(Optional.of(node)).forEach((name, field) -> inside(path + "." + name, field));
        }
    }
}

package dev.ecrbot;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A CloudFormation template held against what CloudFormation takes: known types and properties, targets that exist, functions with
 * what they need, parameters and conditions that something uses, policies that say whom and what. Of use once.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/">CloudFormation: template reference</a>
 */
final class CloudFormationTemplate {
    private static final Path TYPES = Path.of("src", "test", "resources", "cases", "cloudformation.yaml");
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Conditions", "Resources", "Outputs");
    private static final Set<String> PARAMETER = Set.of(
            "Type",
            "Description",
            "Default",
            "AllowedPattern",
            "AllowedValues",
            "ConstraintDescription",
            "MinLength",
            "MaxLength",
            "MinValue",
            "MaxValue",
            "NoEcho");
    private static final Pattern PARAMETER_TYPE =
            Pattern.compile("String|Number|CommaDelimitedList|(List<)?(Number|AWS::(EC2|Route53|SSM)::[A-Za-z:]+)>?");
    private static final Set<String> RESOURCE =
            Set.of("Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata");
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NotificationARNs",
            "AWS::NoValue",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");
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
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");
    private static final Map<String, Integer> LOGIC = Map.of("!Equals", 2, "!Not", 1);

    private final Map<String, Object> types = new LinkedHashMap<>();
    private final Node root;
    private final String text;
    private final List<String> mistakes = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Node> parameters;
    private final Map<String, Node> conditions;
    private final Map<String, Node> resources;

    CloudFormationTemplate(String text) throws IOException {
        this.text = text;
        this.root = composed(new StringReader(text));
        this.parameters = fields(section("Parameters"));
        this.conditions = fields(section("Conditions"));
        this.resources = fields(section("Resources"));
        try (Reader reader = Files.newBufferedReader(TYPES)) {
            new Yaml().<Map<String, Object>>load(reader).forEach(types::put);
        }
    }

    private static Node composed(Reader reader) {
        var options = new LoaderOptions();
        options.setTagInspector(tag -> true);
        return new Yaml(options).compose(reader);
    }

    private Optional<Node> section(String name) {
        return Optional.ofNullable(fields(Optional.of(root)).get(name));
    }

    /** Returns what is wrong with it, each as a path and a few words. */
    List<String> mistakes() {
        // CloudFormation names aliases and merges among what it doesn't take of YAML.
        if (text.lines().anyMatch(line -> line.matches("[^#\"']*[:\\s-]\\s+[*&][A-Za-z]\\w*(\\s.*)?"))) {
            mistakes.add("an alias or an anchor");
        }
        only("", fields(Optional.of(root)).keySet(), SECTIONS);
        section("AWSTemplateFormatVersion")
                .filter(version -> !scalar(version).equals("2010-09-09"))
                .ifPresent(version -> mistakes.add("AWSTemplateFormatVersion"));
        parameters.forEach(this::parameter);
        conditions.forEach((name, node) -> condition("Conditions." + name, node));
        resources.forEach(this::resource);
        fields(section("Outputs")).forEach(this::output);
        parameters.keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> mistakes.add(name + " is never used"));
        conditions.keySet().stream()
                .filter(name -> !used.contains("condition " + name))
                .forEach(name -> mistakes.add("condition " + name + " is never used"));
        return mistakes;
    }

    private void only(String path, Set<String> names, Set<String> known) {
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> mistakes.add(path + "." + name + " is unknown"));
    }

    private void parameter(String name, Node node) {
        String path = "Parameters." + name;
        Map<String, Node> fields = fields(Optional.of(node));
        only(path, fields.keySet(), PARAMETER);
        String type = fields.containsKey("Type") ? scalar(fields.get("Type")) : "";
        if (!PARAMETER_TYPE.matcher(type).matches()) {
            mistakes.add(path + " has no known type: " + type);
        }
        if (fields.containsKey("Default")) {
            String value = scalar(fields.get("Default"));
            boolean fits = !fields.containsKey("AllowedPattern") || value.matches(scalar(fields.get("AllowedPattern")));
            boolean listed = !fields.containsKey("AllowedValues")
                    || items(fields.get("AllowedValues")).stream()
                            .anyMatch(one -> scalar(one).equals(value));
            if (!fits || !listed) {
                mistakes.add(path + " doesn't take its own default");
            }
        }
    }

    private void condition(String path, Node node) {
        String tag = node.getTag().getValue();
        List<Node> arguments = items(node);
        if (Set.of("!And", "!Or").contains(tag)
                ? arguments.size() < 2
                : arguments.size() != LOGIC.getOrDefault(tag, -1)) {
            mistakes.add(path + " isn't a condition: " + tag + " of " + arguments.size());
            return;
        }
        arguments.forEach(argument -> {
            if (tag.equals("!Equals")) {
                value(path, argument, "text");
            } else if (argument.getTag().getValue().equals("!Condition")) {
                useCondition(path, scalar(argument));
            } else {
                condition(path, argument);
            }
        });
    }

    private void resource(String name, Node node) {
        String path = "Resources." + name;
        Map<String, Node> fields = fields(Optional.of(node));
        only(path, fields.keySet(), RESOURCE);
        Optional<Map<?, ?>> type = type(name);
        if (type.isEmpty()) {
            mistakes.add(path + " has no known type");
            return;
        }
        value(path, fields.getOrDefault("Properties", node), type.get().get("properties"));
        Optional.ofNullable(fields.get("DependsOn")).ifPresent(on -> depends(path, on, fields.get("Condition")));
    }

    /** What is made on a condition isn't always there to wait for. */
    private void depends(String path, Node on, Node condition) {
        List<Node> targets = on instanceof SequenceNode ? items(on) : List.of(on);
        for (Node target : targets) {
            Map<String, Node> fields = fields(Optional.ofNullable(resources.get(scalar(target))));
            if (fields.isEmpty()) {
                mistakes.add(path + " waits for " + scalar(target) + ", which isn't there");
            } else if (fields.containsKey("Condition")
                    && (condition == null || !scalar(condition).equals(scalar(fields.get("Condition"))))) {
                mistakes.add(path + " waits for " + scalar(target) + ", which isn't always there");
            }
        }
    }

    private Optional<Map<?, ?>> type(String resource) {
        return Optional.ofNullable(resources.get(resource))
                .map(node -> fields(Optional.of(node)).get("Type"))
                .map(node -> (Map<?, ?>) types.get(scalar(node)));
    }

    private void output(String name, Node node) {
        Map<String, Node> fields = fields(Optional.of(node));
        only("Outputs." + name, fields.keySet(), Set.of("Description", "Value", "Export", "Condition"));
        if (!fields.containsKey("Value")) {
            mistakes.add("Outputs." + name + " has no value");
        } else {
            value("Outputs." + name, fields.get("Value"), "text");
        }
    }

    /** Holds a value against a shape: a map or a list of shapes, or a word for it. */
    private void value(String path, Node node, Object shape) {
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

    private void useCondition(String path, String name) {
        used.add("condition " + name);
        if (!conditions.containsKey(name)) {
            mistakes.add(path + ": there is no condition " + name);
        }
    }

    private void reference(String path, String name, boolean list) {
        used.add(name);
        if (!parameters.containsKey(name) && !resources.containsKey(name) && !PSEUDO.contains(name)) {
            mistakes.add(path + ": there is no " + name);
        }
        boolean lists = Optional.ofNullable(parameters.get(name))
                .map(node -> fields(Optional.of(node)).get("Type"))
                .filter(type -> scalar(type).matches("List<.*|CommaDelimitedList"))
                .isPresent();
        // Of a policy it may be either.
        if (list != lists && !name.equals("AWS::NoValue") && !path.contains(".Statement")) {
            mistakes.add(path + ": " + name + (lists ? " is a list" : " is no list"));
        }
    }

    private void substitution(String path, String template) {
        for (MatchResult placeholder : PLACEHOLDER.matcher(template).results().toList()) {
            String name = placeholder.group(2);
            if (placeholder.group(1).isEmpty()) {
                if (name.contains(".")) {
                    attribute(path, name);
                } else {
                    reference(path, name, false);
                }
            }
        }
        if (PLACEHOLDER.matcher(template).replaceAll("").contains("${")) {
            mistakes.add(path + ": a placeholder without an end");
        }
    }

    private void attribute(String path, String name) {
        String[] parts = name.split("\\.", 2);
        boolean known = type(parts[0])
                .filter(type -> parts.length == 2 && ((List<?>) type.get("attributes")).contains(parts[1]))
                .isPresent();
        if (!known) {
            mistakes.add(path + ": there is no " + name);
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

    private static List<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of();
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static Map<String, Node> fields(Optional<Node> node) {
        var fields = new LinkedHashMap<String, Node>();
        if (node.orElse(null) instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                String name = scalar(tuple.getKeyNode());
                if (fields.put(name, tuple.getValueNode()) != null) {
                    throw new IllegalArgumentException(name + " is said twice");
                }
            }
        }
        return fields;
    }
}

package dev.ecrbot;

import static dev.ecrbot.TemplateNodes.fields;
import static dev.ecrbot.TemplateNodes.items;
import static dev.ecrbot.TemplateNodes.scalar;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A CloudFormation template checked against what CloudFormation takes: known types and properties, targets that exist, functions with
 * what they need, parameters and conditions that something uses, policies that say whom and what. Of use once.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/">CloudFormation: template reference</a>
 */
final class CloudFormationTemplate extends TemplateValues {
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
    private static final Map<String, Integer> LOGIC = Map.of("!Equals", 2, "!Not", 1);
    private final String text;

    CloudFormationTemplate(String text) throws IOException {
        super(text);
        this.text = text;
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

    private void output(String name, Node node) {
        Map<String, Node> fields = fields(Optional.of(node));
        only("Outputs." + name, fields.keySet(), Set.of("Description", "Value", "Export", "Condition"));
        if (!fields.containsKey("Value")) {
            mistakes.add("Outputs." + name + " has no value");
        } else {
            value("Outputs." + name, fields.get("Value"), "text");
        }
    }
}

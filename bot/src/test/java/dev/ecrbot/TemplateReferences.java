package dev.ecrbot;

import static dev.ecrbot.TemplateNodes.composed;
import static dev.ecrbot.TemplateNodes.fields;
import static dev.ecrbot.TemplateNodes.scalar;

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
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;

/** What a template has and what it names of that: parameters, conditions, resources and their attributes, each of which has to be there. */
abstract class TemplateReferences {
    private static final Path TYPES = Path.of("src", "test", "resources", "cases", "cloudformation.yaml");
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NotificationARNs",
            "AWS::NoValue",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

    final Map<String, Object> types = new LinkedHashMap<>();
    final Node root;
    final List<String> mistakes = new ArrayList<>();
    final Set<String> used = new HashSet<>();
    final Map<String, Node> parameters;
    final Map<String, Node> conditions;
    final Map<String, Node> resources;

    TemplateReferences(String text) throws IOException {
        this.root = composed(new StringReader(text));
        this.parameters = fields(section("Parameters"));
        this.conditions = fields(section("Conditions"));
        this.resources = fields(section("Resources"));
        try (Reader reader = Files.newBufferedReader(TYPES)) {
            new Yaml().<Map<String, Object>>load(reader).forEach(types::put);
        }
    }

    Optional<Node> section(String name) {
        return Optional.ofNullable(fields(Optional.of(root)).get(name));
    }

    void only(String path, Set<String> names, Set<String> known) {
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> mistakes.add(path + "." + name + " is unknown"));
    }

    Optional<Map<?, ?>> type(String resource) {
        return Optional.ofNullable(resources.get(resource))
                .map(node -> fields(Optional.of(node)).get("Type"))
                .map(node -> (Map<?, ?>) types.get(scalar(node)));
    }

    void useCondition(String path, String name) {
        used.add("condition " + name);
        if (!conditions.containsKey(name)) {
            mistakes.add(path + ": there is no condition " + name);
        }
    }

    void reference(String path, String name, boolean list) {
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

    void substitution(String path, String template) {
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

    void attribute(String path, String name) {
        String[] parts = name.split("\\.", 2);
        boolean known = type(parts[0])
                .filter(type -> parts.length == 2 && ((List<?>) type.get("attributes")).contains(parts[1]))
                .isPresent();
        if (!known) {
            mistakes.add(path + ": there is no " + name);
        }
    }
}

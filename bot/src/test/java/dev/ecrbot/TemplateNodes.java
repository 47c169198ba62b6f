package dev.ecrbot;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** How the nodes of a template are read. */
final class TemplateNodes {
    private TemplateNodes() {}

    static Node composed(Reader reader) {
        var options = new LoaderOptions();
        options.setTagInspector(tag -> true);
        return new Yaml(options).compose(reader);
    }

    static List<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of();
    }

    static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    static Map<String, Node> fields(Optional<Node> node) {
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

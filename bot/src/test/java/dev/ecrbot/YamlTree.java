package dev.ecrbot;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file of this repository as maps, lists and texts. Tags such as CloudFormation's are passed over. */
final class YamlTree {
    private final Object root;

    private YamlTree(Object root) {
        this.root = root;
    }

    /** Reads a file, given by its path from the repository's root. */
    static YamlTree read(String file) throws IOException {
        var options = new LoaderOptions();
        options.setTagInspector(tag -> true);
        try (Reader reader = Files.newBufferedReader(Path.of("..", file))) {
            return new YamlTree(plain(new Yaml(options).compose(reader)));
        }
    }

    /** Returns the text, list or map at this path of keys. */
    Object at(String... keys) {
        Object value = root;
        for (String key : keys) {
            value = value instanceof List<?> list ? list.get(Integer.parseInt(key)) : ((Map<?, ?>) value).get(key);
        }
        return value;
    }

    String text(String... keys) {
        return (String) at(keys);
    }

    @SuppressWarnings("unchecked")
    List<Object> list(String... keys) {
        return (List<Object>) at(keys);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map(String... keys) {
        return (Map<String, Object>) at(keys);
    }

    private static Object plain(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(YamlTree::plain).toList();
        }
        var map = new LinkedHashMap<String, Object>();
        ((MappingNode) node)
                .getValue()
                .forEach(tuple -> map.put((String) plain(tuple.getKeyNode()), plain(tuple.getValueNode())));
        return map;
    }
}

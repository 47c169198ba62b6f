package dev.ecrbot.config.file;

import dev.ecrbot.config.mistake.ValueMistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in the file, with its path. What can't be read is empty, and a mistake has been noted.
 *
 * <p>Works on nodes and not on what a constructor would make of them: nodes know their lines, keep duplicate keys, and
 * show what was written where YAML would take an account id for an octal number.
 */
public final class Item {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");
    private static final Set<String> YES = Set.of("true", "yes", "on");

    private final String path;
    private final Node node;
    private final Mistakes mistakes;

    public Item(String path, Node node, Mistakes mistakes) {
        this.path = path;
        this.node = node;
        this.mistakes = mistakes;
    }

    /** Returns where it is, to be told at another place. */
    public String place() {
        return mistakes.place(path);
    }

    /** Returns the line that it begins in, counted from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    Item child(String key, Node value) {
        return new Item((path.isEmpty() ? "" : path + ".") + shown(key), value, mistakes);
    }

    /** Notes what is wrong here. */
    public <T> Optional<T> wrong(String text) {
        return wrongAt(node, text);
    }

    <T> Optional<T> wrongAt(Node place, String text) {
        mistakes.add(path, place.getStartMark().getLine() + 1, text);
        return Optional.empty();
    }

    /** Notes that the text should be something else. */
    public <T> Optional<T> wrong(String right, String text) {
        return wrong(ValueMistakes.not(right, shown(text)) + Pasted.hint(text).orElse(""));
    }

    /** Returns a text that YAML reads as one, and that isn't blank. */
    public Optional<String> text() {
        if (!(node instanceof ScalarNode scalar)) {
            return wrong(ValueMistakes.noText(kind()));
        }
        String value = scalar.getValue();
        if (!scalar.getTag().equals(Tag.STR)) {
            if (ACCOUNT_ID.matcher(value).matches()) {
                return wrong(ValueMistakes.accountWithoutQuotes(value));
            }
            return wrong(ValueMistakes.textWithoutQuotes(kind()));
        }
        return value.isBlank() ? wrong(ValueMistakes.blank()) : Optional.of(value);
    }

    /** As {@link #text}, where a number may have lost its unit. */
    public Optional<String> measure() {
        return node instanceof ScalarNode scalar
                        && scalar.getTag().equals(Tag.INT)
                        && WHOLE_NUMBER.matcher(scalar.getValue()).matches()
                ? wrong(ValueMistakes.noUnit(scalar.getValue()))
                : text();
    }

    public Optional<Integer> wholeNumber(int least, int most) {
        String range = least == most || most == Integer.MAX_VALUE
                ? ValueMistakes.atLeast(least)
                : ValueMistakes.between(least, most);
        if (!(node instanceof ScalarNode scalar)
                || !scalar.getTag().equals(Tag.INT)
                || !WHOLE_NUMBER.matcher(scalar.getValue()).matches()) {
            return wrong(ValueMistakes.noWholeNumber(range, kind()));
        }
        int number = Integer.parseInt(scalar.getValue());
        return number < least || number > most ? wrong(ValueMistakes.wholeNumber(range)) : Optional.of(number);
    }

    public Optional<Boolean> flag() {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.BOOL)) {
            return wrong(ValueMistakes.noTruth(kind()));
        }
        return Optional.of(YES.contains(scalar.getValue().toLowerCase(Locale.ROOT)));
    }

    /** Returns the entries of a list that has some. */
    public List<Item> list() {
        if (!(node instanceof SequenceNode sequence)) {
            wrong(noList());
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            wrong(ValueMistakes.emptyList());
        }
        var items = new ArrayList<Item>();
        for (Node entry : sequence.getValue()) {
            items.add(new Item(path + "[" + items.size() + "]", entry, mistakes));
        }
        return items;
    }

    private String noList() {
        return node instanceof ScalarNode scalar
                        && scalar.getTag().equals(Tag.STR)
                        && !scalar.getValue().isBlank()
                ? ValueMistakes.noList(
                        kind(), scalar.isPlain() ? shown(scalar.getValue()) : "\"" + shown(scalar.getValue()) + "\"")
                : ValueMistakes.noList(kind());
    }

    /** Returns whether these are keys with values, where something else may stand, too. */
    public boolean hasKeys() {
        return node instanceof MappingNode;
    }

    /** Returns the texts of a list, or the one that stands there without one. */
    public List<String> texts() {
        return node instanceof SequenceNode
                ? list().stream().flatMap(item -> item.text().stream()).toList()
                : text().stream().toList();
    }

    public Optional<Section> section() {
        return node instanceof MappingNode mapping
                ? Optional.of(Section.of(this, mapping))
                : wrong(ValueMistakes.noKeys(kind()));
    }

    private String kind() {
        if (node instanceof MappingNode) {
            return ValueMistakes.keysWithValues();
        }
        if (node instanceof SequenceNode) {
            return ValueMistakes.list();
        }
        if (node.getTag().equals(Tag.NULL)) {
            return ValueMistakes.nothing();
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return ValueMistakes.truth();
        }
        if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
            return ValueMistakes.number();
        }
        return node.getTag().equals(Tag.STR)
                ? ValueMistakes.text()
                : ValueMistakes.ofType(node.getTag().getValue().replaceAll(".*[:!]", ""));
    }

    private static String shown(String text) {
        String clean = text.replaceAll("\\p{C}", "?");
        return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
    }
}

package dev.ecrbot.config.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a file as far as YAML goes. */
public final class YamlFile {
    private static final int MOST_ALIASES = 500;

    private YamlFile() {}

    /** Returns the one document in the file; empty if it can't be read, and a mistake has been noted. */
    public static Optional<Node> read(String name, Texts texts, Mistakes mistakes) {
        String text = "";
        try {
            byte[] bytes = texts.of(name);
            if (bytes.length > Texts.MOST_BYTES) {
                return none(mistakes, 0, "The file is larger than 1 MB.");
            }
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.ofNullable(new Yaml(options()).compose(new StringReader(text)))
                    .or(() -> none(mistakes, 0, "The file is empty."));
        } catch (NoSuchFileException e) {
            return none(mistakes, 0, "There is no such file: " + e.getFile());
        } catch (CharacterCodingException e) {
            return none(mistakes, 0, "The file isn't UTF-8.");
        } catch (AccessDeniedException e) {
            return none(mistakes, 0, "The file can't be read: ecr-bot may not. Give its user the right to.");
        } catch (FileSystemException e) {
            String why = Optional.ofNullable(e.getReason()).orElse(e.toString());
            return none(mistakes, 0, "The file can't be read: " + why);
        } catch (IOException e) {
            return none(mistakes, 0, "The file can't be read: " + e);
        } catch (MarkedYAMLException e) {
            return notYaml(mistakes, text, e);
        } catch (ReaderException e) {
            return none(
                    mistakes,
                    0,
                    "This isn't YAML: it has a character that no text has, U+"
                            + String.format(Locale.ROOT, "%04X", e.getCodePoint()) + ", at place " + e.getPosition()
                            + ".");
        } catch (YAMLException e) {
            return none(mistakes, 0, "This isn't YAML: " + e.getMessage());
        }
    }

    private static Optional<Node> notYaml(Mistakes mistakes, String text, MarkedYAMLException e) {
        int line = YamlTrouble.line(e);
        int pasted = YamlTrouble.pasted(text, line);
        return none(
                mistakes,
                pasted == 0 ? line : pasted,
                "This isn't YAML: " + (pasted == 0 ? YamlTrouble.said(e) : YamlTrouble.ODD_BLANKS));
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(Texts.MOST_BYTES);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(30);
        return options;
    }

    private static Optional<Node> none(Mistakes mistakes, int line, String text) {
        mistakes.add("", line, text);
        return Optional.empty();
    }
}

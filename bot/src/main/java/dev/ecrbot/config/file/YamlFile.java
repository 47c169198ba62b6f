package dev.ecrbot.config.file;

import dev.ecrbot.config.mistake.FileMistakes;
import dev.ecrbot.config.mistake.YamlMistakes;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
                return none(mistakes, 0, FileMistakes.tooLarge());
            }
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.ofNullable(new Yaml(options()).compose(new StringReader(text)))
                    .or(() -> none(mistakes, 0, FileMistakes.empty()));
        } catch (NoSuchFileException e) {
            return none(mistakes, 0, FileMistakes.missing(e.getFile()));
        } catch (CharacterCodingException e) {
            return none(mistakes, 0, FileMistakes.notUtf8());
        } catch (AccessDeniedException e) {
            return none(mistakes, 0, FileMistakes.mayNotRead());
        } catch (FileSystemException e) {
            String why = Optional.ofNullable(e.getReason()).orElse(e.toString());
            return none(mistakes, 0, FileMistakes.unreadable(why));
        } catch (IOException e) {
            return none(mistakes, 0, FileMistakes.unreadable(e.toString()));
        } catch (MarkedYAMLException e) {
            return notYaml(mistakes, text, e);
        } catch (ReaderException e) {
            return none(mistakes, 0, FileMistakes.noCharacter(e.getCodePoint(), e.getPosition()));
        } catch (YAMLException e) {
            return none(mistakes, 0, FileMistakes.notYaml(String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Node> notYaml(Mistakes mistakes, String text, MarkedYAMLException e) {
        int line = YamlTrouble.line(e);
        int pasted = YamlTrouble.pasted(text, line);
        return none(
                mistakes,
                pasted == 0 ? line : pasted,
                FileMistakes.notYaml(pasted == 0 ? YamlTrouble.said(e) : YamlMistakes.oddBlanks()));
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

package dev.ecrbot.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.problem.PolicyProblems;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A tree and where its nodes begin in the text that it was read from; immutable as long as nobody changes the tree.
 *
 * @param places by the JSON pointer of the node; of what stands under a key, where the key begins
 */
public record Marked(JsonNode tree, Map<String, TextPlace> places) {
    public Marked {
        places = Map.copyOf(places);
    }

    /**
     * Reads a JSON text without losing anything of it.
     *
     * @param what what people call the text: policy, file, line
     * @param longest how many characters it may have
     * @param marked whether the places are wanted
     * @throws ProblemException if it isn't JSON or has a key twice: it says where, and which slip is likely
     */
    public static Marked json(String what, String text, int longest, boolean marked) {
        if (text.length() > longest) {
            throw new ProblemException(PolicyProblems.tooLong(what, longest));
        }
        try (JsonParser parser = Json.parser(text)) {
            return read(parser, marked);
        } catch (JsonProcessingException e) {
            throw new ProblemException(PolicyProblems.notJson(what, Slip.told(text, e)));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can always be read", e);
        }
    }

    /**
     * Reads the one document that the parser stands before.
     *
     * @param marked whether the places are wanted
     */
    public static Marked read(JsonParser parser, boolean marked) throws IOException {
        var reader = new TreeReader(parser, marked);
        JsonNode tree = reader.document();
        return new Marked(tree, reader.places());
    }

    /** Returns where the node begins, or the nearest one around it that has a place. */
    public Optional<TextPlace> place(String pointer) {
        for (Optional<String> at = Optional.of(pointer); at.isPresent(); at = around(at.get())) {
            TextPlace place = places.get(at.get());
            if (place != null) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> around(String pointer) {
        int last = pointer.lastIndexOf(JsonPointer.SEPARATOR);
        return last < 0 ? Optional.empty() : Optional.of(pointer.substring(0, last));
    }
}

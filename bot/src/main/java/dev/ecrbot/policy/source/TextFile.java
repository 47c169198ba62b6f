package dev.ecrbot.policy.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ecrbot.policy.Marked;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Place;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads a text as JSON or as YAML, by its name or by how it begins. */
public final class TextFile {
    /** More characters than this are read by nobody here. */
    public static final int LONGEST = 5_000_000;

    private static final Pattern YAML_NAME = Pattern.compile("(?i).*\\.ya?ml");
    private static final Pattern TEMPLATE = Pattern.compile("(?m)^(?:Resources|AWSTemplateFormatVersion)\\s{0,9}:");

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(60).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private TextFile() {}

    /**
     * Returns what the text says.
     *
     * @param name the file's name; what ends in {@code .yaml} or {@code .yml} is YAML
     * @throws ProblemException if it is neither JSON nor YAML: it says where and why
     */
    public static Marked read(String name, String text) {
        return YAML_NAME.matcher(name).matches() || looksLikeYaml(text)
                ? yaml(text)
                : Marked.json("file", text, LONGEST, true);
    }

    private static boolean looksLikeYaml(String text) {
        String start = text.stripLeading();
        return !start.startsWith("{") && TEMPLATE.matcher(text).find();
    }

    /** Returns what a text in YAML says, which JSON is, too. */
    public static Marked yaml(String text) {
        if (text.length() > LONGEST) {
            throw unreadable("it is longer than " + LONGEST + " characters");
        }
        try (JsonParser parser = YAML.createParser(text)) {
            return Marked.read(parser, true);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : new Place(
                                    Math.max(1, e.getLocation().getLineNr()),
                                    Math.max(1, e.getLocation().getColumnNr()))
                            + ": ";
            throw unreadable(where + Names.clean(firstLine(e.getOriginalMessage())));
        } catch (IOException e) {
            throw unreadable("this isn't YAML");
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static ProblemException unreadable(String why) {
        return new ProblemException(new Problem(
                Code.POLICY_UNREADABLE, "The file can't be read as YAML: " + why + ".", "Repair it, and try again."));
    }
}

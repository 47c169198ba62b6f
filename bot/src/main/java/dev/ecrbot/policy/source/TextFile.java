package dev.ecrbot.policy.source;

import dev.ecrbot.policy.Marked;
import dev.ecrbot.problem.ProblemException;
import java.util.regex.Pattern;

/** Reads a text as JSON or as YAML, by its name or by how it begins. */
public final class TextFile {
    /** More characters than this are read by nobody here. */
    public static final int LONGEST = 5_000_000;

    private static final Pattern YAML_NAME = Pattern.compile("(?i).*\\.ya?ml");
    private static final Pattern TEMPLATE = Pattern.compile("(?m)^(?:Resources|AWSTemplateFormatVersion)\\s{0,9}:");

    private TextFile() {}

    /**
     * Returns what the text says.
     *
     * @param name the file's name; what ends in {@code .yaml} or {@code .yml} is YAML
     * @throws ProblemException if it is neither JSON nor YAML: it says where and why
     */
    public static Marked read(String name, String text) {
        return YAML_NAME.matcher(name).matches() || looksLikeYaml(text)
                ? YamlText.read(text)
                : Marked.json("file", text, LONGEST, true);
    }

    private static boolean looksLikeYaml(String text) {
        String start = text.stripLeading();
        return !start.startsWith("{") && TEMPLATE.matcher(text).find();
    }
}

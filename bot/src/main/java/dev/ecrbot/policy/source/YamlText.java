package dev.ecrbot.policy.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ecrbot.policy.Marked;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.TextPlace;
import dev.ecrbot.problem.PolicyProblems;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;

/** Reads a text as YAML. It stands by itself, so that who reads JSON alone loads no YAML reader. */
public final class YamlText {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(60).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private YamlText() {}

    /**
     * Returns what a text in YAML says, which JSON is, too.
     *
     * @throws ProblemException if it can't be read: it says where and why
     */
    public static Marked read(String text) {
        if (text.length() > TextFile.LONGEST) {
            throw new ProblemException(PolicyProblems.tooLongForYaml(TextFile.LONGEST));
        }
        try (JsonParser parser = YAML.createParser(text)) {
            return Marked.read(parser, true);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : new TextPlace(
                                    Math.max(1, e.getLocation().getLineNr()),
                                    Math.max(1, e.getLocation().getColumnNr()))
                            + ": ";
            throw new ProblemException(
                    PolicyProblems.slipInYaml(where + PrincipalLabels.clean(firstLine(e.getOriginalMessage()))));
        } catch (IOException e) {
            throw new ProblemException(PolicyProblems.notYaml());
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}

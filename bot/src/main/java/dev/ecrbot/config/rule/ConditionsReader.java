package dev.ecrbot.config.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.ecr.AccessCondition;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.policy.lint.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions under which a rule gives access, in IAM's words, and has the linter look at them. */
public final class ConditionsReader {
    /** Ends are the bot's own. */
    private static final Set<String> TIMES = Set.of("aws:currenttime", "aws:epochtime");

    private static final String SAMPLE = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::222222222222:role/any"},
            "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]}]}
            """;

    private ConditionsReader() {}

    public static AccessConditions read(Item item) {
        var lines = new ArrayList<AccessCondition>();
        Map<String, Item> operators = item.section().map(Section::named).orElse(Map.of());
        operators.forEach((operator, keys) -> keys.section()
                .map(Section::named)
                .orElse(Map.of())
                .forEach((key, values) -> line(operator, key, values).ifPresent(lines::add)));
        if (!AccessConditions.areApart(lines)) {
            item.wrong(RuleMistakes.keyTwice());
            return AccessConditions.NONE;
        }
        return new AccessConditions(lines);
    }

    private static Optional<AccessCondition> line(String operator, String key, Item values) {
        List<String> texts = values.texts();
        if (operator.isBlank() || key.isBlank() || texts.isEmpty()) {
            return Optional.empty();
        }
        if (TIMES.contains(key.toLowerCase(Locale.ROOT))) {
            return values.wrong(RuleMistakes.aboutTime());
        }
        var line = new AccessCondition(operator, key, texts);
        List<LintFinding> wrong = findings(line);
        wrong.forEach(finding -> values.wrong(finding.what() + " " + finding.next()));
        return wrong.isEmpty() ? Optional.of(line) : Optional.empty();
    }

    private static List<LintFinding> findings(AccessCondition line) {
        var sample =
                (ObjectNode) PolicyDocument.parse(SAMPLE).statements().get(0).json();
        ObjectNode keys = sample.putObject("Condition").putObject(line.operator());
        line.values().forEach(keys.putArray(line.key())::add);
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        document.putArray("Statement").add(sample);
        return Linter.findings(PolicyDocument.of(document), LintContext.ofRepository(Instant.EPOCH)).stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }
}

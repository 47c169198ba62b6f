package dev.ecrbot.slack.answer;

import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Shows what is wrong with a policy, the worst first.
 *
 * @param place how the policy's holder is typed, for whoever wants to see all
 */
record LintText(List<LintFinding> findings, String place) {
    private static final int MOST = 5;
    private static final int ROOM = 2_000;
    private static final int LONGEST = 400;

    void below(MessageBuilder builder) {
        if (findings.isEmpty()) {
            return;
        }
        builder.list(
                new RichTextLine().bold("What is wrong with it"),
                findings.stream()
                        .sorted(Comparator.comparing(LintFinding::severity).reversed())
                        .limit(MOST)
                        .map(LintText::line)
                        .toList(),
                ROOM,
                new MessageBuilder.Rest(
                        findings.size(), "/ecr audit " + place + " lists all, as of when it was read last."));
    }

    private static RichTextLine line(LintFinding finding) {
        var line = new RichTextLine().bold(severity(finding.severity()));
        finding.sid()
                .filter(sid -> !sid.isBlank())
                .ifPresent(sid -> line.text(" in statement ").code(SafeText.line(sid, 100)));
        return line.text(": " + SafeText.line(finding.what() + " " + finding.next(), LONGEST) + " ")
                .code(finding.kind().label());
    }

    private static String severity(Severity severity) {
        return severity.name().substring(0, 1) + severity.name().substring(1).toLowerCase(Locale.ROOT);
    }
}

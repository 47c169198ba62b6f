package dev.ecrbot.cli;

import dev.ecrbot.cli.words.LintWords;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.lint.LintFinding;
import java.util.Locale;

/** Says in words what a finding is and where. */
final class FindingText {
    private FindingText() {}

    /** Returns the statement that the finding is about, to go before a sentence; nothing if it is about the whole policy. */
    static String where(LintFinding finding) {
        String where =
                finding.statement().map(place -> LintWords.statement(place + 1)).orElse("")
                        + finding.sid()
                                .map(sid -> " (" + PrincipalLabels.clean(sid) + ")")
                                .orElse("");
        return where.isEmpty() ? "" : where + ": ";
    }

    static String severity(LintFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}

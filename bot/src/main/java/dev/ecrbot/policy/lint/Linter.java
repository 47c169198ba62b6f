package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says what is wrong with a policy.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html">Repository policies</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html">Registry policies</a>
 */
public final class Linter {
    private Linter() {}

    /** Returns the findings in the order of the statements, then those about the policy as a whole. */
    public static List<LintFinding> findings(PolicyDocument document, LintContext context) {
        var findings = new ArrayList<LintFinding>();
        List<Integer> repeats = RepeatCheck.repeats(document, context);
        List<Integer> covered = RepeatCheck.covered(document, context);
        for (int place = 0; place < document.statements().size(); place++) {
            var report = new Report(document, place, context);
            statement(report);
            if (repeats.contains(place)) {
                report.add(Severity.WARNING, StatementWords.duplicate());
            } else if (covered.contains(place)) {
                report.add(Severity.INFO, StatementWords.redundant());
            }
            findings.addAll(report.findings());
        }
        findings.addAll(DocumentCheck.findings(document, context));
        return List.copyOf(findings);
    }

    /**
     * Returns the errors in single statements alone, for which a plan needn't wait as long as for all findings. They depend
     * on nothing else in the document but whether it {@linkplain PolicyDocument#hasVariables() has variables}. Statements are
     * read leniently, since AWS has accepted those that it stores.
     *
     * @param which the statements to be looked at
     */
    public static List<LintFinding> errors(PolicyDocument document, Predicate<Statement> which, LintContext context) {
        var errors = new ArrayList<LintFinding>();
        for (int place = 0; place < document.statements().size(); place++) {
            var report = new Report(document, place, context);
            if (!report.statement().opaque() && which.test(report.statement())) {
                PublicCheck.alone(report);
                grave(report);
                report.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .forEach(errors::add);
            }
        }
        return List.copyOf(errors);
    }

    /** Returns the findings for which AWS takes no such policy; none for a document that it would store. */
    public static List<LintFinding> refusals(PolicyDocument document, LintContext context) {
        var refusals = new ArrayList<LintFinding>();
        for (int place = 0; place < document.statements().size(); place++) {
            var report = new Report(document, place, context);
            GrammarCheck.run(report);
            if (!report.statement().opaque()) {
                PrincipalCheck.run(report);
                ResourceCheck.run(report);
            }
            report.findings().stream()
                    .filter(finding -> finding.kind().refused())
                    .forEach(refusals::add);
        }
        refusals.addAll(DocumentCheck.refusals(document));
        return List.copyOf(refusals);
    }

    /** Runs the checks that find errors in a statement that is understood. */
    private static void grave(Report report) {
        PrincipalCheck.run(report);
        ActionCheck.run(report);
        ResourceCheck.run(report);
        DenyCheck.lockout(report);
        UnsupportedTypes.run(report);
        ValueCheck.run(report);
        VariableCheck.run(report);
    }

    private static void statement(Report report) {
        GrammarCheck.run(report);
        if (report.statement().opaque()) {
            return;
        }
        PublicCheck.among(report);
        grave(report);
        PushCheck.run(report);
        ConditionCheck.run(report);
        KeyCheck.run(report);
        SourceCheck.run(report);
        MatchCheck.run(report);
        DenyCheck.shadow(report);
    }
}

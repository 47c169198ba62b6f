package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says what is wrong with a policy.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html">Repository policies</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html">Registry policies</a>
 */
public final class Linter {
    private static final double NEAR = 0.9;

    private Linter() {}

    /** Returns the findings in the order of the statements, then those about the policy as a whole. */
    public static List<Finding> findings(PolicyDocument document, LintContext context) {
        var findings = new ArrayList<Finding>();
        List<Integer> repeats = RepeatCheck.repeats(document, context);
        for (int place = 0; place < document.statements().size(); place++) {
            findings.addAll(statement(new Report(document, place, context), repeats.contains(place)));
        }
        size(document, context).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    /**
     * Returns the errors in single statements alone, for which a plan needn't wait as long as for all findings. They depend
     * on nothing else in the document but whether it {@linkplain PolicyDocument#hasVariables() has variables}.
     *
     * @param which the statements to be looked at
     */
    public static List<Finding> errors(PolicyDocument document, Predicate<Statement> which, LintContext context) {
        var errors = new ArrayList<Finding>();
        for (int place = 0; place < document.statements().size(); place++) {
            var report = new Report(document, place, context);
            if (!report.statement().opaque() && which.test(report.statement())) {
                grave(report);
                report.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .forEach(errors::add);
            }
        }
        return List.copyOf(errors);
    }

    /** Runs the checks that find errors. */
    private static void grave(Report report) {
        PublicCheck.run(report);
        PrincipalCheck.run(report);
        ActionCheck.run(report);
        ResourceCheck.run(report);
        DenyCheck.lockout(report);
    }

    private static List<Finding> statement(Report report, boolean repeats) {
        Statement statement = report.statement();
        if (statement.opaque()) {
            report.add(
                    Severity.WARNING,
                    Kind.OPAQUE_STATEMENT,
                    "The statement can't be understood: what it allows or denies isn't known.",
                    "Rewrite it after IAM's grammar.");
            return report.findings();
        }
        grave(report);
        ConditionCheck.run(report);
        MatchCheck.run(report);
        DenyCheck.shadow(report);
        if (repeats) {
            report.add(
                    Severity.WARNING,
                    Kind.DUPLICATE,
                    "The statement says what an earlier one says.",
                    "Take it out: room in a policy is scarce.");
        }
        return report.findings();
    }

    private static Optional<Finding> size(PolicyDocument document, LintContext context) {
        int size = document.size();
        if (size <= NEAR * PolicyDocument.LIMIT) {
            return Optional.empty();
        }
        boolean over = size > PolicyDocument.LIMIT;
        String whose = context.source() == Source.REPOSITORY ? "repository" : "registry";
        return Optional.of(
                new Finding(
                        over ? Severity.ERROR : Severity.WARNING,
                        over ? Kind.TOO_LARGE : Kind.NEAR_SIZE_LIMIT,
                        Optional.empty(),
                        Optional.empty(),
                        String.format(
                                Locale.ROOT,
                                "The policy of the %s has %,d of %,d characters as ECR writes it.",
                                whose,
                                size,
                                PolicyDocument.LIMIT),
                        "Merge statements that differ in principals only, or name whole accounts instead of many of their roles."));
    }
}

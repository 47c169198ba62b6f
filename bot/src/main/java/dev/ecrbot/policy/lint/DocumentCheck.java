package dev.ecrbot.policy.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Guess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at what a policy is beside its statements.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">IAM: Version</a>
 */
final class DocumentCheck {
    private static final double NEAR = 0.9;
    private static final String PRESENT = "2012-10-17";
    private static final String OLD = "2008-10-17";
    private static final List<String> ELEMENTS = List.of("Version", "Id", "Statement");

    private final PolicyDocument document;
    private final ObjectNode rest;
    private final List<LintFinding> findings = new ArrayList<>();

    private DocumentCheck(PolicyDocument document) {
        this.document = document;
        this.rest = document.rest();
    }

    static List<LintFinding> findings(PolicyDocument document, LintContext context) {
        var check = new DocumentCheck(document);
        check.grammar();
        check.version();
        check.size(context);
        if (document.isEmpty()) {
            check.add(Severity.WARNING, StatementWords.noStatements(), "/Statement");
        }
        return check.findings;
    }

    /** Returns those for which AWS refuses the policy. */
    static List<LintFinding> refusals(PolicyDocument document) {
        var check = new DocumentCheck(document);
        check.grammar();
        check.version();
        check.findings.removeIf(finding -> !finding.kind().refused());
        return check.findings;
    }

    private void grammar() {
        for (var property : rest.properties()) {
            String name = property.getKey();
            if (!ELEMENTS.contains(name)) {
                refused(GrammarWords.unknownInPolicy(name, Guess.near(name, ELEMENTS)), "/" + Report.escaped(name));
            }
        }
        if (rest.has("Id") && !rest.path("Id").isTextual()) {
            refused(GrammarWords.idNoText(), "/Id");
        }
    }

    private void version() {
        JsonNode version = rest.path("Version");
        if (version.isMissingNode()) {
            add(Severity.WARNING, StatementWords.versionMissing(PRESENT, OLD), "");
        } else if (version.isTextual() && version.textValue().equals(OLD)) {
            add(Severity.INFO, StatementWords.versionOld(PRESENT, OLD), "/Version");
        } else if (!version.isTextual() || !version.textValue().equals(PRESENT)) {
            refused(GrammarWords.versionInvalid(version.asText(), PRESENT, OLD), "/Version");
        }
    }

    private void size(LintContext context) {
        int size = document.size();
        if (size <= NEAR * PolicyDocument.LIMIT) {
            return;
        }
        boolean over = size > PolicyDocument.LIMIT;
        add(
                over ? Severity.ERROR : Severity.WARNING,
                StatementWords.size(
                        over ? Kind.TOO_LARGE : Kind.NEAR_SIZE_LIMIT, context.source(), size, PolicyDocument.LIMIT),
                "");
    }

    private void refused(Wording wording, String element) {
        add(Severity.ERROR, wording, element);
    }

    private void add(Severity severity, Wording wording, String element) {
        findings.add(wording.finding(severity, Optional.empty(), Optional.empty(), element));
    }
}

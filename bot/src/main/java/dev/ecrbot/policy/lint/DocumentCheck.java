package dev.ecrbot.policy.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.problem.Guess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final List<Finding> findings = new ArrayList<>();

    private DocumentCheck(PolicyDocument document) {
        this.document = document;
        this.rest = document.rest();
    }

    static List<Finding> findings(PolicyDocument document, LintContext context) {
        var check = new DocumentCheck(document);
        check.grammar();
        check.version();
        check.size(context);
        if (document.isEmpty()) {
            check.add(
                    Severity.WARNING,
                    Kind.NO_STATEMENTS,
                    "The policy has no statements: it says nothing.",
                    "Delete the policy instead, or add what is meant.",
                    "/Statement");
        }
        return check.findings;
    }

    /** Returns those for which AWS refuses the policy. */
    static List<Finding> refusals(PolicyDocument document) {
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
                refused(
                        Kind.ELEMENT_UNKNOWN,
                        "“" + Names.clean(name) + "” is no element of a policy; upper and lower case count.",
                        Guess.near(name, ELEMENTS)
                                .map(near -> "Write " + near + ".")
                                .orElse("Take it out; names for statements go into their Sid."),
                        "/" + Report.escaped(name));
            }
        }
        if (rest.has("Id") && !rest.path("Id").isTextual()) {
            refused(Kind.OPAQUE_STATEMENT, "Id has to be a text.", "Put it in quotes, or take it out.", "/Id");
        }
    }

    private void version() {
        JsonNode version = rest.path("Version");
        if (version.isMissingNode()) {
            add(
                    Severity.WARNING,
                    Kind.VERSION_MISSING,
                    "The policy names no Version, so the language of " + OLD
                            + " is meant, which has no policy variables.",
                    "Add \"Version\": \"" + PRESENT + "\".",
                    "");
        } else if (version.isTextual() && version.textValue().equals(OLD)) {
            add(
                    Severity.INFO,
                    Kind.VERSION_OLD,
                    "Version " + OLD + " is the older language, which has no policy variables.",
                    "Write " + PRESENT + " when the policy is changed next, and look at every ${…} in it then.",
                    "/Version");
        } else if (!version.isTextual() || !version.textValue().equals(PRESENT)) {
            refused(
                    Kind.VERSION_INVALID,
                    "Version has to be " + PRESENT + " or " + OLD
                            + ", since it names the language and not the policy's age;" + " “"
                            + Names.clean(version.asText()) + "” is neither.",
                    "Write \"" + PRESENT + "\".",
                    "/Version");
        }
    }

    private void size(LintContext context) {
        int size = document.size();
        if (size <= NEAR * PolicyDocument.LIMIT) {
            return;
        }
        boolean over = size > PolicyDocument.LIMIT;
        String whose = context.source() == Source.REPOSITORY ? "repository" : "registry";
        add(
                over ? Severity.ERROR : Severity.WARNING,
                over ? Kind.TOO_LARGE : Kind.NEAR_SIZE_LIMIT,
                String.format(
                        Locale.ROOT,
                        "The policy of the %s has %,d of %,d characters as ECR writes it.",
                        whose,
                        size,
                        PolicyDocument.LIMIT),
                "Merge statements that differ in principals only, or name whole accounts instead of many of their roles.",
                "");
    }

    private void refused(Kind kind, String what, String next, String element) {
        add(Severity.ERROR, kind, what + " AWS refuses the whole policy.", next, element);
    }

    private void add(Severity severity, Kind kind, String what, String next, String element) {
        findings.add(new Finding(severity, kind, Optional.empty(), Optional.empty(), what, next, element));
    }
}

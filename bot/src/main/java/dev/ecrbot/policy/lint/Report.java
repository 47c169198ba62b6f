package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the findings about one statement of a policy. */
final class Report {
    private final PolicyDocument document;
    private final int place;
    private final LintContext context;
    private final List<Finding> findings = new ArrayList<>();

    Report(PolicyDocument document, int place, LintContext context) {
        this.document = document;
        this.place = place;
        this.context = context;
    }

    Statement statement() {
        return document.statements().get(place);
    }

    PolicyDocument document() {
        return document;
    }

    int place() {
        return place;
    }

    LintContext context() {
        return context;
    }

    List<Principal> principals() {
        return statement().principals(context.home());
    }

    void add(Severity severity, Kind kind, String what, String next) {
        findings.add(new Finding(severity, kind, Optional.of(place), statement().sid(), what, next));
    }

    List<Finding> findings() {
        return findings;
    }
}

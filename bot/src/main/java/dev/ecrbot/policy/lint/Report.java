package dev.ecrbot.policy.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the findings about one statement of a policy. */
final class Report {
    private final PolicyDocument document;
    private final int place;
    private final LintContext context;
    private final List<LintFinding> findings = new ArrayList<>();

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

    void add(Severity severity, Wording wording) {
        add(severity, wording, "");
    }

    /**
     * Notes a finding. Where it is about a value that will be known later only, there is none.
     *
     * @param element the JSON pointer to what is wrong, from the statement on
     */
    void add(Severity severity, Wording wording, String element) {
        if (!Unresolved.in(wording.what())) {
            String statement = "/Statement" + (document.hasStatementList() ? "/" + place : "");
            findings.add(
                    wording.finding(severity, Optional.of(place), statement().sid(), statement + element));
        }
    }

    /** Returns whether there is a finding of the kind already. */
    boolean has(Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }

    /** Returns the pointer to a condition. */
    static String element(Condition condition) {
        return "/Condition/" + escaped(condition.operator()) + "/" + escaped(condition.key());
    }

    /** Returns the pointer to a text that is an element, or in its array or in one of its map's. */
    String element(String name, String text) {
        String pointer = "/" + name;
        return find(pointer, statement().json().path(name), text).orElse(pointer);
    }

    private static Optional<String> find(String pointer, JsonNode node, String text) {
        if (node.isValueNode()) {
            return node.asText().equals(text) ? Optional.of(pointer) : Optional.empty();
        }
        Optional<String> found = Optional.empty();
        for (int at = 0; at < node.size() && found.isEmpty() && node.isArray(); at++) {
            found = find(pointer + "/" + at, node.path(at), text);
        }
        for (var property : node.properties()) {
            found = found.or(() -> find(pointer + "/" + escaped(property.getKey()), property.getValue(), text));
        }
        return found;
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    List<LintFinding> findings() {
        return findings;
    }
}

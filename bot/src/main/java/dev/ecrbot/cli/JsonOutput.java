package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.lint.LintFinding;
import java.io.PrintWriter;
import java.util.List;

/** Writes one JSON object a finding and line. */
final class JsonOutput implements LintOutput {

    @Override
    public void write(List<Located> findings, List<String> failures, PrintWriter out) {
        findings.stream()
                .filter(located -> located.suppressed().isEmpty())
                .map(JsonOutput::line)
                .forEach(out::println);
    }

    private static ObjectNode line(Located located) {
        LintFinding finding = located.finding();
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("file", located.file());
        located.policy().ifPresent(name -> line.put("policy", name));
        line.put("severity", FindingText.severity(finding));
        line.put("kind", finding.kind().label());
        line.put("id", finding.kind().id());
        finding.statement().ifPresent(place -> line.put("statement", place));
        finding.sid().ifPresent(sid -> line.put("sid", sid));
        line.put("element", finding.element());
        located.place().ifPresent(place -> line.put("line", place.line()).put("column", place.column()));
        return line.put("what", finding.what()).put("next", finding.next());
    }
}

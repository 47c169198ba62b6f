package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.lint.Kind;
import dev.ecrbot.policy.lint.Severity;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes one log of SARIF 2.1.0, suppressed findings included.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifOutput implements LintOutput {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    @Override
    public void write(List<Located> findings, List<String> failures, PrintWriter out) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "ecr-policy");
        ArrayNode rules = driver.putArray("rules");
        for (Kind kind : Kind.values()) {
            rules.addObject()
                    .put("id", kind.id())
                    .putObject("shortDescription")
                    .put("text", kind.label().replace('_', ' '));
        }
        ObjectNode invocation = run.putArray("invocations").addObject().put("executionSuccessful", failures.isEmpty());
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        failures.forEach(failure -> notifications
                .addObject()
                .put("level", "error")
                .putObject("message")
                .put("text", failure));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        findings.forEach(located -> result(located, results.addObject()));
        out.println(log);
    }

    private static void result(Located located, ObjectNode result) {
        result.put("ruleId", located.finding().kind().id())
                .put("level", level(located.finding().severity()));
        result.putObject("message")
                .put(
                        "text",
                        FindingText.where(located.finding())
                                + located.finding().what() + " "
                                + located.finding().next());
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(located.file()));
        located.place()
                .ifPresent(place -> physical.putObject("region")
                        .put("startLine", place.line())
                        .put("startColumn", place.column()));
        located.policy()
                .ifPresent(name ->
                        location.putArray("logicalLocations").addObject().put("name", name));
        located.suppressed()
                .ifPresent(reason -> result.putArray("suppressions")
                        .addObject()
                        .put("kind", "external")
                        .put("justification", reason));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case INFO -> "note";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    /** Returns the name as a relative reference: what has a meaning in one is escaped. */
    private static String uri(String file) {
        var uri = new StringBuilder();
        for (byte one : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || "-._~/".indexOf(c) >= 0;
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return uri.toString();
    }
}

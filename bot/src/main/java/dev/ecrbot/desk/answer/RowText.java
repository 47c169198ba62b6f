package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.OtherTool;
import dev.ecrbot.ecr.Repository;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what was found as rows of named values; those of one kind all have the same names. */
public final class RowText {
    private RowText() {}

    public static Map<String, String> of(Reach.Way way, Repository repository) {
        var row = new LinkedHashMap<String, String>();
        row.put("repository", repository.arn());
        row.put("through", way.through().text());
        row.put("allowed", String.join(" ", way.allowed()));
        row.put("depends", String.join(" ", way.depends()));
        row.put("keys", String.join(" ", way.keys()));
        return row;
    }

    public static Map<String, String> of(FleetFinding finding) {
        var row = new LinkedHashMap<String, String>();
        row.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        row.put("kind", finding.kind());
        row.put("account", finding.holder().account().value());
        row.put("region", finding.holder().region().value());
        row.put("place", finding.place());
        row.put("sid", finding.sid().orElse(""));
        row.put("what", finding.what());
        row.put("next", finding.next());
        return row;
    }

    public static Map<String, String> of(Drift.Difference difference) {
        var row = new LinkedHashMap<String, String>();
        row.put("difference", difference.grant().isPresent() ? "statement_missing" : "record_missing");
        row.put("target", difference.target().arn());
        row.put("principal", difference.principal().text());
        row.put("access", difference.access().word());
        row.put("grant", difference.grant().map(Object::toString).orElse(""));
        row.put("sid", difference.sid().orElse(""));
        row.put("ask", "/ecr " + difference.ask());
        Drift.Writer writer = difference.writer();
        row.put("tool", writer.looked() ? writer.tool().map(OtherTool::name).orElse("") : "not looked up");
        row.put("tool_advice", writer.tool().map(OtherTool::advice).orElse(""));
        return row;
    }

    /** @param template from which the repository would be made, if it isn't there */
    public static Map<String, String> of(Capability says, String template) {
        var row = new LinkedHashMap<String, String>();
        row.put("principal", says.whom().text());
        row.put("verdict", says.verdict().name().toLowerCase(Locale.ROOT));
        row.put("allowed", String.join(" ", says.allowed()));
        row.put("refused", String.join(" ", says.refused()));
        row.put("depends", String.join(" ", says.depends().keySet()));
        row.put("keys", String.join(" ", says.keys()));
        row.put(
                "statements",
                says.deciding().stream()
                        .map(statement -> statement.sid().orElse("no. " + statement.place()))
                        .collect(Collectors.joining("; ")));
        row.put("template", template);
        return row;
    }
}

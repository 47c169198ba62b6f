package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.OtherTool;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.holding.Holding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what was found as rows of named values; those of one kind all have the same names. */
public final class RowText {
    private RowText() {}

    public static Map<String, String> of(PrincipalReach.Way way, Repository repository) {
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

    /** Returns a row for everybody who is told, and for each statement about others than single principals. */
    public static Stream<Map<String, String>> of(Holders found) {
        return Stream.of(
                        found.named().stream().map(says -> of(says, "")),
                        found.others().stream().map(RowText::of),
                        found.newborn().stream()
                                .flatMap(born -> born.says().stream().map(says -> of(says, born.template()))))
                .flatMap(Function.identity());
    }

    /** Of everyone, an organization or a service it depends on who of them asks; what another statement denies them isn't in it. */
    private static Map<String, String> of(Holding holding) {
        String actions = String.join(" ", holding.actions());
        var row = new LinkedHashMap<String, String>();
        row.put("principal", holding.principal().text());
        row.put(
                "verdict",
                (holding.allow() ? Capability.Verdict.DEPENDS : Capability.Verdict.NO)
                        .name()
                        .toLowerCase(Locale.ROOT));
        row.put("allowed", "");
        row.put("refused", holding.allow() ? "" : actions);
        row.put("depends", holding.allow() ? actions : "");
        row.put("keys", "");
        row.put("statements", holding.sid().orElse("no. " + (holding.statement() + 1)));
        row.put("template", "");
        return row;
    }

    public static Map<String, String> of(Exported exported) {
        var row = new LinkedHashMap<String, String>();
        row.put("repository", exported.repository().arn());
        row.put("form", exported.form().word());
        row.put("code", exported.code());
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

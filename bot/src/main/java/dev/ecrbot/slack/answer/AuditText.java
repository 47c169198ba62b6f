package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Audit;
import dev.ecrbot.desk.answer.FleetFinding;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Grid;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.PageButtons;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what is wrong with the policies of the fleet. */
record AuditText(Audit audit, DisplayNames names) {
    private static final String TITLE = "What is wrong with the policies of all repositories";
    private static final int REGISTRIES = 10;
    private static final int COUNTS = 2_000;
    private static final int ROOM = 6_500;
    private static final int LONGEST = 500;

    Rendered render() {
        String title = audit.word()
                .map(word -> TITLE + ", “" + SafeText.line(word, 100) + "” only")
                .orElse(TITLE);
        var builder = new MessageBuilder();
        if (audit.paging().total() == 0) {
            builder.add(Blocks.lines(new RichTextLine().bold(title), nothing()));
        } else {
            counts(builder, title);
            List<RichTextLine> lines = audit.word().isPresent()
                    ? audit.findings().stream().map(this::line).toList()
                    : audit.sorts().stream().map(AuditText::line).toList();
            builder.list(
                    RichTextLine.of(
                            audit.word().isPresent()
                                    ? "The worst first:"
                                    : "The worst first. “/ecr audit” and a kind, a severity or a name tell more."),
                    lines,
                    ROOM);
        }
        new PageButtons(audit.paging()).below(builder);
        new FileButton(audit.paging()).below(builder);
        if (audit.hidden() > 0) {
            builder.add(Blocks.context(
                    audit.hidden() + " policies are left out: their rules don't let you see who has access there."));
        }
        return new CoverageText(audit.coverage(), names).below(builder).titled(title);
    }

    private RichTextLine nothing() {
        return RichTextLine.of(
                audit.coverage().whole() && audit.hidden() == 0
                        ? "Nothing was found."
                        : "Nothing was found in what ecr-bot has read and you may see.");
    }

    private void counts(MessageBuilder builder, String title) {
        List<Map.Entry<RegionalRegistry, Map<Severity, Long>>> some = audit.counts().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().label()))
                .limit(REGISTRIES)
                .toList();
        var plain = new MessageBuilder()
                .list(
                        RichTextLine.of("By registry"),
                        some.stream().map(this::counted).toList(),
                        COUNTS,
                        new MessageBuilder.Rest(some.size(), ""))
                .blocks();
        var rows = new ArrayList<>(List.of(List.of("Registry", "Errors", "Warnings", "Information")));
        some.forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
        builder.add(Blocks.lines(new RichTextLine().bold(title))).add(new Grid(rows, plain));
    }

    private List<String> row(RegionalRegistry registry, Map<Severity, Long> counts) {
        return List.of(
                names.registry(registry),
                count(counts, Severity.ERROR),
                count(counts, Severity.WARNING),
                count(counts, Severity.INFO));
    }

    private static String count(Map<Severity, Long> counts, Severity severity) {
        return String.valueOf(counts.getOrDefault(severity, 0L));
    }

    private RichTextLine counted(Map.Entry<RegionalRegistry, Map<Severity, Long>> entry) {
        RegionalRegistry registry = entry.getKey();
        Map<Severity, Long> counts = entry.getValue();
        return RichTextLine.of(names.registry(registry) + ": "
                + counts.getOrDefault(Severity.ERROR, 0L) + " errors, "
                + counts.getOrDefault(Severity.WARNING, 0L) + " warnings, "
                + counts.getOrDefault(Severity.INFO, 0L) + " of information");
    }

    private static RichTextLine line(Audit.Sort sort) {
        String places = String.join(", ", sort.places());
        return new RichTextLine()
                .bold(severity(sort.severity()) + " ")
                .code(sort.kind())
                .text(": " + sort.count() + ", "
                        + SafeText.line(sort.count() > sort.places().size() ? places + " …" : places, LONGEST));
    }

    private RichTextLine line(FleetFinding finding) {
        var line = new RichTextLine()
                .bold(severity(finding.severity()) + " ")
                .text(SafeText.line(finding.place(), 300) + " in "
                        + names.place(
                                finding.holder().account(), finding.holder().region()));
        finding.sid()
                .filter(sid -> !sid.isBlank())
                .ifPresent(sid -> line.text(", statement ").code(SafeText.line(sid, 100)));
        return line.text(": " + SafeText.line(finding.what() + " " + finding.next(), LONGEST) + " ")
                .code(finding.kind());
    }

    private static String severity(Severity severity) {
        return severity.name().substring(0, 1) + severity.name().substring(1).toLowerCase(Locale.ROOT);
    }
}

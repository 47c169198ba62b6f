package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Sheet;
import dev.ecrbot.desk.answer.SheetForm;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import dev.ecrbot.slack.message.SentFile;
import java.util.List;

/** Hands over a whole list, as a file for spreadsheets and one for programs. */
record SheetText(Sheet sheet, DisplayNames names) {

    Rendered render() {
        String title = "Whole list for “" + SafeText.line(sheet.question(), 200) + "”";
        var builder = new MessageBuilder()
                .add(Blocks.lines(new RichTextLine().bold(title).text(": " + count() + ", as CSV and as JSON lines.")));
        if (sheet.hidden() > 0) {
            builder.add(Blocks.context(
                    sheet.hidden() + " are left out: their rules don't let you see who has access there."));
        }
        Rendered rendered =
                new CoverageText(sheet.coverage(), names).below(builder).titled(title);
        return sheet.rows().isEmpty()
                ? rendered
                : rendered.with(List.of(
                        new SentFile(name() + ".csv", content(SheetForm.CSV)),
                        new SentFile(name() + ".jsonl", content(SheetForm.JSON))));
    }

    private String count() {
        int rows = sheet.rows().size();
        String all = rows == 1 ? "1 row" : rows + " rows";
        return sheet.total() > rows ? "the first " + all + " of " + sheet.total() : all;
    }

    private String name() {
        String words = sheet.question().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return "ecr-" + words.substring(0, Math.min(60, words.length()));
    }

    private String content(SheetForm form) {
        var content = new StringBuilder(form.heading(sheet.rows().get(0).keySet()));
        sheet.rows().forEach(row -> content.append(form.line(row)).append('\n'));
        return content.toString();
    }
}

package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.sight.Birth;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;

/** Says what creation templates would give if a repository were made anew, apart from what its policy gives. */
record BirthText(List<Birth> births, DisplayNames names) {
    private static final int ROOM = 1_500;
    private static final int SHOWN = 5;

    void below(MessageBuilder builder) {
        if (!births.isEmpty()) {
            builder.list(
                    RichTextLine.bold(
                            "If it is made anew",
                            ", it gets this from creation templates. Nothing of it is counted above."),
                    births.stream().map(this::line).toList(),
                    ROOM);
        }
    }

    /** Says from which template a repository would be made, and by what. */
    static RichTextLine from(String template, Iterable<String> ways) {
        return new RichTextLine()
                .code(SafeText.line(template, 260))
                .text(" (" + SafeText.line(String.join(", ", ways), 200) + ")");
    }

    private RichTextLine line(Birth birth) {
        RichTextLine line = from(birth.template(), birth.ways()).text(": ");
        if (birth.gives().isEmpty()) {
            return line.text("no access for anybody");
        }
        for (int i = 0; i < Math.min(SHOWN, birth.gives().size()); i++) {
            gives(line.text(i == 0 ? "" : "; "), birth.gives().get(i));
        }
        int more = birth.gives().size() - SHOWN;
        return more > 0 ? line.text("; and " + more + " more entries") : line;
    }

    private void gives(RichTextLine line, Holding holding) {
        line.bold(names.principal(holding.principal()))
                .text(holding.allow() ? ": " : ": denied ")
                .text(AccessText.words(names, holding.actions()))
                .text(holding.conditional() ? " under a condition" : "");
    }
}

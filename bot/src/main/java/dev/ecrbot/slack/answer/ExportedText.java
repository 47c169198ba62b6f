package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Exported;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SentFile;
import java.util.List;

/** Shows a policy as code to paste. */
record ExportedText(Exported exported, DisplayNames names) {
    /** What is longer may not fit into the message, and half a policy is nothing to paste. */
    private static final int SHOWN = 8_000;

    Rendered render() {
        String title = "The policy of " + names.target(exported.repository());
        var builder = new MessageBuilder();
        if (exported.none()) {
            return builder.add(Blocks.lines(
                            new RichTextLine().bold(title),
                            RichTextLine.of("It has none, so there is no code for it.")))
                    .titled(title);
        }
        builder.code(
                RichTextLine.bold(
                        title,
                        ", read just now. What ecr-bot gives and ends later isn't in it then: code that is applied takes"
                                + " it out again."),
                exported.code().lines().toList());
        Rendered rendered = builder.titled(title);
        return exported.code().length() > SHOWN
                ? rendered.with(List.of(new SentFile(name(), exported.code())))
                : rendered;
    }

    private String name() {
        String ending = switch (exported.form()) {
            case TERRAFORM -> ".tf";
            case CLOUDFORMATION, JSON -> ".json";
        };
        return exported.repository().name().value().replaceAll("[^A-Za-z0-9]+", "-") + ending;
    }
}

package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.RuleBook;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;

/** Shows what can be asked, rule by rule. */
record RuleBookText(RuleBook book, DisplayNames names) {

    Rendered render() {
        String title = book.repository()
                .map(repository -> "What can be asked for " + names.target(repository))
                .orElse("What can be asked");
        var builder = new MessageBuilder()
                .add(Blocks.lines(
                        new RichTextLine().bold(title),
                        RichTextLine.of(
                                book.rules().isEmpty()
                                        ? "Nothing: no rule is for this repository. Whoever runs ecr-bot can add one."
                                        : "The first rule that fits decides, whoever asks.")));
        RulesBelow.add(builder, book.rules(), names);
        return builder.titled(title);
    }
}

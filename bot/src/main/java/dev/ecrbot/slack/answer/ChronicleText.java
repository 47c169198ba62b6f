package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.PageButtons;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what was asked and done about a repository.
 *
 * @param links the address of a card, where it can be told
 */
record ChronicleText(Chronicle chronicle, Function<CardRef, Optional<String>> links, DisplayNames names) {
    private static final int ROOM = 9_500;

    Rendered render() {
        String title = "What happened to " + names.target(chronicle.target());
        var builder = new MessageBuilder();
        if (chronicle.chapters().isEmpty()) {
            builder.add(Blocks.lines(
                    new RichTextLine().bold(title),
                    RichTextLine.of(
                            chronicle.paging().page() > 1
                                    ? "There is no page " + chronicle.paging().page() + "."
                                    : "Nothing was asked of ecr-bot about it. What others wrote is in /ecr status.")));
        } else {
            builder.list(
                    RichTextLine.bold(title, ", newest first"),
                    chronicle.chapters().stream()
                            .map(new ChapterText(links, names)::line)
                            .toList(),
                    ROOM);
        }
        return new PageButtons(chronicle.paging()).below(builder).titled(title);
    }
}

package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.PersonsAccess;
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
 * Tells what somebody asked for, and what became of it.
 *
 * @param links the address of a card, where it can be told
 */
record PersonsAccessText(PersonsAccess access, Function<CardRef, Optional<String>> links, DisplayNames names) {
    private static final int ROOM = 9_500;

    Rendered render() {
        var title = new RichTextLine().text("What ").user(access.whom()).text(" asked for, newest first");
        var builder = new MessageBuilder();
        if (access.chapters().isEmpty()) {
            builder.add(Blocks.lines(
                    new RichTextLine().text("What ").user(access.whom()).text(" asked for"),
                    RichTextLine.of(
                            access.paging().page() > 1
                                    ? "There is no page " + access.paging().page() + "."
                                    : "Nothing, or nothing that the rules let you see.")));
        } else {
            var lines = new ChapterText(links, names);
            builder.list(title, access.chapters().stream().map(lines::line).toList(), ROOM);
        }
        return new PageButtons(access.paging()).below(builder).titled("What somebody asked for");
    }
}

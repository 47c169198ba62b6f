package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.PageButtons;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what was asked and done about a repository, and what others changed in its policy.
 *
 * @param links the address of a card, where it can be told
 */
record ChronicleText(Chronicle chronicle, Function<CardRef, Optional<String>> links, DisplayNames names) {
    private static final int ROOM = 9_500;
    private static final int EFFECTS = 500;

    Rendered render() {
        String title = "What happened to " + names.target(chronicle.target());
        var builder = new MessageBuilder();
        if (chronicle.entries().isEmpty()) {
            builder.add(Blocks.lines(
                    new RichTextLine().bold(title),
                    RichTextLine.of(
                            chronicle.paging().page() > 1
                                    ? "There is no page " + chronicle.paging().page() + "."
                                    : "Nothing was asked of ecr-bot about it, and it has seen nobody else change its policy. "
                                            + "Who has access is in /ecr status.")));
        } else {
            builder.list(
                    RichTextLine.bold(title, ", newest first"),
                    chronicle.entries().stream()
                            .map(entry -> entry.visit(new Line()))
                            .toList(),
                    ROOM);
        }
        if (!chronicle.whole()) {
            builder.add(Blocks.context("Of what others changed, only the newest is here."));
        }
        new PageButtons(chronicle.paging()).below(builder);
        chronicle
                .age()
                .ifPresent(age -> builder.add(Blocks.lines(RichTextLine.of("What others changed is known up to ")
                        .date(age.read())
                        .text(", when the policy was read last."))));
        return new AgeText(chronicle.age()).below(builder).titled(title);
    }

    private final class Line implements Chronicle.Entry.Visitor<RichTextLine> {
        @Override
        public RichTextLine chapter(Chronicle.Chapter chapter) {
            return new ChapterText(links, names).line(chapter);
        }

        @Override
        public RichTextLine foreign(Chronicle.Foreign foreign) {
            return new RichTextLine()
                    .date(foreign.noticed())
                    .text(" ")
                    .bold("Changed by somebody other than ecr-bot")
                    .text(": " + SafeText.line(String.join(" ", foreign.effects()), EFFECTS));
        }
    }
}

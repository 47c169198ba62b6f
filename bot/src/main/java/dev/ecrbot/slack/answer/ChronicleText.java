package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.CardState;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.PageButtons;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what was asked and done about a repository.
 *
 * @param links the address of a card, where it can be told
 */
record ChronicleText(Chronicle chronicle, Function<CardRef, Optional<String>> links, DisplayNames names) {
    private static final int ROOM = 9_500;
    private static final int SUMMARY = 500;

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
                    chronicle.chapters().stream().map(this::line).toList(),
                    ROOM);
        }
        return new PageButtons(chronicle.paging()).below(builder).rendered(title);
    }

    private RichTextLine line(Chronicle.Chapter chapter) {
        Request request = chapter.request();
        var line = new RichTextLine()
                .date(request.createdAt())
                .text(" ")
                .code(request.id().value())
                .text(" " + SafeText.line(new RequestSummary(request, names).change(), SUMMARY) + ": ")
                .bold(CardState.of(request, List.of(), chapter.history()).title());
        request.maker()
                .ifPresentOrElse(person -> line.text(", by ").user(person), () -> line.text(", by ecr-bot itself"));
        chapter.foreign().stream()
                .limit(2)
                .forEach(event -> line.text("; ").date(event.at()).text(" " + foreign(event)));
        if (!request.revision().kept()) {
            line.text("; what it changed in the policy is no longer kept");
        }
        chapter.card().flatMap(links).ifPresent(url -> line.text(" ").link(url, "card"));
        return line;
    }

    private static String foreign(Event event) {
        return event.kind() == EventKind.REVISED
                ? "others had changed the policy"
                : "what it gave was gone from the policy, by others' doing";
    }
}

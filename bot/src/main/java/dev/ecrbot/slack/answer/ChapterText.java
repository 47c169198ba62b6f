package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.slack.message.CardState;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import dev.ecrbot.slack.message.SinceText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A request in one line, and what became of it.
 *
 * @param links the address of a card, where it can be told
 */
record ChapterText(Function<CardRef, Optional<String>> links, DisplayNames names) {
    private static final int SUMMARY = 500;

    RichTextLine line(Chronicle.Chapter chapter) {
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
        if (event.kind() == EventKind.REVISED) {
            return "others had changed the policy";
        }
        // A row of another version may have a reason that isn't known here.
        String reason = event.details().getOrDefault(Detail.REASON, "");
        return Stream.of(Grant.Reason.PRINCIPAL_DELETED, Grant.Reason.REPOSITORY_DELETED)
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(known -> "what it gave " + SinceText.why(known))
                .orElse("what it gave was gone from the policy, by others' doing");
    }
}

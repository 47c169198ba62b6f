package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Story;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.CardState;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.PlanText;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells the whole story of a request.
 *
 * @param links the address of a card, where it can be told
 */
record StoryText(Story story, Function<CardRef, Optional<String>> links, DisplayNames names) {
    private static final int EVENTS = 4_000;
    private static final int SUMMARY = 1_000;
    private static final int REASON = 300;

    Rendered render() {
        Request request = story.request();
        var state = CardState.of(request, story.approvals(), story.history());
        var builder = new MessageBuilder().add(Blocks.lines(head(request, state)));
        builder.list(
                new RichTextLine().bold("What happened"),
                story.events().stream()
                        .map(event -> new EventText(event, story.reasons()).line())
                        .toList(),
                EVENTS);
        var plan = new PlanText(request, names);
        plan.effects(builder);
        plan.diff(builder);
        return builder.titled("The story of " + request.id());
    }

    private List<RichTextLine> head(Request request, CardState state) {
        var lines = new ArrayList<RichTextLine>();
        lines.add(new RichTextLine()
                .code(request.id().value())
                .text(" " + state.sign() + " ")
                .bold(state.title())
                .text(": " + SafeText.line(new RequestSummary(request, names).change(), SUMMARY)));
        lines.add(RichTextLine.bold("Where: ", names.target(request.change().target())));
        request.ask()
                .ifPresentOrElse(
                        ask -> asked(lines, ask), () -> lines.add(RichTextLine.of("ecr-bot did this by itself.")));
        request.stage()
                .proof()
                .map(Proof::awsRequestId)
                .filter(id -> !id.isBlank())
                .ifPresent(id -> lines.add(RichTextLine.bold("AWS request: ", SafeText.line(id, 100))));
        story.card().flatMap(links).ifPresent(url -> lines.add(new RichTextLine().link(url, "See its card")));
        return lines;
    }

    private static void asked(List<RichTextLine> lines, Ask ask) {
        lines.add(new RichTextLine().bold("Asked by: ").user(ask.requester()));
        ask.reason().ifPresent(why -> lines.add(RichTextLine.bold("Why: ", SafeText.line(why, REASON))));
        lines.add(new RichTextLine().bold("Rule: ").text(SafeText.line(ask.rule(), 100)));
    }
}

package dev.ecrbot.slack.answer;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.command.Which;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Buttons;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;

/** What somebody can have meant who named no request, each with the button that does what they wanted. */
record ChoiceText(Finding.Choice choice, DisplayNames names) {
    private static final int LONGEST = 400;
    // What one takes of the room at most, and what has to stand below them.
    private static final int EACH = 1_800;
    private static final int BELOW = 1_500;

    Rendered render() {
        int all = choice.grants().size() + choice.requests().size();
        if (all == 0) {
            return none();
        }
        String question = all == 1 && choice.more() == 0 ? one() : several();
        var builder = new MessageBuilder()
                .add(Blocks.lines(new RichTextLine().bold(question).text(" Nothing is done before you click.")));
        int shown = 0;
        for (Finding.Choice.Held held : choice.grants()) {
            if (shown > 0 && builder.left() < EACH + BELOW) {
                break;
            }
            held(builder, held);
            shown++;
        }
        for (Request request : choice.requests()) {
            if (shown > 0 && builder.left() < EACH + BELOW) {
                break;
            }
            builder.add(Blocks.lines(line(request))).add(button(request));
            shown++;
        }
        below(builder, all - shown + choice.more());
        return builder.titled(question);
    }

    private void below(MessageBuilder builder, long more) {
        if (more > 0) {
            builder.add(Blocks.context(more + (more == 1 ? " more fits" : " more fit")
                    + " what you typed: add a word that stands in the one that you mean."));
        }
        if (!choice.unknown().isEmpty()) {
            builder.add(Blocks.context("Left out, since it stands in none of them: " + unknown() + "."));
        }
    }

    private Rendered none() {
        var lines = new ArrayList<RichTextLine>();
        lines.add(RichTextLine.of(nothing()));
        if (choice.closed() > 0) {
            lines.add(RichTextLine.of(closed()));
        }
        lines.add(
                RichTextLine.of(
                        "“/ecr requests” shows what you asked for, and “/ecr status”, with a repository behind it, who has access there and what you may change."));
        return new MessageBuilder().add(Blocks.lines(lines)).titled(nothing());
    }

    private String nothing() {
        String about = choice.asked().words().isEmpty()
                ? ""
                : " with " + SafeText.line(String.join(", ", choice.asked().words()), LONGEST) + " in it";
        return switch (choice.asked().step()) {
            case EXTEND -> "There is no access" + about + " that you can extend. Nothing was asked for.";
            case END -> "There is no access" + about + " that you can end. Nothing was changed.";
            case UNDO -> "There is nothing" + about + " that can be undone. Nothing was asked for.";
            case CANCEL -> "No request of yours" + about + " waits for a decision. Nothing was changed.";
            case SHORTEN -> "No request for access" + about + " waits for a decision. Nothing was changed.";
        };
    }

    private String closed() {
        boolean extend = choice.asked().step() == Which.Step.EXTEND;
        return (choice.closed() == 1 ? "What fits" : "All that fits")
                + (extend
                        ? " has no end, or no rule lets you ask for more of it."
                        : " is for whoever asked for it to end, and for those who approve such access.");
    }

    private String one() {
        return switch (choice.asked().step()) {
            case EXTEND -> "Is this what should last longer?";
            case END -> "Is this what should end now?";
            case UNDO -> "Is this what should be undone?";
            case CANCEL -> "Is this the request that you want to take back?";
            case SHORTEN -> "Is this the request that should get a sooner end?";
        };
    }

    private String several() {
        return switch (choice.asked().step()) {
            case EXTEND -> "Which of these should last longer?";
            case END -> "Which of these should end now?";
            case UNDO -> "Which of these should be undone?";
            case CANCEL -> "Which of these requests do you want to take back?";
            case SHORTEN -> "Which of these requests should get a sooner end?";
        };
    }

    private String unknown() {
        return SafeText.line(String.join(", ", choice.unknown()), LONGEST);
    }

    private void held(MessageBuilder builder, Finding.Choice.Held held) {
        builder.add(Blocks.lines(line(held.grant())));
        held.line()
                .ifPresent(line -> builder.add(
                        Blocks.lines(new RichTextLine().code(SafeText.line("/ecr " + line.text(), LONGEST)))));
        builder.add(button(held));
    }

    private RichTextLine line(Grant grant) {
        var line = new RichTextLine().code(grant.id().toString()).text(" gave " + what(grant) + ", ");
        grant.until().ifPresentOrElse(until -> line.text("until ").date(until), () -> line.text("without an end"));
        return line;
    }

    private String what(Grant grant) {
        return SafeText.line(
                AccessText.given(names, grant.access()) + " on " + names.shown(grant.target()) + " for "
                        + names.principal(grant.principal()),
                LONGEST);
    }

    private RichTextLine line(Request request) {
        var line = new RichTextLine()
                .code(request.id().value())
                .text(" " + SafeText.line(new RequestSummary(request, names).change(), LONGEST));
        request.ask().ifPresent(ask -> line.text(", asked by ").user(ask.requester()));
        return line.text(", ").date(request.createdAt());
    }

    private LayoutBlock button(Finding.Choice.Held held) {
        Grant grant = held.grant();
        String id = grant.id().toString();
        var buttons = new ArrayList<BlockElement>();
        if (choice.asked().step() == Which.Step.END) {
            buttons.add(Buttons.endNow(id, what(grant)));
        } else {
            held.line().map(ChoiceText::asking).ifPresent(buttons::add);
            buttons.add(Buttons.of(Ids.EXTEND, "Extend…", id));
        }
        return Buttons.block(Ids.of(id, Ids.until(grant.until())), buttons);
    }

    private static ButtonElement asking(Line line) {
        return ButtonElement.builder()
                .actionId(Ids.ASK_OWN)
                .text(Blocks.plain("Ask for this"))
                .style("primary")
                .value(line.sent())
                .build();
    }

    private LayoutBlock button(Request request) {
        String id = request.id().value();
        return Buttons.block(
                Ids.of(id, Ids.revision(request.revision().number())),
                List.of(
                        switch (choice.asked().step()) {
                            case CANCEL -> Buttons.cancel(id);
                            case SHORTEN -> Buttons.of(Ids.SHORTEN, "Shorten…", id);
                            case EXTEND, END, UNDO -> Buttons.undo(id);
                        }));
    }
}

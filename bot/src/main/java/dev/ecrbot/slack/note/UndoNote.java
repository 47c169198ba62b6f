package dev.ecrbot.slack.note;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Buttons;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.HeldText;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.UndoText;
import java.util.Optional;

/**
 * Writes what one person is told about an undo: that it is done, that it undid their request, or what it made of their grant.
 *
 * @param card the address of the card of the request that the message is about
 */
record UndoNote(Request request, Optional<String> card, DisplayNames names) {

    Rendered undid() {
        String undone = undoneId(request);
        String what = new RequestSummary(request, names).undone();
        var line = new RichTextLine()
                .text("Done: ")
                .code(undone)
                .text(" is undone: " + what + ". That was read back from AWS (")
                .code(id())
                .text(").");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line)))
                .rendered("Done: " + undone + " is undone: " + Mrkdwn.escape(what) + " (" + id() + ").");
    }

    Rendered undone(Request undo) {
        String what = new RequestSummary(undo, names).undone();
        var line = by(new RichTextLine(), undo)
                .text(" had your request ")
                .code(id())
                .text(" undone by ");
        line.code(undo.id().value()).text(": " + what + ".");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line), RichTextLine.of(next(undo))))
                .rendered("Your request " + id() + " was undone: " + Mrkdwn.escape(what) + " (" + undo.id() + ").");
    }

    private static String next(Request undo) {
        return undo.change().edit().gives()
                ? "Should it be gone all the same? Talk to them, or ask for a revocation."
                : "Still needed? Talk to them, or ask again.";
    }

    Rendered restored(Claim.Held restored, Request undo) {
        var held = new HeldText(restored, names);
        boolean sooner = UndoText.sooner(undo);
        String what = held.what();
        var line = new RichTextLine().text(sooner ? "It ends sooner again: " : "You have it again: ");
        UndoText.until(line.bold(what), held, sooner).text(" ");
        by(line, undo).text(" had ").code(undoneId(undo)).text(" undone by ");
        line.code(undo.id().value()).text(".");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line)))
                .add(Buttons.ofHolder(id(), what, held.until()))
                .add(Blocks.context("Request " + id()))
                .rendered((sooner ? "It ends sooner again: " : "You have it again: ") + Mrkdwn.escape(what) + " ("
                        + id() + ").");
    }

    private static RichTextLine by(RichTextLine line, Request undo) {
        return undo.ask().map(Ask::requester).map(line::user).orElseGet(() -> line.text("Somebody"));
    }

    private static String undoneId(Request undo) {
        return undo.change().undoes().map(Object::toString).orElse("");
    }

    private RichTextLine linked(RichTextLine line) {
        card.ifPresent(url -> line.text(" ").link(url, "See its card"));
        return line;
    }

    private String id() {
        return request.id().value();
    }
}

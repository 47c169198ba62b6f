package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.policy.plan.Edit;

/** Writes what the threads of cards are told about an undo. */
public record UndoText(DisplayNames names) {

    public Rendered undone(Message.Undone message) {
        Request by = message.by();
        String what = new RequestSummary(by, names).undone();
        var line = new RichTextLine().text("Undone by request ").code(by.id().value());
        by.ask().ifPresent(ask -> line.text(" of ").user(ask.requester()));
        return new MessageBuilder()
                .add(Blocks.lines(line.text(": " + what + ".")))
                .rendered("Undone by request " + by.id() + ": " + Mrkdwn.escape(what) + ".");
    }

    public Rendered restored(Message.GrantRestored message) {
        var held = new HeldText(message.held(), names);
        boolean sooner = sooner(message.by());
        String start = sooner ? "Ends sooner again: " : "In force again: ";
        var line = until(new RichTextLine().text(start + held.what()), held, sooner)
                .text(" ");
        message.by().change().undoes().ifPresent(undone -> line.code(undone.value()));
        line.text(" was undone by request ").code(message.by().id().value()).text(".");
        return new MessageBuilder()
                .add(Blocks.lines(line))
                .rendered(
                        start + Mrkdwn.escape(held.what()) + " (" + message.by().id() + ").");
    }

    /** Returns whether a grant lost the later end that an extension gave it. */
    public static boolean sooner(Request undo) {
        return undo.change().edit() instanceof Edit.Undo edit && edit.done() instanceof Edit.Extend;
    }

    /** Says when it ends, and ends the sentence. */
    public static RichTextLine until(RichTextLine line, HeldText held, boolean sooner) {
        return held.until(held.asOf(line), sooner ? ", " : ", until ", ", without an end");
    }
}

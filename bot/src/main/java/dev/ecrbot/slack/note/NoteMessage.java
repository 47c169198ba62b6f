package dev.ecrbot.slack.note;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.CommentNote;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.desk.tell.NoteVisitor;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Buttons;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.HeldText;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.ProblemText;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RevisionCauseText;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what only the requester is told.
 *
 * @param card the address of the request's card
 */
public record NoteMessage(Message.Private message, Optional<String> card, DisplayNames names)
        implements NoteVisitor<Rendered> {
    public Rendered render() {
        Rendered told = message.note().visit(this);
        return follows() ? beside(told) : told;
    }

    private boolean follows() {
        return message.note().isOfOutcome()
                && request()
                        .maker()
                        .filter(person -> !person.equals(message.to()))
                        .isPresent();
    }

    /** The same, for somebody who asked for the same. */
    private Rendered beside(Rendered told) {
        var line = new RichTextLine().text("You asked for what ");
        request().maker().ifPresent(line::user);
        line.text(" had asked for already. This is what came of that request:");
        var blocks = new ArrayList<LayoutBlock>(List.of(Blocks.lines(line)));
        blocks.addAll(told.blocks());
        return new Rendered(told.text(), blocks);
    }

    @Override
    public Rendered handedOn(Note.HandedOn handed) {
        var line = new RichTextLine()
                .user(handed.by())
                .text(" took back the request that you had asked for, too. It goes on as yours, as ")
                .code(id())
                .text(": " + subject().change() + ".");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line)))
                .add(Buttons.block(Buttons.cancel(id()), Buttons.comment(id())))
                .rendered("The request " + id() + " goes on as yours: "
                        + Mrkdwn.escape(subject().change()) + ".");
    }

    @Override
    public Rendered asked(Note.Asked asked) {
        return new AskedNote(request(), card, names).render();
    }

    @Override
    public Rendered together(Note.Together together) {
        return new TogetherNote(together.members(), card, names).render();
    }

    @Override
    public Rendered revised(Note.Revised revised) {
        String why = new RevisionCauseText(revised.why()).why();
        var line = new RichTextLine()
                .text(why + ". ")
                .code(id())
                .text(
                        " wasn't applied: nothing was written, and the approvers were asked again about what would change now.");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line), RichTextLine.of("You don't need to do anything.")))
                .rendered("Your request " + id() + " wasn't applied, and its approvers were asked again. " + why + ".");
    }

    @Override
    public Rendered shortened(Note.Shortened shortened) {
        var line = new RichTextLine()
                .user(shortened.by())
                .text(" shortened the end that your request ")
                .code(id())
                .text(" asks for: " + subject().change() + ", until ");
        subject().until().ifPresent(line::date);
        return new MessageBuilder()
                .add(Blocks.lines(
                        linked(line.text(".")), RichTextLine.of("It was shown to the approvers again, with that end.")))
                .add(Buttons.block(Buttons.cancel(id()), Buttons.comment(id())))
                .rendered("The end that your request " + id() + " asks for was shortened.");
    }

    @Override
    public Rendered granted(Note.Granted granted) {
        return new GrantedNote(request(), !follows(), card, names).render(granted);
    }

    @Override
    public Rendered revoked(Note.Revoked revoked) {
        var line = new RichTextLine()
                .text("Done: " + subject().taken() + ", and that was read back from AWS (")
                .code(id());
        line.text(").");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line)))
                .rendered("Done: " + Mrkdwn.escape(subject().taken()) + " (" + id() + ").");
    }

    @Override
    public Rendered belated(Note.Belated belated) {
        var line = new RichTextLine()
                .text("AWS has applied the write of ")
                .code(id())
                .text(" after all, later than expected: " + subject().change()
                        + ". The earlier message that it failed is out of date.");
        return new MessageBuilder()
                .add(Blocks.lines(
                        linked(line), RichTextLine.of("Did you ask for it again meanwhile? Type /ecr requests mine.")))
                .rendered("AWS has applied the write of " + id() + " after all.");
    }

    @Override
    public Rendered denied(Note.Denied denied) {
        return denialNote().denied();
    }

    @Override
    public Rendered denialReason(Note.DenialReason reason) {
        return denialNote().reason(reason.reason());
    }

    @Override
    public Rendered expired(Note.Expired expired) {
        var line = new RichTextLine()
                .text("Nobody decided on " + whose() + " request ")
                .code(id())
                .text(" in time, so it expired: " + subject().change() + ". Nothing was changed.");
        var builder = new MessageBuilder().add(Blocks.lines(linked(line)));
        if (!expired.asked().isBlank()) {
            builder.add(Blocks.code(
                    RichTextLine.bold("Still needed?", " Ask again:"), SafeText.code("/ecr " + expired.asked())));
            again(builder, request());
        }
        return builder.rendered("Nobody decided on " + whose() + " request " + id() + " in time, so it expired.");
    }

    @Override
    public Rendered failed(Note.Failed failed) {
        var line = new RichTextLine()
                .text(follows() ? "The request " : "Your request ")
                .code(id())
                .text(" failed: " + subject().change() + ".");
        var builder = new MessageBuilder().add(Blocks.lines(linked(line)));
        request()
                .stage()
                .problem()
                .ifPresent(problem -> new ProblemText(problem).blocks().forEach(builder::add));
        if (!failed.covering().isEmpty()) {
            builder.add(Blocks.lines(HeldText.covering(new RichTextLine(), failed.covering())));
        }
        again(builder, request());
        return builder.rendered((follows() ? "The request " : "Your request ") + id() + " failed.");
    }

    @Override
    public Rendered commented(CommentNote comment) {
        return new CommentText(request(), card, names).render(comment);
    }

    @Override
    public Rendered ofGrant(GrantNote note) {
        return note.visit(grantNote());
    }

    @Override
    public Rendered extended(Note.Extended extended) {
        return grantNote().extended(extended.held());
    }

    @Override
    public Rendered undid(Note.Undid undid) {
        return undoNote().undid();
    }

    @Override
    public Rendered undone(Note.Undone undone) {
        return undoNote().undone(undone.by());
    }

    /** Adds the buttons to try the same again, where that may help, and to ask for it again. */
    static MessageBuilder again(MessageBuilder builder, Request request) {
        List<BlockElement> buttons = Stream.concat(Buttons.tryAgain(request).stream(), Buttons.again(request).stream())
                .<BlockElement>map(button -> button)
                .toList();
        return buttons.isEmpty() ? builder : builder.add(Buttons.block(buttons));
    }

    private DenialNote denialNote() {
        return new DenialNote(request(), follows() ? "The request " : "Your request ", card, names);
    }

    private GrantNoteText grantNote() {
        return new GrantNoteText(request(), card, names);
    }

    private UndoNote undoNote() {
        return new UndoNote(request(), card, names);
    }

    private String whose() {
        return follows() ? "the" : "your";
    }

    private RichTextLine linked(RichTextLine line) {
        card.ifPresent(url -> line.text(" ").link(url, "See its card"));
        return line;
    }

    private RequestSummary subject() {
        return new RequestSummary(request(), names);
    }

    private Request request() {
        return message.request();
    }

    private String id() {
        return request().id().value();
    }
}

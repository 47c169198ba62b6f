package dev.ecrbot.slack.message;

import dev.ecrbot.desk.ledger.Ask;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.plan.OtherHalf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what only the requester is told.
 *
 * @param card the address of the request's card
 */
public record NoteMessage(Message.Private message, Optional<String> card, DisplayNames names)
        implements Note.Visitor<Rendered> {
    private static final int LONGEST_NAME = 100;

    public Rendered render() {
        return message.note().visit(this);
    }

    @Override
    public Rendered asked(Note.Asked asked) {
        var line = new RichTextLine()
                .text("Your request ")
                .code(id())
                .text(" waits for approval: " + subject().change() + ".");
        RichTextLine who = new RichTextLine().text("Who decides: ");
        request().ask().ifPresent(ask -> decides(who, ask));
        RichTextLine next = RichTextLine.of(
                subject().grants() && subject().from().isEmpty()
                        ? "You'll get the commands to log in with as a direct message as soon as it is in effect."
                        : "You'll get a direct message as soon as it is in effect.");
        var builder = new MessageBuilder().add(Blocks.lines(linked(line), who, next));
        if (subject().grants() && principal() instanceof Principal.Session session) {
            builder.add(Blocks.code(
                    RichTextLine.bold(
                            "One session only. ",
                            "You named the session “" + SafeText.line(session.session(), LONGEST_NAME)
                                    + "”, and most tools take another session name at each run. If you mean its role, "
                                    + "cancel this and type:"),
                    SafeText.code("/ecr grant " + subject().access() + " "
                            + subject().target() + " " + session.owner() + " " + session.role())));
        }
        return builder.add(Blocks.context("Changed your mind? /ecr cancel " + id()))
                .rendered("Your request " + id() + " waits for approval: "
                        + Mrkdwn.escape(subject().change()) + ".");
    }

    private static void decides(RichTextLine line, Ask ask) {
        line.people(ask.approvers());
        line.text(ask.approvals() == 1 ? "." : "; " + ask.approvals() + " of them have to approve.");
    }

    @Override
    public Rendered revised(Note.Revised revised) {
        String why = new RevisionCauseText(revised.why()).why();
        var line = new RichTextLine()
                .text(why + ". ")
                .code(id())
                .text(
                        " wasn't applied: nothing was written, and the approvers are asked again about what would change now.");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line), RichTextLine.of("You don't need to do anything.")))
                .rendered("Your request " + id() + " waits for approval again. " + why + ".");
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
                .add(Blocks.lines(linked(line.text(".")), RichTextLine.of("It waits for approval with that end.")))
                .add(Blocks.context("Not what you need? /ecr cancel " + id()))
                .rendered("The end that your request " + id() + " asks for was shortened.");
    }

    @Override
    public Rendered granted(Note.Granted granted) {
        var held = new HeldText(granted.held(), names);
        boolean limited = granted.held().limited();
        var line = held.asOf(new RichTextLine()
                .text(limited ? "It is in the policy: " : "You have it: ")
                .bold(held.what())
                .text(limited ? ", within the limits below" : " is in effect"));
        held.until(line, ", until ", ". It has no end; it stays until somebody revokes it");
        if (held.until().isPresent()) {
            line.text(" If it ends sooner, you'll get a message.");
        }
        var lines = new ArrayList<RichTextLine>(List.of(linked(line)));
        lines.addAll(new LimitText(request().revision().plan(), Optional.empty()).lines());
        var builder = new MessageBuilder().add(Blocks.lines(lines));
        var snippet = new SnippetText(granted.snippet());
        var half = new OtherHalf(principal(), request().change().target());
        if (half.logsIn()) {
            snippet.login(builder);
        } else {
            snippet.functions(builder);
        }
        snippet.otherHalf(builder, half, half.who().orElse(subject().principal()));
        return builder.add(Blocks.code(RichTextLine.bold("Not needed any more?", " Type:"), "/ecr end " + id()))
                .add(Blocks.context("Request " + id()))
                .rendered((limited ? "Access is in the policy, within limits: " : "Access is in effect: ")
                        + Mrkdwn.escape(held.what()) + " (" + id() + ").");
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
                .text("Nobody decided on your request ")
                .code(id())
                .text(" in time, so it expired: " + subject().change() + ". Nothing was changed.");
        var builder = new MessageBuilder().add(Blocks.lines(linked(line)));
        if (!expired.asked().isBlank()) {
            builder.add(Blocks.code(
                    RichTextLine.bold("Still needed?", " Ask again:"), SafeText.code("/ecr " + expired.asked())));
        }
        return builder.rendered("Nobody decided on your request " + id() + " in time, so it expired.");
    }

    @Override
    public Rendered failed(Note.Failed failed) {
        var line = new RichTextLine()
                .text("Your request ")
                .code(id())
                .text(" failed: " + subject().change() + ".");
        var builder = new MessageBuilder().add(Blocks.lines(linked(line)));
        request()
                .stage()
                .problem()
                .ifPresent(problem -> new ProblemText(problem).blocks().forEach(builder::add));
        return builder.rendered("Your request " + id() + " failed.");
    }

    @Override
    public Rendered expiring(Note.Expiring expiring) {
        return grantNote().expiring(expiring.held());
    }

    @Override
    public Rendered extended(Note.Extended extended) {
        return grantNote().extended(extended.held());
    }

    @Override
    public Rendered missing(Note.Missing missing) {
        return grantNote().missing(missing);
    }

    @Override
    public Rendered hindered(Note.Hindered hindered) {
        return grantNote().hindered(hindered);
    }

    @Override
    public Rendered endedEarly(Note.EndedEarly early) {
        return grantNote().ended(early.end());
    }

    @Override
    public Rendered stillThere(Note.StillThere still) {
        return grantNote().stillThere(still.why());
    }

    @Override
    public Rendered undid(Note.Undid undid) {
        return undoNote().undid();
    }

    @Override
    public Rendered undone(Note.Undone undone) {
        return undoNote().undone(undone.by());
    }

    @Override
    public Rendered restored(Note.Restored restored) {
        return undoNote().restored(restored.held(), restored.by());
    }

    private DenialNote denialNote() {
        return new DenialNote(request(), card, names);
    }

    private GrantNote grantNote() {
        return new GrantNote(request(), card, names);
    }

    private UndoNote undoNote() {
        return new UndoNote(request(), card, names);
    }

    private RichTextLine linked(RichTextLine line) {
        card.ifPresent(url -> line.text(" ").link(url, "See its card"));
        return line;
    }

    private Principal principal() {
        return request().change().edit().principal();
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

package dev.ecrbot.slack.note;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.plan.Hindrance;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Buttons;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.HeldText;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import dev.ecrbot.slack.message.SinceText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what one person is told about a grant after it was given: that it ends soon, lasts longer, has ended or is gone.
 *
 * @param card the address of the request's card
 */
record GrantNoteText(Request request, Optional<String> card, DisplayNames names)
        implements GrantNote.GrantVisitor<Rendered> {
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_PROBLEM = 1_000;

    @Override
    public Rendered expiring(GrantNote.Expiring expiring) {
        var held = new HeldText(expiring.held(), names);
        Instant end = held.until().orElseThrow();
        var line = new RichTextLine()
                .text("It ends soon: ")
                .bold(held.what())
                .text(", ")
                .date(end);
        RichTextLine next = RichTextLine.of(
                "Is it still needed then? Ask for a later end; somebody has to approve it. Otherwise you don't need to "
                        + "do anything: it ends by itself.");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line.text(".")), next))
                .add(Buttons.block(
                        Ids.until(end),
                        List.of(Buttons.of(Ids.EXTEND, "Extend…", id(), "primary"), Buttons.endNow(id(), held.what()))))
                .add(Blocks.context("Request " + id()))
                .rendered("It ends soon: " + Mrkdwn.escape(held.what()) + ", " + Mrkdwn.date(end) + " (" + id() + ").");
    }

    @Override
    public Rendered expiringTogether(GrantNote.ExpiringTogether expiring) {
        return new EndingsText(expiring.endings(), names).render();
    }

    Rendered extended(Claim.Held extended) {
        var held = new HeldText(extended, names);
        var line = held.asOf(
                new RichTextLine().text("It lasts longer: ").bold(held.what()).text(" has another end"));
        held.until(line, ": it ends ", ": none any more, until somebody revokes it");
        var builder = new MessageBuilder()
                .add(Blocks.lines(linked(line), RichTextLine.of("Those who use it don't need to do anything.")));
        request.change()
                .extended()
                .ifPresent(grant -> builder.add(Buttons.ofHolder(grant.toString(), held.what(), held.until())));
        return builder.add(Blocks.context("Request " + id()))
                .rendered("It lasts longer: " + Mrkdwn.escape(held.what()) + " (" + id() + ").");
    }

    @Override
    public Rendered endedEarly(GrantNote.EndedEarly early) {
        EarlyEnd end = early.end();
        var line = new RichTextLine()
                .text("Ended before its time by ")
                .user(end.by())
                .text(": " + subject().change() + " (")
                .code(id())
                .text(").");
        if (end.kept()) {
            line.text(" Nothing was taken away, since another grant still gives it.");
        }
        linked(line);
        var builder = new MessageBuilder();
        end.ending()
                .filter(ending -> !end.kept())
                .ifPresentOrElse(
                        ending -> builder.add(Blocks.lines(
                                        line, RichTextLine.of("A mistake? Ask for it back: undo " + ending + ".")))
                                .add(Buttons.block(Buttons.undo(ending.value()))),
                        () -> builder.add(Blocks.lines(line)));
        return builder.rendered(
                "Ended before its time: " + Mrkdwn.escape(subject().change()) + " (" + id() + ").");
    }

    @Override
    public Rendered revokedBy(GrantNote.RevokedBy revoked) {
        Request by = revoked.by();
        String what = "your " + subject().change();
        var line = maker(new RichTextLine(), by)
                .text(" had ")
                .bold(what)
                .text(" (")
                .code(id())
                .text(") revoked, by request ")
                .code(by.id().value())
                .text(".");
        var builder = new MessageBuilder()
                .add(Blocks.lines(linked(line), why(by), RichTextLine.of("Still needed? Talk to them, or ask again.")));
        return NoteMessage.again(builder, request).rendered("Revoked: " + Mrkdwn.escape(what) + " (" + id() + ").");
    }

    @Override
    public Rendered extendedBy(GrantNote.ExtendedBy extended) {
        var held = new HeldText(extended.held(), names);
        Request by = extended.by();
        var line = held.asOf(maker(new RichTextLine(), by)
                .text(" had ")
                .bold(held.what())
                .text(" extended, by request ")
                .code(by.id().value()));
        held.until(line, ": it ends ", ": it has no end");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line), why(by)))
                .add(Buttons.ofHolder(id(), held.what(), held.until()))
                .rendered("Extended: " + Mrkdwn.escape(held.what()) + " (" + id() + ").");
    }

    private static RichTextLine maker(RichTextLine line, Request by) {
        return by.maker().map(line::user).orElseGet(() -> line.text("Somebody"));
    }

    private static RichTextLine why(Request by) {
        return RichTextLine.bold(
                "Why: ",
                by.ask()
                        .flatMap(Ask::reason)
                        .map(reason -> SafeText.line(reason, LONGEST_REASON))
                        .orElse("no reason was given"));
    }

    @Override
    public Rendered hindered(GrantNote.Hindered hindered) {
        var held = new HeldText(hindered.held(), names);
        boolean whole = hindered.what().isBlank();
        boolean unknown = hindered.what().equals(Hindrance.UNKNOWN.text());
        String start = unknown
                ? "The Deny that stood in its way is gone: "
                : whole ? "No Deny stands in its way any more: " : "Somebody put a Deny in its way: ";
        var line = held.asOf(new RichTextLine().text(start).bold(held.what()).text(" is in the policy"));
        held.until(line, ", until ", "");
        var lines = new ArrayList<RichTextLine>(List.of(linked(line)));
        if (!whole) {
            lines.add(RichTextLine.bold("But: ", SafeText.line(hindered.what(), LONGEST_PROBLEM)));
        }
        if (!whole && !unknown) {
            lines.add(
                    RichTextLine.of(
                            "ecr-bot doesn't change what others write. Ask whoever looks after that policy, or the approvers."));
        }
        return new MessageBuilder()
                .add(Blocks.lines(lines))
                .add(Blocks.context("Request " + id()))
                .rendered(start + Mrkdwn.escape(held.what()) + " (" + id() + ").");
    }

    @Override
    public Rendered stillThere(GrantNote.StillThere still) {
        String why = still.why();
        var line = new RichTextLine()
                .text("Not ended: " + subject().change() + " (")
                .code(id())
                .text("). " + SafeText.line(why, LONGEST_PROBLEM));
        return new MessageBuilder()
                .add(Blocks.lines(linked(line), RichTextLine.of("Type /ecr end " + id() + " to try again.")))
                .rendered("Not ended: " + Mrkdwn.escape(subject().change()) + " (" + id() + ").");
    }

    @Override
    public Rendered missing(GrantNote.Missing missing) {
        String asked = missing.asked();
        var line = new RichTextLine()
                .text("Gone: " + subject().change() + " (")
                .code(id())
                .text("). It " + SinceText.why(missing.why()) + ". ecr-bot doesn't put it back by itself.");
        var builder = new MessageBuilder().add(Blocks.lines(linked(line)));
        if (!asked.isBlank()) {
            builder.add(Blocks.code(RichTextLine.bold("Still needed?", " Ask again:"), SafeText.code("/ecr " + asked)));
            NoteMessage.again(builder, request);
        }
        return builder.rendered("Gone: " + Mrkdwn.escape(subject().change()) + " (" + id() + ").");
    }

    @Override
    public Rendered restored(GrantNote.Restored restored) {
        return new UndoNote(request, card, names).restored(restored.held(), restored.by());
    }

    private RichTextLine linked(RichTextLine line) {
        card.ifPresent(url -> line.text(" ").link(url, "See its card"));
        return line;
    }

    private RequestSummary subject() {
        return new RequestSummary(request, names);
    }

    private String id() {
        return request.id().value();
    }
}

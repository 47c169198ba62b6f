package dev.ecrbot.slack.channel;

import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Commented;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.Escalated;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.HeldText;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RevisionCauseText;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import dev.ecrbot.slack.message.SinceText;

/** Writes the replies in a card's thread. */
public record ThreadMessage(DisplayNames names) {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_REASON = 300;

    /** A reply and not only an edit of the card, since an edit notifies nobody. */
    public Rendered called(Message.ApproversCalled message) {
        Request request = message.request();
        String who = message.called()
                .now()
                .map(people -> Mrkdwn.mention(people) + ": ")
                .orElse("");
        String text = who + new RevisionCauseText(message.why()).why()
                + ", so nothing was written. The card above now shows what would change (revision "
                + request.revision().number() + "), and needs your decision again.";
        return new Rendered(text, java.util.List.of(Blocks.mrkdwn(text)));
    }

    public Rendered reminder(Message.Reminder message) {
        String text = reminder(message, "the card above");
        return new Rendered(text, java.util.List.of(Blocks.mrkdwn(text)));
    }

    String reminder(Message.Reminder message, String card) {
        return Mrkdwn.mention(message.missing()) + ": " + message.request().id() + " still waits for your decision on "
                + card + ". If nobody decides, it expires " + Mrkdwn.date(message.until()) + ".";
    }

    public Rendered escalated(Escalated message) {
        String text = escalated(message, "the card above");
        return new Rendered(text, java.util.List.of(Blocks.mrkdwn(text)));
    }

    String escalated(Escalated message, String card) {
        return Mrkdwn.mention(message.deputies()) + ": nobody has decided on "
                + message.request().id() + " yet, so you are called, too. You can approve or deny it on " + card
                + ". If nobody decides, it expires " + Mrkdwn.date(message.until()) + ".";
    }

    public Rendered commented(Commented message) {
        String id = message.request().id().value();
        String said = "“" + SafeText.line(message.text(), SafeText.COMMENT) + "”";
        var line = new RichTextLine();
        message.answers().ifPresent(other -> line.user(other).text(", "));
        line.user(message.by()).text(" comments on ").code(id).text(": " + said);
        String to = message.answers().map(other -> Mrkdwn.mention(other) + ", ").orElse("");
        return new Rendered(
                to + Mrkdwn.mention(message.by()) + " comments on " + id + ": " + Mrkdwn.escape(said),
                java.util.List.of(Blocks.lines(line)));
    }

    public Rendered ended(Message.GrantEnded message) {
        Grant grant = message.grant();
        String what = AccessText.given(names, grant.access()) + " on " + DisplayNames.some(grant.target()) + " for "
                + names.principal(grant.principal());
        String why = grant.ended().map(end -> SinceText.why(end.reason())).orElse("has ended");
        var line = RichTextLine.of("Ended: " + what + " " + why + ", ");
        grant.ended().ifPresent(end -> line.date(end.at()));
        message.early().ifPresent(early -> {
            line.text(", by ").user(early.by());
            if (early.kept()) {
                line.text(". Nothing was taken away, since another grant still gives it");
            }
        });
        grant.ended()
                .filter(end -> end.reason() != Grant.Reason.EXPIRED)
                .flatMap(Grant.End::by)
                .ifPresent(by -> line.text(" (").code(by.value()).text(")"));
        line.text(".");
        return new MessageBuilder().add(Blocks.lines(line)).rendered("Ended: " + Mrkdwn.escape(what) + " " + why + ".");
    }

    public Rendered extended(Message.GrantExtended message) {
        var held = new HeldText(message.held(), names);
        var line = held.asOf(RichTextLine.of("Extended: " + held.what() + " by request ")
                .code(message.by().id().value()));
        held.until(line, ": it ends ", ": it has no end");
        return new MessageBuilder()
                .add(Blocks.lines(line))
                .rendered("Extended: " + Mrkdwn.escape(held.what()) + " ("
                        + message.by().id() + ").");
    }

    public Rendered denied(DenialExplained message) {
        Request request = message.request();
        String why = SafeText.line(message.reason(), LONGEST_REASON);
        var line = new RichTextLine();
        request.stage()
                .decision()
                .map(Decision::by)
                .ifPresentOrElse(by -> line.user(by).text(" denied "), () -> line.text("Denied: "));
        line.code(request.id().value()).text(": “" + why + "”");
        return new MessageBuilder()
                .add(Blocks.lines(line))
                .rendered("Why " + request.id() + " was denied: " + Mrkdwn.escape(why));
    }

    public Rendered endFails(Message.EndFails message) {
        String text = endFails(message, "this thread");
        return new Rendered(text, java.util.List.of(Blocks.mrkdwn(text)));
    }

    String endFails(Message.EndFails message, String where) {
        Grant grant = message.grant();
        String who = message.request()
                .ask()
                .map(ask -> Mrkdwn.mention(ask.approvers()) + ": ")
                .orElse("");
        String what = AccessText.given(names, grant.access()) + " on "
                + grant.target().text() + " for " + names.principal(grant.principal());
        return who
                + Mrkdwn.escape(
                        what + " (" + grant.id() + ") should have ended, but ecr-bot couldn't take it out of the "
                                + "policy, " + message.tries() + " times in a row. "
                                + SafeText.line(message.problem().text(), LONGEST))
                + " ecr-bot tries again at least once an hour, and " + where
                + " says when it has ended.";
    }
}

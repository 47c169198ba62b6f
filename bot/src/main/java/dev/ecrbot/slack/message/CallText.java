package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Called;
import dev.ecrbot.desk.tell.FallbackChannel;

/**
 * Says on a card who can decide, and who is called when.
 *
 * @param what what is decided on: this, or all of it
 */
record CallText(Called called, int approvals, String what) {

    /** The mention notifies people when the card is posted; editing it later notifies nobody. */
    String text(boolean approvable) {
        if (called.isNobody()) {
            return "Nobody can decide " + what
                    + " any more: ecr-bot's configuration was changed, and no rule covers it. Cancel it, or"
                    + " ask whoever runs ecr-bot.";
        }
        return mention() + " can " + (approvable ? "approve or deny " + what + "." + several() : "deny this.")
                + later();
    }

    /** Returns the mention that a message begins with; nothing where nobody is asked. */
    static String opening(Called called) {
        return called.now().map(people -> Mrkdwn.mention(people) + ": ").orElse("");
    }

    private String mention() {
        return called.now().map(Mrkdwn::mention).orElse("Nobody");
    }

    private String several() {
        return approvals == 1 ? "" : " " + approvals + " different people have to approve.";
    }

    private String later() {
        return called.deputies()
                .map(late -> late.called()
                        ? " Called late, since nobody had decided: " + Mrkdwn.mention(late.people()) + "."
                        : " If nobody has decided by " + Mrkdwn.date(late.at())
                                + ", more of the rule's approvers are called.")
                .orElse("");
    }

    /** Says why a card stands in another channel than its rule's. */
    static RichTextLine elsewhere(Request request, FallbackChannel around) {
        var line = new RichTextLine().text("This card is here because ");
        request.ask().map(Ask::channel).ifPresentOrElse(line::channel, () -> line.text("its rule's channel"));
        String why = switch (around.why()) {
            case "channel_not_found" -> " is gone, or private without the bot in it";
            case "is_archived" -> " is archived";
            case "not_in_channel" -> " doesn't have the bot in it";
            default -> " can't show it (" + SafeText.line(around.why(), 100) + ")";
        };
        return line.text(why + ". Invite the bot there, or name another channel in the rule.");
    }
}

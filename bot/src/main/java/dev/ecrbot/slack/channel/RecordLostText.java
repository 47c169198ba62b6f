package dev.ecrbot.slack.channel;

import dev.ecrbot.desk.tell.RecordLost;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;

/** Tells of a statement of the bot's that stands in a policy without a record of who asked for it. */
public record RecordLostText(DisplayNames names) {

    public Rendered render(RecordLost lost) {
        String others = lost.principals() > 1 ? " with " + (lost.principals() - 1) + " others" : "";
        String text = ":warning: *Lost record*: "
                + Mrkdwn.escape(new RequestSummary(lost.request(), names).given()) + " stands in the statement `"
                + Mrkdwn.escape(SafeText.line(lost.sid(), 200)) + "`" + others
                + ". ecr-bot writes statements like this one, and has no record of who asked for it. It neither warns"
                + " anybody before its end nor takes it out.\n"
                + "To have it on record again, stop ecr-bot and run `ecr-bot adopt --config FILE`. If nobody needs it, revoke it.";
        return new Rendered(text, List.of(Blocks.mrkdwn(text)));
    }
}

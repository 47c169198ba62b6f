package dev.ecrbot.slack.channel;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.tell.GlassBroken;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;

/** Tells a channel, all of it, that somebody took access at once in an emergency. */
public record GlassBrokenText(DisplayNames names) {
    private static final int LONGEST = 600;

    public Rendered render(GlassBroken broken) {
        Ask ask = broken.request().ask().orElseThrow();
        String text = ":rotating_light: <!channel> *Glass broken*: " + Mrkdwn.mention(ask.requester())
                + " took access at once, without an approval before: "
                + Mrkdwn.escape(new RequestSummary(broken.request(), names).change()) + " ("
                + broken.request().id() + "), because “"
                + Mrkdwn.escape(SafeText.line(ask.reason().orElse(""), LONGEST)) + "”.\n"
                + Mrkdwn.mention(ask.approvers())
                + ": its card is in <#" + ask.channel()
                + ">. It ends early unless one of you reviews it there; *End now* ends it at once.";
        return new Rendered(text, List.of(Blocks.mrkdwn(text)));
    }
}

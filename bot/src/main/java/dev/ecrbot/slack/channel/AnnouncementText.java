package dev.ecrbot.slack.channel;

import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;

/** Writes what a channel is told about no request: its heading, and the other lines as a list. */
public record AnnouncementText(Announcement announcement) {
    private static final int LONGEST = 1_000;

    public Rendered render() {
        List<RichTextLine> lines = announcement.lines().stream().map(this::line).toList();
        var builder = new MessageBuilder();
        if (lines.size() == 1) {
            builder.add(Blocks.lines(lines));
        } else {
            builder.list(lines.get(0), lines.subList(1, lines.size()), builder.left());
        }
        String heading = SafeText.line(announcement.lines().get(0), LONGEST);
        return builder.rendered(Mrkdwn.naming(heading, announcement.people()));
    }

    private RichTextLine line(String text) {
        return new RichTextLine().naming(SafeText.line(text, LONGEST), announcement.people());
    }
}

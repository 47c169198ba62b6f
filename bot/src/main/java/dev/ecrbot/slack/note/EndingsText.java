package dev.ecrbot.slack.note;

import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Buttons;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.HeldText;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.Comparator;
import java.util.List;

/** Tells somebody in one message which of their grants end soon. */
record EndingsText(List<GrantNote.ExpiringTogether.Ending> endings, DisplayNames names) {
    /** Each has a line and a row of buttons, and Slack takes fifty blocks a message. */
    private static final int MOST = 20;

    private static final int LONGEST = 300;

    /** What the last line needs. */
    private static final int REST = 300;

    Rendered render() {
        String title = "They end soon: " + endings.size() + " grants of yours";
        var builder = new MessageBuilder()
                .add(Blocks.lines(new RichTextLine()
                        .bold(title)
                        .text(". Are they still needed then? Ask for a later end; somebody has to approve it. Otherwise"
                                + " you don't need to do anything: each ends by itself.")));
        int shown = 0;
        while (shown < Math.min(MOST, endings.size())) {
            MessageBuilder one = written(endings.get(shown));
            if (one.used() + REST > builder.left()) {
                break;
            }
            one.blocks().forEach(builder::add);
            shown++;
        }
        if (shown < endings.size()) {
            builder.add(Blocks.lines(RichTextLine.of(shown + " of " + endings.size()
                    + " are shown. “/ecr access @you”, with your own name in place of @you, lists all that you hold; so does"
                    + " the Home tab of ecr-bot.")));
        }
        return builder.rendered(title + ", the first " + first() + ".");
    }

    private MessageBuilder written(GrantNote.ExpiringTogether.Ending ending) {
        var held = new HeldText(ending.held(), names);
        String what = SafeText.line(held.what(), LONGEST);
        var line = new RichTextLine().bold(what).text(", ");
        held.until().ifPresent(line::date);
        String id = ending.grant().toString();
        return new MessageBuilder()
                .add(Blocks.lines(line.text(" (").code(id).text(")")))
                .add(Buttons.amongOthers(id, what, held.until()));
    }

    private String first() {
        return endings.stream()
                .flatMap(ending -> ending.held().owned().until().stream())
                .min(Comparator.naturalOrder())
                .map(Mrkdwn::date)
                .orElse("today");
    }
}

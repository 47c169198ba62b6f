package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Drift;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.PageButtons;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;

/** Tells where policies differ from what is on record, and what to do about each. */
record DriftText(Drift drift, DisplayNames names) {
    private static final String TITLE = "Where policies differ from what ecr-bot gave";
    private static final int LONGEST = 700;

    Rendered render() {
        var builder = new MessageBuilder();
        if (drift.differences().isEmpty()) {
            builder.add(Blocks.lines(
                    new RichTextLine().bold(TITLE),
                    RichTextLine.of(
                            drift.paging().page() > 1
                                    ? "There is no page " + drift.paging().page() + "."
                                    : "Nowhere: each of the " + (drift.grants() - drift.unread())
                                            + " grants that were compared stands in its policy, and each statement of"
                                            + " ecr-bot's has its grant.")));
        } else {
            builder.add(Blocks.lines(new RichTextLine().bold(TITLE)));
            drift.differences().forEach(difference -> add(builder, difference));
        }
        new PageButtons(drift.paging()).below(builder);
        new FileButton(drift.paging()).below(builder);
        if (drift.unread() > 0) {
            builder.add(Blocks.context(drift.unread()
                    + " grants can't be compared: their policies haven't been read since they were given."));
        }
        if (drift.hidden() > 0) {
            builder.add(Blocks.context(
                    drift.hidden() + " more are left out: their rules don't let you see who has access there."));
        }
        return new CoverageText(drift.coverage(), names).below(builder).titled(TITLE);
    }

    private void add(MessageBuilder builder, Drift.Difference difference) {
        RichTextLine line = line(difference);
        if (line.length() > builder.left()) {
            builder.add(Blocks.context("One more doesn't fit here; “/ecr drift as file” has it."));
            return;
        }
        builder.add(Blocks.lines(line));
        new AskOffer(difference.ask()).below(builder, difference.grant().isPresent() ? "Ask again" : "Ask to revoke");
    }

    private RichTextLine line(Drift.Difference difference) {
        String what = AccessText.given(names, difference.access()) + " for " + names.principal(difference.principal())
                + " on " + names.target(difference.target());
        var line = new RichTextLine();
        difference
                .grant()
                .ifPresentOrElse(
                        grant -> line.bold("Gone from the policy, or changed: ")
                                .code(grant.toString())
                                .text(" " + SafeText.line(what, LONGEST)
                                        + ". If it is still needed, ask for it again: "),
                        () -> line.bold("Without a record: ")
                                .text("statement ")
                                .code(SafeText.line(difference.sid().orElse(""), 100))
                                .text(
                                        ", " + SafeText.line(what, LONGEST)
                                                + ". Those who run ecr-bot can record it (ecr-bot adopt); if nobody needs it: "));
        line.code(SafeText.line("/ecr " + difference.ask(), LONGEST));
        difference
                .writer()
                .tool()
                .ifPresent(
                        tool -> line.text(". " + tool.name() + " seems to write this policy, by the repository's tags: "
                                + tool.advice() + ", so that both live together."));
        return line;
    }
}

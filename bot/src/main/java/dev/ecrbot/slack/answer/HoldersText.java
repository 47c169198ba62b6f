package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Holders;
import dev.ecrbot.desk.answer.Place;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.desk.sight.DecidingStatement;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.PageButtons;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Lists who has an access to a repository, and by which statements. */
record HoldersText(Holders found, DisplayNames names) {
    private static final int ROOM = 5_500;
    private static final int NEWBORN = 1_500;

    Rendered render() {
        String title = "Who has " + found.access() + " on "
                + names.target(found.place().repository());
        var lines = new ArrayList<RichTextLine>();
        lines.add(new RichTextLine().bold(title));
        lines.addAll(new PlaceText(found.place()).lines());
        var builder = new MessageBuilder();
        List<RichTextLine> all = all();
        List<RichTextLine> page = found.paging().cut(all);
        if (all.isEmpty()) {
            lines.add(RichTextLine.of("Nobody of another account. Within its own account, identity policies decide."));
        }
        builder.add(Blocks.lines(lines));
        found.newborn().forEach(born -> newborn(builder, born));
        if (!all.isEmpty()) {
            builder.list(
                    new AgeText(found.place().age()).heading("By " + side()),
                    page.isEmpty()
                            ? List.of(RichTextLine.of(
                                    "There is no page " + found.paging().page() + "."))
                            : page,
                    ROOM,
                    new MessageBuilder.Rest(
                            Math.max(1, page.size()), "For one of those who aren't, ask with /ecr can."));
            new PageButtons(found.paging()).below(builder);
            builder.add(
                    Blocks.context("Those of other accounts need an identity policy in their own account, too: /ecr can"
                            + " shows it."));
        }
        return new AgeText(found.place().age()).below(builder).titled(title);
    }

    private void newborn(MessageBuilder builder, Place.Newborn<List<Capability>> born) {
        RichTextLine title =
                RichTextLine.of("If a creation template makes it, ").code(SafeText.line(born.template(), 260));
        if (born.says().isEmpty()) {
            builder.add(Blocks.lines(title.text(": nobody of another account.")));
        } else {
            builder.list(title.text(":"), born.says().stream().map(this::named).toList(), NEWBORN);
        }
    }

    private String side() {
        return found.place().exists() ? "the policies of the repository and its registry" : "the registry's policy";
    }

    private List<RichTextLine> all() {
        var all = new ArrayList<RichTextLine>();
        found.others().forEach(holding -> all.add(other(holding)));
        found.named().forEach(says -> all.add(named(says)));
        return all;
    }

    private RichTextLine other(Holding holding) {
        var line = new RichTextLine()
                .bold(names.principal(holding.principal()))
                .text(holding.allow() ? ": allowed" : ": denied")
                .text(holding.conditional() ? " under a condition" : "");
        holding.sid()
                .filter(sid -> !sid.isBlank())
                .ifPresent(sid -> line.text(", statement ").code(SafeText.line(sid, 100)));
        return line;
    }

    private RichTextLine named(Capability says) {
        var line = new RichTextLine().bold(names.principal(says.whom())).text(": ");
        switch (says.verdict()) {
            case YES -> line.text("yes");
            case DEPENDS -> line.text("it depends");
            case NO -> line.text("no, a Deny is in the way");
        }
        says.deciding().stream().limit(3).forEach(statement -> line.text("; " + by(statement)));
        return line;
    }

    private static String by(DecidingStatement statement) {
        String name = statement
                .sid()
                .filter(sid -> !sid.isBlank())
                .map(sid -> SafeText.line(sid, 100))
                .orElse("no. " + statement.place());
        String part = statement.part() == Decider.Part.ALLOWS
                ? "allowed"
                : statement.part() == Decider.Part.DENIES ? "denied" : "not understood";
        String what = part + " by statement " + name
                + (statement.source() == Decider.Source.REGISTRY ? " of the registry" : "");
        return statement.conditions().isEmpty() ? what : what + ", if " + DecidingText.terms(statement.conditions());
    }
}

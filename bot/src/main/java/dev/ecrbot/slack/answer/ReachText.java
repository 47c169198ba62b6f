package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.PrincipalReach;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.PageButtons;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/** Lists what somebody reaches, grouped by how. */
record ReachText(PrincipalReach reach, DisplayNames names) {
    private static final int NAMES = 15;
    private static final int LONGEST = 800;
    private static final int WORDS = 300;
    private static final int ROOM = 8_500;

    Rendered render() {
        String title = "What " + names.principal(reach.whom()) + " reaches";
        var builder = new MessageBuilder();
        if (reach.ways().isEmpty()) {
            builder.add(Blocks.lines(new RichTextLine().bold(title), RichTextLine.of(none())));
        } else {
            builder.list(
                    RichTextLine.bold(
                            title,
                            ": " + reach.repositories() + (reach.repositories() == 1 ? " repository" : " repositories")
                                    + ", as far as the repositories' side goes. Their own account has to allow it, too."),
                    reach.ways().stream().map(this::line).toList(),
                    ROOM);
        }
        new PageButtons(reach.paging()).below(builder);
        new FileButton(reach.paging()).below(builder);
        if (reach.hidden() > 0) {
            builder.add(Blocks.context(
                    reach.hidden() + " more are left out: their rules don't let you see who has access there."));
        }
        return new CoverageText(reach.coverage(), names).below(builder).titled(title);
    }

    private String none() {
        if (reach.paging().page() > 1) {
            return "There is no page " + reach.paging().page() + ".";
        }
        return reach.hidden() > 0 || !reach.coverage().whole()
                ? "Nothing that ecr-bot has read and you may see."
                : "Nothing: no policy of any repository or registry here lets them in.";
    }

    private RichTextLine line(PrincipalReach.Way way) {
        var line = new RichTextLine();
        if (!way.allowed().isEmpty()) {
            line.bold(SafeText.line(AccessText.words(names, way.allowed()), WORDS));
        }
        if (!way.depends().isEmpty()) {
            line.text(way.allowed().isEmpty() ? "" : "; ")
                    .bold(SafeText.line(AccessText.words(names, way.depends()), WORDS))
                    .text(" depending on " + SafeText.line(AccessText.conditions(List.copyOf(way.keys())), WORDS));
        }
        line.text(way.through().equals(reach.whom()) ? "" : " for " + names.principal(way.through()));
        String some =
                way.repositories().stream().limit(NAMES).map(Repository::text).collect(Collectors.joining(", "));
        int more = way.repositories().size() - NAMES;
        return line.text(" in " + names.registry(way.registry()) + ": " + SafeText.line(some, LONGEST)
                + (more > 0 ? " and " + more + " more" : ""));
    }
}

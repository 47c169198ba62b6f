package dev.ecrbot.slack.field;

import com.slack.api.model.block.LayoutBlock;
import dev.ecrbot.desk.ask.Preview;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.PlanText;
import dev.ecrbot.slack.message.ProblemText;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says below a form what would come of what is filled in. It names what it speaks of, so it stays true while somebody goes on
 * filling in.
 */
public record PreviewText(DisplayNames names) implements Preview.Visitor<List<LayoutBlock>> {
    private static final int LONGEST = 600;

    /** Returns what stands there until it is known what would come of it. */
    public static LayoutBlock looking() {
        return Blocks.context("As soon as it is known, it says here who decides, and what this would change.");
    }

    @Override
    public List<LayoutBlock> unfinished(Preview.Unfinished unfinished) {
        return List.of(
                Blocks.context("Once repository, account and access are filled in, it says here who decides, who "
                        + "would gain what, and what to look twice at."));
    }

    @Override
    public List<LayoutBlock> refused(Preview.Refused refused) {
        return Stream.concat(
                        Stream.of(Blocks.lines(new RichTextLine().bold("⛔ It would be refused."))),
                        new ProblemText(refused.problem()).blocks().stream())
                .toList();
    }

    @Override
    public List<LayoutBlock> needless(Preview.Needless needless) {
        return List.of(
                Blocks.lines(RichTextLine.bold("Nothing would change. ", SafeText.line(needless.why(), LONGEST))));
    }

    @Override
    public List<LayoutBlock> waiting(Preview.Waiting waiting) {
        Request request = waiting.request();
        var line = RichTextLine.bold("Asked for already: ", request.id() + ", ");
        request.ask()
                .map(Ask::requester)
                .ifPresent(who -> line.text("by ").user(who).text(", "));
        return List.of(
                Blocks.lines(line.text("asks for the same and waits. If you ask too, you hear what becomes of it.")));
    }

    @Override
    public List<LayoutBlock> ready(Preview.Ready ready) {
        Request request = ready.request();
        var builder = new MessageBuilder();
        request.ask().ifPresent(ask -> builder.add(Blocks.lines(asks(request), decides(ask))));
        var plan = new PlanText(request, names);
        plan.effects(builder);
        plan.warnings(builder);
        return builder.rendered("").blocks();
    }

    private RichTextLine asks(Request request) {
        var line = RichTextLine.bold("This asks ", new RequestSummary(request, names).asked());
        request.change().end().ifPresent(end -> line.text(", until ").date(end));
        return line.text(".");
    }

    private static RichTextLine decides(Ask ask) {
        var line = RichTextLine.bold("Rule ", SafeText.line(ask.rule(), 100) + ": ");
        line.people(ask.approvers());
        return line.text(
                ask.approvals() == 1
                        ? " can approve or deny it."
                        : " can approve or deny it. " + ask.approvals() + " different people have to approve.");
    }
}

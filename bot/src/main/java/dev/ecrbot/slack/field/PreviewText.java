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
import dev.ecrbot.slack.words.FormWords;
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
        return Blocks.context(FormWords.stillLooking());
    }

    @Override
    public List<LayoutBlock> unfinished(Preview.Unfinished unfinished) {
        return List.of(Blocks.context(FormWords.unfinished()));
    }

    @Override
    public List<LayoutBlock> refused(Preview.Refused refused) {
        return Stream.concat(
                        Stream.of(Blocks.lines(new RichTextLine().bold(FormWords.refused()))),
                        new ProblemText(refused.problem()).blocks().stream())
                .toList();
    }

    @Override
    public List<LayoutBlock> needless(Preview.Needless needless) {
        return List.of(
                Blocks.lines(RichTextLine.bold(FormWords.nothingChanges(), SafeText.line(needless.why(), LONGEST))));
    }

    @Override
    public List<LayoutBlock> waiting(Preview.Waiting waiting) {
        Request request = waiting.request();
        var line = RichTextLine.bold(FormWords.askedAlready(), request.id() + ", ");
        request.ask()
                .map(Ask::requester)
                .ifPresent(who -> line.text(FormWords.by()).user(who).text(", "));
        return List.of(Blocks.lines(line.text(FormWords.sameWaits())));
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
        var line = RichTextLine.bold(FormWords.asks(), new RequestSummary(request, names).asked());
        request.change().end().ifPresent(end -> line.text(FormWords.until()).date(end));
        return line.text(".");
    }

    private static RichTextLine decides(Ask ask) {
        var line = RichTextLine.bold(FormWords.rule(), SafeText.line(ask.rule(), 100) + ": ");
        line.people(ask.approvers());
        return line.text(FormWords.mayDecide(ask.approvals()));
    }
}

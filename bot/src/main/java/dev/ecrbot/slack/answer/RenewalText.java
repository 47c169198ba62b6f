package dev.ecrbot.slack.answer;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.sight.Renewal;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Says what was read anew for an answer, or that it will come when that has been done. */
record RenewalText(DisplayNames names) {
    private static final int TROUBLES = 2;
    private static final int LONGEST = 250;
    /** The most that Slack lets a button carry. */
    private static final int BUTTON = 2_000;

    /** Returns the answer with what was read for it above. */
    Rendered above(Rendered answer, Renewal renewal) {
        var lines = new ArrayList<RichTextLine>();
        lines.add(read(renewal));
        renewal.troubles().stream()
                .limit(TROUBLES)
                .forEach(why -> lines.add(
                        RichTextLine.of(SafeText.line("Some of this may be older, or missing: " + why, LONGEST))));
        if (renewal.troubles().size() > TROUBLES) {
            lines.add(RichTextLine.of(
                    "… and " + (renewal.troubles().size() - TROUBLES) + " more that couldn't be read."));
        }
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Blocks.lines(lines)));
        blocks.addAll(answer.blocks());
        return new Rendered(answer.text(), blocks, answer.files());
    }

    private static RichTextLine read(Renewal renewal) {
        return renewal.crawled()
                .map(begun -> renewal.troubles().isEmpty()
                        ? new RichTextLine()
                                .bold("Read anew: ")
                                .text("all repositories, templates and registries' policies, since ")
                                .date(begun)
                                .text(". ecr-bot reads all of it once in ten minutes at most; a question that names a"
                                        + " repository is answered by reading that at once.")
                        : new RichTextLine()
                                .bold("Not all was read anew ")
                                .text("since ")
                                .date(begun)
                                .text("; ecr-bot goes on trying by itself."))
                .orElseGet(() -> new RichTextLine()
                        .bold("Read just now: ")
                        .text(policies(renewal.policies())
                                + ". Which repositories there are, and what creation templates give, is as the last crawl"
                                + " found it."));
    }

    private static String policies(int number) {
        return number == 1
                ? "the policy of 1 repository and of its registry"
                : "the policies of " + number + " repositories and of their registries";
    }

    /** Says that the answer comes later, and when. */
    Rendered promised(Finding.Promised promised) {
        String question = promised.question().text();
        String title = "Reading anew for “" + SafeText.line(question, 200) + "”";
        var builder = new MessageBuilder()
                .add(Blocks.lines(new RichTextLine()
                        .bold(title)
                        .text(": ecr-bot reads "
                                + (promised.coverage().known() == 0
                                        ? "all repositories"
                                        : promised.coverage().known() + " repositories")
                                + ", as fast as AWS lets it. The answer comes here when that is done. If ecr-bot is"
                                + " restarted meanwhile, or nothing comes within half an hour, ask again.")));
        String again = question + " fresh";
        if (again.length() <= BUTTON) {
            builder.add(ActionsBlock.builder()
                    .elements(List.of(ButtonElement.builder()
                            .actionId(Ids.READ_NOW)
                            .text(Blocks.plain("How far is it?"))
                            .value(again)
                            .build()))
                    .build());
        }
        return new CoverageText(promised.coverage(), names).below(builder).titled(title);
    }
}

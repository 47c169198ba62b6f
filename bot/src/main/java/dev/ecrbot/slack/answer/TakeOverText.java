package dev.ecrbot.slack.answer;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.counter.Takeable;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;

/** Shows what others wrote, with a button to have it as a grant of the bot's. */
record TakeOverText(List<Takeable> takeables, DisplayNames names) {
    // Two blocks each, of the fifty that a message may have.
    private static final int MOST = 6;
    /** The most that Slack lets a button carry. */
    private static final int LONGEST = 2_000;
    // What has to stand below them.
    private static final int BELOW = 1_500;

    void below(MessageBuilder builder) {
        List<Takeable> some = takeables.stream()
                .filter(one -> one.line().text().length() <= LONGEST)
                .toList();
        int shown = 0;
        for (Takeable one : some) {
            if (shown == MOST || builder.left() < BELOW + LONGEST) {
                builder.add(Blocks.context((some.size() - shown)
                        + " more entries that others wrote can be taken over. To see them, type the same with a word behind"
                        + " it that stands in their lines."));
                return;
            }
            if (shown == 0) {
                builder.add(Blocks.lines(
                        new RichTextLine().bold("Written by others"),
                        RichTextLine.of("A grant of ecr-bot's in its place has an owner and an end:")));
            }
            String what = AccessText.given(names, one.access()) + " for " + names.principal(one.principal());
            builder.add(Blocks.lines(RichTextLine.of(SafeText.line(what, 400))));
            builder.add(ActionsBlock.builder()
                    .elements(List.of(ButtonElement.builder()
                            .actionId(Ids.TAKE_OVER)
                            .text(Blocks.plain("Take over…"))
                            .value(one.line().text())
                            .build()))
                    .build());
            shown++;
        }
    }
}

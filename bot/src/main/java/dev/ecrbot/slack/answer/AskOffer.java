package dev.ecrbot.slack.answer;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.MessageBuilder;
import java.util.List;

/**
 * A button that asks for what an answer found to be missing.
 *
 * @param ask what to type after {@code /ecr}
 */
record AskOffer(String ask) {
    /** The most that Slack lets a button carry. */
    private static final int LONGEST = 2_000;

    MessageBuilder below(MessageBuilder builder, String label) {
        String line = new Line(ask).sent();
        return line.isBlank() || line.length() > LONGEST
                ? builder
                : builder.add(ActionsBlock.builder()
                        .elements(List.of(ButtonElement.builder()
                                .actionId(Ids.ASK_OWN)
                                .text(Blocks.plain(label))
                                .value(line)
                                .build()))
                        .build());
    }
}

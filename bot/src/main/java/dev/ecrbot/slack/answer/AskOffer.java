package dev.ecrbot.slack.answer;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.MessageBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * A button that asks for what an answer found to be missing, and for a grant one beside it that opens the form with that.
 *
 * @param ask what to type after {@code /ecr}
 */
record AskOffer(String ask) {
    /** The most that Slack lets a button carry. */
    private static final int LONGEST = 2_000;

    private static final String GRANT = "grant ";

    MessageBuilder below(MessageBuilder builder, String label) {
        String line = new Line(ask).sent();
        if (line.isBlank() || line.length() > LONGEST) {
            return builder;
        }
        List<BlockElement> buttons = new ArrayList<>();
        buttons.add(button(Ids.ASK_OWN, label, line));
        if (ask.startsWith(GRANT)) {
            buttons.add(button(Ids.CHANGE, "Change…", ask));
        }
        return builder.add(ActionsBlock.builder().elements(buttons).build());
    }

    private static ButtonElement button(String action, String label, String line) {
        return ButtonElement.builder()
                .actionId(action)
                .text(Blocks.plain(label))
                .value(line)
                .build();
    }
}

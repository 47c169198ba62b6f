package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import java.util.Optional;

/** A button that asks for a whole line, for one person alone. */
final class OfferButton {
    /** The most that Slack lets a button carry. */
    private static final int LONGEST = 2_000;

    private OfferButton() {}

    /** Returns the button; nothing where the line is too long for one. */
    static Optional<ActionsBlock> of(PersonId person, Line line, String label) {
        return buttons(person, line, List.of(asking(line, label)));
    }

    /** Returns the button, and one beside it that opens the form with what the line says. */
    static Optional<ActionsBlock> withChange(PersonId person, Line line, String label) {
        var change = ButtonElement.builder()
                .actionId(Ids.CHANGE)
                .text(Blocks.plain("Change…"))
                .value(line.text())
                .build();
        return buttons(person, line, List.of(asking(line, label), change));
    }

    private static ButtonElement asking(Line line, String label) {
        return ButtonElement.builder()
                .actionId(Ids.ASK)
                .text(Blocks.plain(label))
                .style("primary")
                .value(line.sent())
                .build();
    }

    private static Optional<ActionsBlock> buttons(PersonId person, Line line, List<BlockElement> buttons) {
        return line.sent().length() > LONGEST
                ? Optional.empty()
                : Optional.of(ActionsBlock.builder()
                        .blockId(Ids.offeredTo(person))
                        .elements(buttons)
                        .build());
    }
}

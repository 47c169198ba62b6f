package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
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
        String sent = line.sent();
        if (sent.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(ActionsBlock.builder()
                .blockId(Ids.offeredTo(person))
                .elements(List.of(ButtonElement.builder()
                        .actionId(Ids.ASK)
                        .text(Blocks.plain(label))
                        .style("primary")
                        .value(sent)
                        .build()))
                .build());
    }
}

package dev.ecrbot.slack.field;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.ecrbot.slack.message.Blocks;
import java.util.Optional;

/**
 * A field of a modal for a date, which may stay empty.
 *
 * @param block the id of its block
 * @param action the id of the field in it
 */
public record DateField(String block, String action) {

    /** Returns the block that shows it; {@code initial} is a date as {@code 2026-12-31}, or nothing. */
    public InputBlock shown(String label, String hint, Optional<String> initial) {
        return InputBlock.builder()
                .blockId(block)
                .label(Blocks.plain(label))
                .hint(Blocks.plain(hint))
                .optional(true)
                .element(DatePickerElement.builder()
                        .actionId(action)
                        .initialDate(initial.orElse(null))
                        .build())
                .build();
    }

    /** Returns the date that was picked. */
    public Optional<String> date(View view) {
        return Optional.ofNullable(view.getState())
                .map(ViewState::getValues)
                .map(values -> values.get(block))
                .map(fields -> fields.get(action))
                .map(ViewState.Value::getSelectedDate)
                .filter(date -> !date.isBlank());
    }
}

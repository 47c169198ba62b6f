package dev.ecrbot.slack.field;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.SafeText;
import java.util.Optional;

/**
 * A field of a modal.
 *
 * @param block the id of its block
 * @param action the id of the field in it
 * @param longest how many characters it takes
 */
public record TextField(String block, String action, int longest) {

    /** Returns the block that shows it. */
    public InputBlock shown(String label, String hint, String example, boolean optional, boolean multiline) {
        return InputBlock.builder()
                .blockId(block)
                .label(Blocks.plain(label))
                .hint(Blocks.plain(hint))
                .optional(optional)
                .element(PlainTextInputElement.builder()
                        .actionId(action)
                        .multiline(multiline)
                        .maxLength(longest)
                        .placeholder(Blocks.plain(example))
                        .build())
                .build();
    }

    /** Returns the block that shows it with something in it; {@code initial} may be nothing. */
    public InputBlock filled(String label, String hint, String example, boolean optional, String initial) {
        InputBlock block = shown(label, hint, example, optional, false);
        if (!initial.isEmpty()) {
            ((PlainTextInputElement) block.getElement()).setInitialValue(SafeText.line(initial, longest));
        }
        return block;
    }

    /** Returns what was filled in, as one line; empty where nothing was. */
    public Optional<String> text(View view) {
        return Optional.ofNullable(view.getState())
                .map(ViewState::getValues)
                .map(values -> values.get(block))
                .map(fields -> fields.get(action))
                .map(ViewState.Value::getValue)
                .map(text -> SafeText.line(text, longest))
                .filter(text -> !text.isBlank());
    }
}

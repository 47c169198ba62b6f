package dev.ecrbot.slack.field;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.ecrbot.slack.message.Blocks;
import java.util.List;
import java.util.Optional;

/**
 * A field of a modal in which one of a few things is chosen.
 *
 * @param block the id of its block
 * @param action the id of the field in it
 */
public record SelectField(String block, String action) {

    /** One of the things; {@code text} has at most 75 characters. */
    public record Choice(String value, String text) {}

    /** Returns the block that shows it, with one of the choices chosen; the first where none of them is. */
    public InputBlock shown(String label, String hint, List<Choice> choices, String chosen) {
        List<OptionObject> options = choices.stream().map(SelectField::option).toList();
        OptionObject initial = options.stream()
                .filter(option -> option.getValue().equals(chosen))
                .findFirst()
                .orElse(options.get(0));
        return InputBlock.builder()
                .blockId(block)
                .label(Blocks.plain(label))
                .hint(Blocks.plain(hint))
                .element(StaticSelectElement.builder()
                        .actionId(action)
                        .options(options)
                        .initialOption(initial)
                        .build())
                .build();
    }

    private static OptionObject option(Choice choice) {
        return OptionObject.builder()
                .text(Blocks.plain(choice.text()))
                .value(choice.value())
                .build();
    }

    /** Returns the value that was chosen. */
    public Optional<String> chosen(View view) {
        return Optional.ofNullable(view.getState())
                .map(ViewState::getValues)
                .map(values -> values.get(block))
                .map(fields -> fields.get(action))
                .map(ViewState.Value::getSelectedOption)
                .map(ViewState.SelectedOption::getValue);
    }
}

package dev.ecrbot.slack.field;

import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.view.View;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.SafeText;
import dev.ecrbot.slack.words.FormWords;
import java.util.List;
import java.util.Optional;

/**
 * A field of a modal in which a repository is chosen among those that match what was typed so far; Slack asks for these at each
 * key. It may stay empty: an installation without the address for such questions finds none.
 *
 * @param block the id of its block
 * @param action the id of the field in it
 */
public record PickField(String block, String action) {
    /** So many are offered; Slack takes 100. */
    public static final int MOST = 100;

    private static final int LONGEST_TEXT = 75;
    private static final int LONGEST_VALUE = 150;

    public InputBlock shown(String label, String hint) {
        return InputBlock.builder()
                .blockId(block)
                .label(Blocks.plain(label))
                .hint(Blocks.plain(hint))
                .optional(true)
                .element(ExternalSelectElement.builder()
                        .actionId(action)
                        .minQueryLength(0)
                        .placeholder(Blocks.plain(FormWords.repositorySearch()))
                        .build())
                .build();
    }

    /** Returns what is offered; a name that is too long for a choice has to be typed. */
    public static List<Option> options(List<RepositoryRef> repositories) {
        return repositories.stream()
                .filter(ref -> ref.text().length() <= LONGEST_VALUE)
                .map(ref -> Option.builder()
                        .text(Blocks.plain(SafeText.line(
                                ref.repository().name() + " · " + ref.registry() + ", "
                                        + ref.repository().region(),
                                LONGEST_TEXT)))
                        .value(ref.text())
                        .build())
                .toList();
    }

    /** Returns the repository that was chosen, as a command names it. */
    public Optional<String> chosen(View view) {
        return new SelectField(block, action).chosen(view);
    }
}

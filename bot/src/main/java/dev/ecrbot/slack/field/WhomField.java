package dev.ecrbot.slack.field;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import dev.ecrbot.desk.ask.Whom;
import dev.ecrbot.slack.message.SafeText;
import dev.ecrbot.slack.words.FormWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The field of a modal in which somebody is chosen who was asked for before, or an account that has a name. Always optional. */
final class WhomField {
    private static final SelectField FIELD = new SelectField("whom", "whom.choice");
    private static final String NONE = "none";
    private static final int LONGEST_TEXT = 75;
    private static final int LONGEST_VALUE = 150;
    /** Slack takes 100, and one is for none of them. */
    private static final int MOST = 99;

    private WhomField() {}

    static String action() {
        return FIELD.action();
    }

    static String block() {
        return FIELD.block();
    }

    /** Returns the block that shows them; nothing where there are none. */
    static Optional<InputBlock> shown(List<Whom> known) {
        List<SelectField.Choice> choices = known.stream()
                .map(WhomField::choice)
                .filter(choice -> choice.value().length() <= LONGEST_VALUE)
                .limit(MOST)
                .toList();
        var none = new SelectField.Choice(NONE, FormWords.whomWrittenBelow());
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(FIELD.shown(
                        FormWords.whom(),
                        FormWords.whomOffered(),
                        Stream.concat(Stream.of(none), choices.stream()).toList(),
                        NONE));
    }

    /** Returns the block of a form that is shown already. */
    static Optional<InputBlock> of(View view) {
        return Optional.ofNullable(view.getBlocks()).stream()
                .flatMap(List::stream)
                .filter(InputBlock.class::isInstance)
                .map(InputBlock.class::cast)
                .filter(block -> FIELD.block().equals(block.getBlockId()))
                .findFirst();
    }

    /** Returns who was chosen. */
    static Optional<Whom> chosen(View view) {
        return FIELD.chosen(view)
                .filter(chosen -> !chosen.equals(NONE))
                .map(chosen -> chosen.split(" ", 2))
                .map(parts -> new Whom(parts[0], parts.length > 1 ? parts[1] : ""));
    }

    private static SelectField.Choice choice(Whom whom) {
        String text = whom.role().isBlank() ? whom.account() : FormWords.whomOf(whom.account(), whom.role());
        return new SelectField.Choice(
                (whom.account() + " " + whom.role()).strip(), SafeText.middle(text, LONGEST_TEXT));
    }
}

package dev.ecrbot.slack.answer;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.RichTextLine;
import java.util.List;
import java.util.Optional;

/** Says how old an answer is, with a button that has it answered anew. */
record AgeText(Optional<Age> age) {
    /** The most that Slack lets a button carry. */
    private static final int LONGEST = 2_000;

    /** Returns a line that says it; none for what was read just now. */
    Optional<RichTextLine> line() {
        return age.map(
                old -> RichTextLine.of("From the index: read ").date(old.read()).text(". It may have changed since."));
    }

    /** Returns the title of a list of what was read. */
    RichTextLine heading(String what) {
        return RichTextLine.of(what + (age.isPresent() ? ":" : ", read just now:"));
    }

    /** Adds the button, at the end of an answer. */
    MessageBuilder below(MessageBuilder builder) {
        age.map(Age::fresh)
                .filter(question -> question.length() <= LONGEST)
                .map(AgeText::button)
                .ifPresent(button -> builder.add(
                        ActionsBlock.builder().elements(List.of(button)).build()));
        return builder;
    }

    private static BlockElement button(String question) {
        return ButtonElement.builder()
                .actionId(Ids.READ_NOW)
                .text(Blocks.plain("Read it now"))
                .value(question)
                .build();
    }
}

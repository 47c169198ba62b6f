package dev.ecrbot.slack.answer;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.MessageBuilder;
import java.util.List;

/** Offers the whole of a list as a file, where it has more than one page. */
record FileButton(Paging paging) {
    /** The most that Slack lets a button carry. */
    private static final int LONGEST = 2_000;

    MessageBuilder below(MessageBuilder builder) {
        String question = paging.question(1) + " as file";
        return paging.pages() > 1 && question.length() <= LONGEST
                ? builder.add(ActionsBlock.builder()
                        .elements(List.of(ButtonElement.builder()
                                .actionId(Ids.AS_FILE)
                                .text(Blocks.plain("Whole list as a file"))
                                .value(question)
                                .build()))
                        .build())
                : builder;
    }
}

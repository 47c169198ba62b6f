package dev.ecrbot.slack.message;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import java.util.Optional;

/** The field for why something was denied. */
public final class ReasonModal {
    private static final int LONGEST = 300;

    private ReasonModal() {}

    /** Returns the modal; it carries the request's id and nothing else. */
    public static View of(String requestId) {
        var field = PlainTextInputElement.builder()
                .actionId(Ids.REASON_FIELD)
                .multiline(true)
                .maxLength(LONGEST)
                .placeholder(Blocks.plain("For example: ask for read access instead"))
                .build();
        var input = InputBlock.builder()
                .blockId(Ids.REASON_BLOCK)
                .label(Blocks.plain("Why was " + requestId + " denied?"))
                .hint(Blocks.plain("Only the requester is told. The request is denied already."))
                .optional(true)
                .element(field)
                .build();
        return View.builder()
                .type("modal")
                .callbackId(Ids.REASON_SUBMIT)
                .privateMetadata(requestId)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text("Add a reason")
                        .build())
                .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
                .close(ViewClose.builder().type("plain_text").text("Skip").build())
                .blocks(List.of(input))
                .build();
    }

    /** Returns what was filled in; empty where nothing was. */
    public static Optional<String> reason(View view) {
        return Optional.ofNullable(view.getState())
                .map(ViewState::getValues)
                .map(values -> values.get(Ids.REASON_BLOCK))
                .map(fields -> fields.get(Ids.REASON_FIELD))
                .map(ViewState.Value::getValue)
                .map(text -> SafeText.line(text, LONGEST))
                .filter(text -> !text.isBlank());
    }
}

package dev.ecrbot.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import java.util.Optional;

/** The fields for a later end, and for why; what is filled in is read as the command that says the same. */
final class EndModal {
    private static final int LONGEST_END = 40;
    private static final int LONGEST_REASON = 300;

    private EndModal() {}

    /** Returns the modal; it carries the request's id and nothing else. */
    static View of(String requestId) {
        var end = InputBlock.builder()
                .blockId(Ids.END_BLOCK)
                .label(Blocks.plain("When should " + requestId + " end?"))
                .hint(Blocks.plain("for 7d counts from now; or until 2026-12-31"))
                .element(field(Ids.END_FIELD, LONGEST_END, "for 7d"))
                .build();
        var reason = InputBlock.builder()
                .blockId(Ids.REASON_BLOCK)
                .label(Blocks.plain("Why?"))
                .hint(Blocks.plain("The people who decide see it."))
                .optional(true)
                .element(field(Ids.REASON_FIELD, LONGEST_REASON, "For example: the audit takes longer"))
                .build();
        return View.builder()
                .type("modal")
                .callbackId(Ids.EXTEND_SUBMIT)
                .privateMetadata(requestId)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text("Ask for a later end")
                        .build())
                .submit(ViewSubmit.builder().type("plain_text").text("Ask").build())
                .close(ViewClose.builder().type("plain_text").text("Not now").build())
                .blocks(List.of(end, reason))
                .build();
    }

    private static PlainTextInputElement field(String action, int longest, String example) {
        return PlainTextInputElement.builder()
                .actionId(action)
                .maxLength(longest)
                .placeholder(Blocks.plain(example))
                .build();
    }

    /** Returns what was filled in, as it would be typed after {@code /ecr}. */
    static String command(View view) {
        String end = text(view, Ids.END_BLOCK, Ids.END_FIELD, LONGEST_END).orElse("");
        boolean said = end.startsWith("for ") || end.startsWith("until ") || end.isEmpty();
        String why = text(view, Ids.REASON_BLOCK, Ids.REASON_FIELD, LONGEST_REASON)
                .map(reason -> " because " + reason)
                .orElse("");
        String request = Optional.ofNullable(view.getPrivateMetadata()).orElse("");
        return "extend " + request + " " + (said ? end : "for " + end) + why;
    }

    private static Optional<String> text(View view, String block, String field, int longest) {
        return Optional.ofNullable(view.getState())
                .map(ViewState::getValues)
                .map(values -> values.get(block))
                .map(fields -> fields.get(field))
                .map(ViewState.Value::getValue)
                .map(text -> Clean.line(text, longest))
                .filter(text -> !text.isBlank());
    }
}

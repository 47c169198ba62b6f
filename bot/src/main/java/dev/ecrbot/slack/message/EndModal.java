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

/** The fields for another end, and for why a later one; what is filled in is read as a command that says the same. */
public final class EndModal {
    private static final int LONGEST_END = 40;
    private static final int LONGEST_REASON = 300;

    private EndModal() {}

    /** Returns the modal; it carries the request's id and nothing else. */
    public static View of(String requestId) {
        var end = InputBlock.builder()
                .blockId(Ids.END_BLOCK)
                .label(Blocks.plain("When should " + requestId + " end?"))
                .hint(Blocks.plain("for 7d, counted from now, or until 2026-12-31"))
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

    /** Returns the modal for a sooner end; it carries the request's id and the revision that was shown. */
    public static View sooner(String requestId, int revision) {
        var end = InputBlock.builder()
                .blockId(Ids.END_BLOCK)
                .label(Blocks.plain("When should " + requestId + " end at the latest?"))
                .hint(
                        Blocks.plain(
                                "for 1d, for 7d or for 30d, counted from now, or until 2026-12-31. Then it still has to be approved."))
                .element(field(Ids.END_FIELD, LONGEST_END, "for 7d"))
                .build();
        return View.builder()
                .type("modal")
                .callbackId(Ids.SHORTEN_SUBMIT)
                .privateMetadata(requestId + " " + Ids.revision(revision))
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text("Shorten the end")
                        .build())
                .submit(ViewSubmit.builder().type("plain_text").text("Shorten").build())
                .close(ViewClose.builder().type("plain_text").text("Leave it").build())
                .blocks(List.of(end))
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
    public static String command(View view) {
        String why = text(view, Ids.REASON_BLOCK, Ids.REASON_FIELD, LONGEST_REASON)
                .map(reason -> " because " + reason)
                .orElse("");
        String request = Optional.ofNullable(view.getPrivateMetadata()).orElse("");
        return "extend " + request + " " + end(view) + why;
    }

    /** Returns the end that was filled in, as it would be typed in a command. */
    public static String end(View view) {
        String end = text(view, Ids.END_BLOCK, Ids.END_FIELD, LONGEST_END).orElse("");
        boolean said = end.startsWith("for ") || end.startsWith("until ") || end.isEmpty();
        return said ? end : "for " + end;
    }

    private static Optional<String> text(View view, String block, String field, int longest) {
        return Optional.ofNullable(view.getState())
                .map(ViewState::getValues)
                .map(values -> values.get(block))
                .map(fields -> fields.get(field))
                .map(ViewState.Value::getValue)
                .map(text -> SafeText.line(text, longest))
                .filter(text -> !text.isBlank());
    }
}

package dev.ecrbot.slack.field;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import java.util.Optional;

/**
 * How a modal looks around its fields.
 *
 * @param callback the id that its submission carries
 * @param title at most 24 characters
 */
public record ModalView(String callback, String title, String submit, String close) {

    /**
     * Returns the view.
     *
     * @param carried what its submission carries beside what was filled in
     */
    public View of(String carried, InputBlock... fields) {
        return of(carried, List.<LayoutBlock>of(fields));
    }

    /** As the other, with what else is to stand in it. */
    public View of(String carried, List<LayoutBlock> blocks) {
        return View.builder()
                .type("modal")
                .callbackId(callback)
                .privateMetadata(carried)
                .title(ViewTitle.builder().type("plain_text").text(title).build())
                .submit(ViewSubmit.builder().type("plain_text").text(submit).build())
                .close(ViewClose.builder().type("plain_text").text(close).build())
                .blocks(blocks)
                .build();
    }

    /** Returns what a submitted view carries; unchecked. */
    public static String carried(View view) {
        return Optional.ofNullable(view.getPrivateMetadata()).orElse("");
    }
}

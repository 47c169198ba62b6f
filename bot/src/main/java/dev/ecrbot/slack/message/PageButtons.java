package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.answer.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows which page of a list this is, with buttons to the others. A button carries the question to ask for its page. */
public record PageButtons(Paging paging) {
    /** The most that Slack lets a button carry. */
    private static final int LONGEST = 2_000;

    /** Adds them where there is more than one page. */
    public MessageBuilder below(MessageBuilder builder) {
        if (paging.pages() == 1) {
            return builder;
        }
        builder.add(Blocks.context(place()));
        var buttons = new ArrayList<BlockElement>();
        if (paging.page() > 1) {
            long before = Math.min(paging.page() - 1L, paging.pages());
            buttons.add(button(Ids.PREVIOUS_PAGE, "Previous", (int) before));
        }
        if (paging.goesOn()) {
            buttons.add(button(Ids.NEXT_PAGE, "Next", paging.page() + 1));
        }
        boolean fits = buttons.stream()
                .allMatch(element -> ((ButtonElement) element).getValue().length() <= LONGEST);
        return fits
                ? builder.add(
                        ActionsBlock.builder().elements(List.copyOf(buttons)).build())
                : builder;
    }

    private String place() {
        if (!paging.more()) {
            return "Page " + paging.page() + " of " + paging.pages() + ", " + paging.total() + " in all.";
        }
        return String.format(
                Locale.ROOT,
                "Page %d, more than %,d in all; what comes after those is from “page %d” on.",
                paging.page(),
                paging.total(),
                paging.pages() + 1);
    }

    private BlockElement button(String id, String text, int page) {
        return ButtonElement.builder()
                .actionId(id)
                .text(Blocks.plain(text))
                .value(paging.question(page))
                .build();
    }
}

package dev.ecrbot.slack.message;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message ready to be sent.
 *
 * @param text the whole in a plain sentence, for notifications and for readers that can't show blocks; Slack reads it as
 *     markup, so nothing in it comes from people unescaped
 */
public record Rendered(String text, List<LayoutBlock> blocks) {
    private static final int LONGEST_TEXT = 3_000;

    public Rendered {
        text = SafeText.line(text, LONGEST_TEXT);
        blocks = List.copyOf(blocks);
    }
}

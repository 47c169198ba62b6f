package dev.ecrbot.slack.message;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message ready to be sent.
 *
 * @param text the whole in a plain sentence, for notifications and for readers that can't show blocks; Slack reads it as
 *     markup, so nothing in it comes from people unescaped
 * @param files go to the reader with it, where there are any; that works for what one person is told alone
 */
public record Rendered(String text, List<LayoutBlock> blocks, List<SentFile> files) {
    private static final int LONGEST_TEXT = 3_000;

    public Rendered {
        text = SafeText.line(text, LONGEST_TEXT);
        blocks = List.copyOf(blocks);
        files = List.copyOf(files);
    }

    /** A message without files. */
    public Rendered(String text, List<LayoutBlock> blocks) {
        this(text, blocks, List.of());
    }

    /** Returns the same with these files. */
    public Rendered with(List<SentFile> more) {
        return new Rendered(text, blocks, more);
    }

    /** Returns whether there are blocks in it that a workspace may refuse. */
    public boolean isNewer() {
        return blocks.stream().anyMatch(Newer.class::isInstance);
    }

    /** Returns the same in blocks that every workspace takes. */
    public Rendered plain() {
        return new Rendered(
                text,
                blocks.stream()
                        .flatMap(block -> block instanceof Newer newer ? newer.plain().stream() : Stream.of(block))
                        .toList(),
                files);
    }
}

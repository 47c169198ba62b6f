package dev.ecrbot.slack.message;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slack's container block, folded until somebody opens it. Its plain form are its children. Immutable.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/container-block">Slack's reference</a>
 */
final class Fold implements Newer {
    private static final int LONGEST_TITLE = 150;
    /** So many blocks one holds. */
    static final int MOST_CHILDREN = 10;

    private final String type = "container";
    private final PlainTextObject title;
    private final List<LayoutBlock> childBlocks;
    private final boolean isCollapsible = true;
    private final boolean defaultCollapsed = true;

    Fold(String title, List<LayoutBlock> children) {
        if (children.isEmpty() || children.size() > MOST_CHILDREN) {
            throw new IllegalArgumentException("a container holds 1 to " + MOST_CHILDREN + " blocks");
        }
        this.title = Blocks.plain(SafeText.line(title, LONGEST_TITLE));
        this.childBlocks = List.copyOf(children);
    }

    @Override
    public List<LayoutBlock> plain() {
        return childBlocks;
    }

    @Override
    public String getType() {
        return type;
    }

    /** Returns nothing: Slack gives it one. */
    @Override
    public @Nullable String getBlockId() {
        return null;
    }

    @Override
    public String toString() {
        return "Fold[" + title.getText() + ", " + childBlocks + ", " + isCollapsible + ", " + defaultCollapsed + "]";
    }
}

package dev.ecrbot.slack.message;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A block that Slack has had for some months only, and that the SDK has no class for. A workspace may refuse it, and takes its
 * plain form then. Written as JSON by its fields.
 */
interface Newer extends LayoutBlock {

    /** Returns blocks that say the same, and that every workspace takes. */
    List<LayoutBlock> plain();
}

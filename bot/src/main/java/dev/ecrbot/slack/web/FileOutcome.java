package dev.ecrbot.slack.web;

import com.slack.api.model.block.LayoutBlock;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import java.util.ArrayList;

/** Says what came of sending somebody files. */
final class FileOutcome {
    private static final String SCOPE = "missing_scope";

    private FileOutcome() {}

    /** Returns the message without its files, and below it what came of them. */
    static Rendered below(Rendered message, Reply<?> sent) {
        var blocks = new ArrayList<LayoutBlock>(message.blocks());
        blocks.add(Blocks.lines(RichTextLine.of(outcome(sent))));
        return new Rendered(message.text(), blocks);
    }

    private static String outcome(Reply<?> sent) {
        if (sent.done().isPresent()) {
            return WorkspaceWords.filesSent();
        }
        return sent.why().contains(SCOPE) ? WorkspaceWords.filesLackScope() : WorkspaceWords.filesNotSent(sent.why());
    }
}

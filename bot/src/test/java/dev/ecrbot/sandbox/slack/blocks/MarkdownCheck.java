package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Standard Markdown, for messages only. */
final class MarkdownCheck {

    static final int MOST = 12_000;

    private MarkdownCheck() {}

    static void check(Spot markdown) {
        markdown.fields(Set.of("type", "text"), Set.of("block_id"));
        markdown.text("text", 1, MOST);
    }
}

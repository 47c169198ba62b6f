package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Images as a block, and as an element of other blocks. */
final class ImageCheck {

    private ImageCheck() {}

    static void block(Spot image) {
        image.fields(Set.of("type", "alt_text"), Set.of("block_id", "image_url", "slack_file", "title"));
        TextCheck.plain(image.at("title"), 2000);
        source(image);
    }

    static void element(Spot image) {
        image.fields(Set.of("type", "alt_text"), Set.of("image_url", "slack_file"));
        source(image);
    }

    private static void source(Spot image) {
        if (!image.has("image_url") && !image.has("slack_file")) {
            image.fail("missing required field: image_url");
        }
        image.text("image_url", 1, 3000);
        image.text("alt_text", 1, 2000);
    }
}

package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Headers, which are plain text alone. */
final class HeaderCheck {

    private HeaderCheck() {}

    static void check(Spot header) {
        header.fields(Set.of("type", "text"), Set.of("block_id"));
        TextCheck.plain(header.at("text"), 150);
    }
}

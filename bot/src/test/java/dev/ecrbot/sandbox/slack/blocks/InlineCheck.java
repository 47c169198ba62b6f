package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** The words that rich text is made of. */
final class InlineCheck {

    private InlineCheck() {}

    static void check(Spot word) {
        switch (word.type()) {
            case "text" -> {
                word.fields(Set.of("type", "text"), Set.of("style"));
                word.text("text", 1, Integer.MAX_VALUE - 1);
            }
            case "link" -> {
                word.fields(Set.of("type", "url"), Set.of("text", "unsafe", "style"));
                word.text("url", 1, 3000);
            }
            case "user" -> word.fields(Set.of("type", "user_id"), Set.of("style"));
            case "usergroup" -> word.fields(Set.of("type", "usergroup_id"), Set.of("style"));
            case "channel" -> word.fields(Set.of("type", "channel_id"), Set.of("style"));
            case "emoji" -> word.fields(Set.of("type", "name"), Set.of("unicode", "skin_tone", "style"));
            case "broadcast" -> {
                word.fields(Set.of("type", "range"), Set.of("style"));
                word.oneOf("range", Set.of("here", "channel", "everyone"));
            }
            case "date" -> {
                word.fields(Set.of("type", "timestamp", "format"), Set.of("url", "fallback", "style"));
                if (word.has("timestamp") && !word.node().get("timestamp").isIntegralNumber()) {
                    word.at("timestamp").fail("must provide a number");
                }
            }
            default -> word.fail("unsupported type: " + word.type());
        }
        if (word.has("style")) {
            style(word.at("style"));
        }
    }

    private static void style(Spot style) {
        Set<String> known =
                Set.of("bold", "italic", "strike", "underline", "code", "highlight", "client_highlight", "unlink");
        style.fields(Set.of(), known);
        known.forEach(style::truth);
    }
}

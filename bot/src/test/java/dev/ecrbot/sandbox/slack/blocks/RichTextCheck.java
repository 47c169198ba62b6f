package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Rich text: sections, lists, quotes and preformatted text. */
final class RichTextCheck {

    private RichTextCheck() {}

    static void check(Spot richText) {
        richText.fields(Set.of("type", "elements"), Set.of("block_id"));
        richText.list("elements", 0, Integer.MAX_VALUE).forEach(RichTextCheck::part);
    }

    private static void part(Spot part) {
        switch (part.type()) {
            case "rich_text_section" -> {
                part.fields(Set.of("type", "elements"), Set.of());
                inline(part);
            }
            case "rich_text_preformatted", "rich_text_quote" -> {
                part.fields(Set.of("type", "elements"), Set.of("border"));
                part.number("border", 0, 1);
                inline(part);
            }
            case "rich_text_list" -> {
                part.fields(Set.of("type", "style", "elements"), Set.of("indent", "offset", "border"));
                part.oneOf("style", Set.of("bullet", "ordered"));
                part.number("indent", 0, 8);
                part.number("border", 0, 1);
                part.list("elements", 1, Integer.MAX_VALUE).forEach(RichTextCheck::item);
            }
            default -> part.fail("unsupported type: " + part.type());
        }
    }

    private static void item(Spot item) {
        if (item.type().equals("rich_text_section")) {
            part(item);
        } else {
            item.fail("must be a rich_text_section");
        }
    }

    private static void inline(Spot parent) {
        parent.list("elements", 0, Integer.MAX_VALUE).forEach(InlineCheck::check);
    }
}

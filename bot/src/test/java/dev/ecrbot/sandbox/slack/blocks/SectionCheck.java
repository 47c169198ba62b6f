package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Sections: a text, up to ten fields, and one thing beside them. */
final class SectionCheck {

    private SectionCheck() {}

    static void check(Spot section) {
        section.fields(Set.of("type"), Set.of("block_id", "text", "fields", "accessory", "expand"));
        if (!section.has("text") && !section.has("fields")) {
            section.fail("must provide either text or fields");
        }
        TextCheck.any(section.at("text"), 3000);
        section.list("fields", 1, 10).forEach(field -> TextCheck.any(field, 2000));
        section.truth("expand");
        if (section.has("accessory")) {
            accessory(section.at("accessory"));
        }
    }

    private static void accessory(Spot accessory) {
        switch (accessory.type()) {
            case "button" -> ButtonCheck.check(accessory);
            case "image" -> ImageCheck.element(accessory);
            default -> accessory.fail("unsupported type: " + accessory.type());
        }
    }
}

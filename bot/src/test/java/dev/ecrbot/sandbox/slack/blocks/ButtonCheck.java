package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Buttons, in an actions block or beside a section. */
final class ButtonCheck {

    private ButtonCheck() {}

    static void check(Spot button) {
        button.fields(
                Set.of("type", "text"), Set.of("action_id", "url", "value", "style", "confirm", "accessibility_label"));
        TextCheck.plain(button.at("text"), 75);
        button.text("action_id", 1, 255);
        button.text("value", 1, 2000);
        button.text("url", 1, 3000);
        button.text("accessibility_label", 1, 75);
        button.oneOf("style", Set.of("primary", "danger"));
        ConfirmCheck.check(button.at("confirm"));
    }
}

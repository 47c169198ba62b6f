package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Fields to fill in. Of the elements Slack has for them, text is the one known here. */
final class InputCheck {

    private InputCheck() {}

    static void check(Spot input) {
        input.fields(Set.of("type", "label", "element"), Set.of("block_id", "hint", "optional", "dispatch_action"));
        TextCheck.plain(input.at("label"), 2000);
        TextCheck.plain(input.at("hint"), 2000);
        input.truth("optional");
        input.truth("dispatch_action");
        Spot element = input.at("element");
        if (element.type().equals("plain_text_input")) {
            text(element);
        } else {
            element.fail("unsupported type: " + element.type());
        }
    }

    private static void text(Spot element) {
        element.fields(
                Set.of("type"),
                Set.of(
                        "action_id",
                        "placeholder",
                        "initial_value",
                        "multiline",
                        "min_length",
                        "max_length",
                        "dispatch_action_config",
                        "focus_on_load"));
        element.text("action_id", 1, 255);
        TextCheck.plain(element.at("placeholder"), 150);
        element.text("initial_value", 0, 3000);
        element.truth("multiline");
        element.truth("focus_on_load");
        element.number("min_length", 0, 3000);
        element.number("max_length", 1, 3000);
    }
}

package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Fields to fill in. Of the elements Slack has for them, text, choices and dates are known here. */
final class InputCheck {

    private static final Set<String> TRIGGERS = Set.of("on_enter_pressed", "on_character_entered");

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
        } else if (element.type().equals("static_select")) {
            select(element);
        } else if (element.type().equals("external_select")) {
            element.fields(
                    Set.of("type"),
                    Set.of("action_id", "initial_option", "placeholder", "min_query_length", "focus_on_load"));
            element.text("action_id", 1, 255);
            TextCheck.plain(element.at("placeholder"), 150);
            element.number("min_query_length", 0, 100);
        } else if (element.type().equals("datepicker")) {
            element.fields(Set.of("type"), Set.of("action_id", "initial_date", "placeholder", "focus_on_load"));
            element.text("action_id", 1, 255);
            element.text("initial_date", 10, 10);
        } else {
            element.fail("unsupported type: " + element.type());
        }
    }

    private static void select(Spot element) {
        element.fields(
                Set.of("type", "options"), Set.of("action_id", "initial_option", "placeholder", "focus_on_load"));
        element.text("action_id", 1, 255);
        int options = element.at("options").node().size();
        if (options < 1 || options > 100) {
            element.at("options").fail("must have 1 to 100 options");
        }
        for (int i = 0; i < options; i++) {
            Spot option = element.at("options").at(i);
            option.fields(Set.of("text", "value"), Set.of("description"));
            TextCheck.plain(option.at("text"), 75);
            option.text("value", 1, 150);
        }
        boolean among = !element.has("initial_option");
        for (var option : element.at("options").node()) {
            among |= option.equals(element.at("initial_option").node());
        }
        if (!among) {
            element.at("initial_option").fail("must be one of the options");
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
        if (element.has("dispatch_action_config")) {
            element.at("dispatch_action_config")
                    .list("trigger_actions_on", 1, 2)
                    .forEach(each -> {
                        if (!TRIGGERS.contains(each.node().asText())) {
                            each.fail("must be one of the allowed values");
                        }
                    });
        }
        element.number("min_length", 0, 3000);
        element.number("max_length", 1, 3000);
    }
}

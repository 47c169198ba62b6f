package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** The dialog that asks again before a click counts. */
final class ConfirmCheck {

    private ConfirmCheck() {}

    static void check(Spot confirm) {
        if (confirm.node().isMissingNode()) {
            return;
        }
        confirm.fields(Set.of("title", "text", "confirm", "deny"), Set.of("style"));
        TextCheck.plain(confirm.at("title"), 100);
        TextCheck.any(confirm.at("text"), 300);
        TextCheck.plain(confirm.at("confirm"), 30);
        TextCheck.plain(confirm.at("deny"), 30);
        confirm.oneOf("style", Set.of("primary", "danger"));
    }
}

package dev.ecrbot.sandbox.slack.blocks;

import java.util.HashSet;
import java.util.Set;

/** Rows of buttons. */
final class ActionsCheck {

    private ActionsCheck() {}

    static void check(Spot actions) {
        actions.fields(Set.of("type", "elements"), Set.of("block_id"));
        Set<String> ids = new HashSet<>();
        for (Spot element : actions.list("elements", 1, 25)) {
            if (!element.type().equals("button")) {
                element.fail("unsupported type: " + element.type());
                continue;
            }
            ButtonCheck.check(element);
            String id = element.node().path("action_id").asText();
            if (!id.isEmpty() && !ids.add(id)) {
                element.fail("`action_id` \"" + id + "\" already exists for block_id");
            }
        }
    }
}

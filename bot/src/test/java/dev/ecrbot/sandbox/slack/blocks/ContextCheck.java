package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Small print: up to ten texts and images. */
final class ContextCheck {

    private ContextCheck() {}

    static void check(Spot context) {
        context.fields(Set.of("type", "elements"), Set.of("block_id"));
        for (Spot element : context.list("elements", 1, 10)) {
            if (element.type().equals("image")) {
                ImageCheck.element(element);
            } else {
                TextCheck.any(element, 3000);
            }
        }
    }
}

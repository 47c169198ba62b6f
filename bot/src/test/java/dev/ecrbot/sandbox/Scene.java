package dev.ecrbot.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a page is set up with.
 *
 * @param cast who the visitor can be, the first one to begin with
 * @param examples commands to start from
 * @param falsehoods says what stands in this Slack and isn't so
 * @param clock what everything on the page goes by
 * @param panel what can be done to the world around the bot; empty if nothing can
 */
record Scene(
        List<PagePerson> cast,
        List<String> examples,
        Supplier<List<String>> falsehoods,
        Clock clock,
        Optional<Panel> panel) {
    Scene {
        cast = List.copyOf(cast);
        examples = List.copyOf(examples);
    }
}

package dev.ecrbot.sandbox;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a page is set up with.
 *
 * @param cast who the visitor can be, the first one to begin with
 * @param examples commands to start from
 * @param falsehoods says what stands in this Slack and isn't so
 */
record Scene(List<PagePerson> cast, List<String> examples, Supplier<List<String>> falsehoods) {
    Scene {
        cast = List.copyOf(cast);
        examples = List.copyOf(examples);
    }
}

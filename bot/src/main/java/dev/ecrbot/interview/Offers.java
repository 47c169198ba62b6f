package dev.ecrbot.interview;

import java.util.List;
import java.util.Map;

/**
 * What there is to choose from.
 *
 * @param all ids with what people call them, in the order to show
 * @param why what kept them from being listed, in a sentence; empty if nothing did
 */
public record Offers(List<Map.Entry<String, String>> all, String why) {
    /** Nothing, for no reason that matters. */
    public static final Offers NONE = new Offers(List.of(), "");

    public Offers {
        all = List.copyOf(all);
    }
}

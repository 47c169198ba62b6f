package dev.ecrbot.rules;

import java.util.List;

/** How the rules put lists into sentences. */
final class Words {

    private Words() {}

    /** Returns the items with commas between them; what is beyond {@code most} is only counted. */
    static String list(List<String> items, int most) {
        if (items.size() <= most) {
            return String.join(", ", items);
        }
        return String.join(", ", items.subList(0, most)) + " and " + (items.size() - most) + " more";
    }
}

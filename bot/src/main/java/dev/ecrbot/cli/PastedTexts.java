package dev.ecrbot.cli;

import java.util.ArrayList;
import java.util.List;

/** Takes texts apart that are separated by a line of {@code ---}. */
final class PastedTexts {
    private static final String SEPARATOR = "---";

    private PastedTexts() {}

    /** Returns the texts, at least one; a separator as the first or the last line separates nothing. */
    static List<String> split(String pasted) {
        var texts = new ArrayList<String>();
        int text = 0;
        int line = 0;
        while (line < pasted.length()) {
            int end = pasted.indexOf('\n', line);
            int next = end < 0 ? pasted.length() : end + 1;
            if (pasted.substring(line, next).stripTrailing().equals(SEPARATOR)) {
                if (line > 0) {
                    texts.add(pasted.substring(text, line));
                }
                text = next;
            }
            line = next;
        }
        if (text < pasted.length() || texts.isEmpty()) {
            texts.add(pasted.substring(text));
        }
        return texts;
    }
}

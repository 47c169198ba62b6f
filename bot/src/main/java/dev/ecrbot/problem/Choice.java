package dev.ecrbot.problem;

import java.util.List;

/** How problems name what can be chosen from. */
public final class Choice {
    private Choice() {}

    /** Returns the words as in “pull, push or read”. */
    public static String of(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}

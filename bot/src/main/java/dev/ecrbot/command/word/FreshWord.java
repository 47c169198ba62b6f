package dev.ecrbot.command.word;

import java.util.List;

/**
 * The word at the end of a question that has it answered by reading AWS now, and not from the index.
 *
 * @param before what stands before it, or all
 * @param fresh whether it is there
 */
public record FreshWord(List<Word> before, boolean fresh) {
    private static final String WORD = "fresh";

    public FreshWord {
        before = List.copyOf(before);
    }

    /** Takes it off, where anything stands before it. */
    public static FreshWord of(List<Word> words) {
        return of(words, 1);
    }

    /**
     * Takes it off.
     *
     * @param least how many words have to stand before it; without them it says something else
     */
    public static FreshWord of(List<Word> words, int least) {
        int last = words.size() - 1;
        boolean fresh = last >= least && words.get(last).is(WORD);
        return new FreshWord(fresh ? words.subList(0, last) : words, fresh);
    }

    /** Returns how one would type it. */
    public static String text(boolean fresh) {
        return fresh ? " " + WORD : "";
    }
}

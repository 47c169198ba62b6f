package dev.ecrbot.desk.counter;

/**
 * What a list of requests was narrowed by.
 *
 * @param unsearched in how many older requests the word wasn't looked for, as far as they were counted
 * @param more whether there are more of them than that
 */
public record Search(String word, long unsearched, boolean more) {
    /** Where all were counted. */
    public Search(String word, long unsearched) {
        this(word, unsearched, false);
    }
}

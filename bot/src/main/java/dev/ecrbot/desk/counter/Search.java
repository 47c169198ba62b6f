package dev.ecrbot.desk.counter;

/**
 * What a list of requests was narrowed by.
 *
 * @param unsearched in how many older requests the word wasn't looked for
 */
public record Search(String word, long unsearched) {}

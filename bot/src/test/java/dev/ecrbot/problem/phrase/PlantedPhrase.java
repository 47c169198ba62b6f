package dev.ecrbot.problem.phrase;

/** A class of words that decides something; {@code PlantedWordsTest} has it found. */
public final class PlantedPhrase {
    private PlantedPhrase() {}

    public static boolean isLong(String text) {
        return text.length() > 100;
    }
}

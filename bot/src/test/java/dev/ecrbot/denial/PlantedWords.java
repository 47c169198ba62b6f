package dev.ecrbot.denial;

/** A class of words that decides something; {@code PlantedWordsTest} has it found. */
public final class PlantedWords {
    private PlantedWords() {}

    public static boolean isLong(String text) {
        return text.length() > 100;
    }
}

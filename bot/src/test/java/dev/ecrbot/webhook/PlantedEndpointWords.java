package dev.ecrbot.webhook;

/** A class of words of an outer room that decides something; {@code PlantedWordsTest} has it found. */
public final class PlantedEndpointWords {
    private PlantedEndpointWords() {}

    public static boolean isLocal(String host) {
        return host.equals("localhost");
    }
}

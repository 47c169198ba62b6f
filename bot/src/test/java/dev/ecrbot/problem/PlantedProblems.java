package dev.ecrbot.problem;

/** A class of the room that is handed a code with its words; {@code PlantedWordsTest} has it found. */
public final class PlantedProblems {
    private PlantedProblems() {}

    public static Problem of(Code code, String what) {
        return new Problem(code, what, "Ask again.");
    }
}

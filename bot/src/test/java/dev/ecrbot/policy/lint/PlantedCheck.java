package dev.ecrbot.policy.lint;

import java.util.Optional;

/** A check that words what it finds; {@code PlantedWordsTest} has it found. */
public final class PlantedCheck {
    private PlantedCheck() {}

    static Wording worded() {
        return new Wording(Kind.ALL_ACTIONS, "It allows everything.", "List the actions.");
    }

    static LintFinding finding() {
        return new LintFinding(
                Severity.ERROR, Kind.ALL_ACTIONS, Optional.empty(), Optional.empty(), "It is wrong.", "Mend it.", "");
    }
}

package dev.ecrbot;

import java.util.function.Consumer;

/**
 * A fault in a set-up.
 *
 * @param check which line of the doctor's tells of it
 * @param words what that line says, or what it says to do
 */
record Flaw(String name, Consumer<DoctorSetup> plant, String check, String words) {
    @Override
    public String toString() {
        return name;
    }
}

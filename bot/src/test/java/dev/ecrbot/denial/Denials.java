package dev.ecrbot.denial;

import dev.ecrbot.ecr.StandardAccess;

/** Reads texts where the standard accesses can be asked for. */
final class Denials {
    private Denials() {}

    static Denial read(String text) {
        return Denial.read(text, StandardAccess.CATALOGUE);
    }
}

package dev.ecrbot.machine.proof;

import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.ProofProblems;

/** Why it isn't proven who sent something. None of it repeats a secret. */
final class Unproven {
    private static final int LONGEST = 200;

    private Unproven() {}

    /** It is proven who sent it, and nobody here knows them. */
    static ProblemException stranger(String who) {
        return new ProblemException(ProofProblems.stranger(shown(who)));
    }

    /** Too many wait for an answer of theirs. */
    static ProblemException crowded() {
        return new ProblemException(ProofProblems.issuersAskedByOthers());
    }

    static String shown(String text) {
        String clean = text.replaceAll("[^\\x20-\\x7E]", "?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}

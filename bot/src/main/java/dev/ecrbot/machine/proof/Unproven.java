package dev.ecrbot.machine.proof;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;

/** Why it isn't proven who sent something. None of it repeats a secret. */
final class Unproven {
    private static final int LONGEST = 200;

    private Unproven() {}

    /** What was sent proves nothing. */
    static ProblemException because(String why) {
        return new ProblemException(new Problem(
                Code.MACHINE_UNPROVEN,
                "It isn't proven which machine sent this: " + why + ".",
                "Send Authorization: Bearer and a token, or what the ecr-bot command line sends with --aws."));
    }

    /** It is proven who sent it, and nobody here knows them. */
    static ProblemException stranger(String who) {
        return new ProblemException(new Problem(
                Code.MACHINE_UNKNOWN,
                "The configuration names no machine that is " + shown(who) + ".",
                "Ask whoever runs ecr-bot to name it under machines.identities."));
    }

    /** Whoever could say so doesn't answer. */
    static ProblemException unheard(String who) {
        return new ProblemException(new Problem(
                Code.BUSY,
                who + " didn't answer, so it couldn't be found out which machine sent this.",
                "Send it again in a moment."));
    }

    /** Too many wait for an answer of theirs. */
    static ProblemException crowded() {
        return new ProblemException(new Problem(
                Code.BUSY,
                "So many wait for the issuers of their tokens that this one's wasn't asked.",
                "Send it again in a moment."));
    }

    static String shown(String text) {
        String clean = text.replaceAll("[^\\x20-\\x7E]", "?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}

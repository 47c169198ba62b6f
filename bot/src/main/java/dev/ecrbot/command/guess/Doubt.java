package dev.ecrbot.command.guess;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;

/**
 * A word that stands where an exact line has a name, and hardly is one.
 *
 * @param strong whether it has to be put in quotes before it is taken for a name
 */
record Doubt(String word, boolean strong) {

    Problem problem() {
        return new Problem(
                Code.COMMAND_MALFORMED,
                "“" + word + "” stands where the name of a repository or a role is expected, so nothing was asked for.",
                "If that really is its name, put it in quotes: \"" + word + "\". Otherwise leave it out; "
                        + "each ask is for one repository and one account or role.");
    }
}

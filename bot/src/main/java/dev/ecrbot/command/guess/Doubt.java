package dev.ecrbot.command.guess;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.SentenceProblems;

/**
 * A word that stands where an exact line has a name, and hardly is one.
 *
 * @param strong whether it has to be put in quotes before it is taken for a name
 */
record Doubt(String word, boolean strong) {

    Problem problem() {
        return SentenceProblems.hardlyAName(word);
    }
}

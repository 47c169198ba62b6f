package dev.ecrbot.command.help;

import dev.ecrbot.command.help.HelpPage.Example;
import dev.ecrbot.command.help.HelpPage.Term;
import java.util.List;

/**
 * What help says of one command.
 *
 * @param usage what to type after {@code /ecr}
 * @param purpose what it is for, in one sentence
 */
record VerbHelp(String usage, String purpose, List<Example> lines, List<Term> terms) {
    VerbHelp {
        lines = List.copyOf(lines);
        terms = List.copyOf(terms);
    }
}

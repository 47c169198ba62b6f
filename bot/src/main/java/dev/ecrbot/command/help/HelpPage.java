package dev.ecrbot.command.help;

import java.util.List;

/** A page of help, as plain data for whoever shows it. */
public record HelpPage(String title, String intro, List<Example> examples, List<Term> terms) {
    public HelpPage {
        examples = List.copyOf(examples);
        terms = List.copyOf(terms);
    }

    /** A line that can be typed as it is, and what it does. */
    public record Example(String text, String meaning) {}

    /** A word of the usage line, and what may stand in its place. */
    public record Term(String word, String meaning) {}
}

package dev.ecrbot.command.word;

import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One word of a command.
 *
 * @param text the word, without quotes around it
 * @param end where it ends in the whole text
 * @param quoted whether it stood in quotes: then it may hold blanks, and is never a keyword
 */
public record Word(String text, int end, boolean quoted) {

    /**
     * Cuts a text at its blanks.
     *
     * @throws dev.ecrbot.problem.ProblemException if a name has characters in it which nobody sees; a reason may
     */
    public static List<Word> of(CommandText text) {
        var words = new ArrayList<Word>();
        boolean reason = false;
        int at = 0;
        while (at < text.plain().length()) {
            if (text.plain().charAt(at) == ' ') {
                at++;
                continue;
            }
            Word word = at(text, at);
            at = word.end();
            if (!reason) {
                word.checkVisible();
            }
            words.add(word);
            reason = reason || word.is("because");
        }
        return List.copyOf(words);
    }

    private void checkVisible() {
        OptionalInt hidden = text.codePoints().filter(CommandText::hides).findFirst();
        if (hidden.isPresent()) {
            String name = Character.getName(hidden.getAsInt());
            throw new ProblemException(CommandProblems.unseenCharacter(
                    CommandText.spelled(text),
                    CommandText.number(hidden.getAsInt()) + (name == null ? "" : ", " + name)));
        }
    }

    /** Returns whether it is this word of the grammar, in any case. */
    public boolean is(String keyword) {
        return !quoted && text.equalsIgnoreCase(keyword);
    }

    private static Word at(CommandText text, int start) {
        String clean = text.plain();
        char first = clean.charAt(start);
        if (first == '"' || first == '\'') {
            int close = clean.indexOf(first, start + 1);
            boolean endsWord = close > start + 1 && (close + 1 == clean.length() || clean.charAt(close + 1) == ' ');
            if (endsWord) {
                return new Word(text.name(start + 1, close), close + 1, true);
            }
        }
        int blank = clean.indexOf(' ', start);
        int end = blank < 0 ? clean.length() : blank;
        return new Word(text.name(start, end), end, false);
    }
}

package dev.ecrbot.command;

import java.util.ArrayList;
import java.util.List;

/**
 * One word of a command.
 *
 * @param text the word, without quotes around it
 * @param end where it ends in the whole text
 * @param quoted whether it stood in quotes: then it may hold blanks, and is never a keyword
 */
record Word(String text, int end, boolean quoted) {

    /** Cuts a cleaned text at its blanks. */
    static List<Word> of(String clean) {
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < clean.length()) {
            if (clean.charAt(at) == ' ') {
                at++;
                continue;
            }
            Word word = at(clean, at);
            words.add(word);
            at = word.end();
        }
        return List.copyOf(words);
    }

    boolean is(String keyword) {
        return !quoted && text.equalsIgnoreCase(keyword);
    }

    private static Word at(String clean, int start) {
        char first = clean.charAt(start);
        if (first == '"' || first == '\'') {
            int close = clean.indexOf(first, start + 1);
            boolean endsWord = close > start + 1 && (close + 1 == clean.length() || clean.charAt(close + 1) == ' ');
            if (endsWord) {
                return new Word(clean.substring(start + 1, close), close + 1, true);
            }
        }
        int blank = clean.indexOf(' ', start);
        int end = blank < 0 ? clean.length() : blank;
        return new Word(clean.substring(start, end), end, false);
    }
}

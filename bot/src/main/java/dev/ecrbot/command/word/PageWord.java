package dev.ecrbot.command.word;

import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which page of a list is wanted: {@code page 2} at the end of a command.
 *
 * @param before the words before that
 * @param page from 1
 */
public record PageWord(List<Word> before, int page) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    public static PageWord of(List<Word> words) {
        int at = words.size() - 2;
        if (at < 0 || !words.get(at).is("page")) {
            return new PageWord(words, 1);
        }
        String number = words.get(at + 1).text();
        if (!NUMBER.matcher(number).matches()) {
            throw new ProblemException(CommandProblems.notAPage(number));
        }
        return new PageWord(words.subList(0, at), Integer.parseInt(number));
    }

    /** Returns the page as it stands at the end of a command; nothing for the first. */
    public static String text(int page) {
        return page == 1 ? "" : " page " + page;
    }
}

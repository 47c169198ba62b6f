package dev.ecrbot.command.word;

import dev.ecrbot.problem.EndProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a grant or a revocation by their part: those that are known by their place, the end, and the reason.
 */
public record Parts(List<Word> places, Until until, Optional<String> reason) {

    /** Sorts what follows the verb. */
    public static Parts of(List<Word> words, CommandText text, EndCheck end) {
        var places = new ArrayList<Word>();
        Until until = new Until.None();
        var cursor = new Cursor(words);
        while (cursor.more()) {
            Word word = cursor.next();
            if (word.is("because")) {
                Optional<String> reason = Reason.read(text.words(word.end()));
                return new Parts(List.copyOf(places), until, reason);
            }
            if (word.is("for") || word.is("until")) {
                if (!(until instanceof Until.None)) {
                    throw new ProblemException(EndProblems.givenTwice());
                }
                until = word.is("for") ? end.in(DurationReader.read(cursor)) : end.at(DateReader.read(cursor));
            } else {
                places.add(word);
            }
        }
        return new Parts(List.copyOf(places), until, Optional.empty());
    }
}

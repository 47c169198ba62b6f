package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands behind a role and a comma, and can be why: “ci-deployer, hotfix for payments”.
 *
 * @param before what stands before it
 * @param reason as a command says it
 * @param oneWord whether it is one word, which can be a second role as well
 */
record AfterComma(String before, String reason, boolean oneWord) {
    /** What begins with one of these is said to whoever reads it, and not of the change. */
    private static final Set<String> THANKS = Set.of("thanks", "thank", "thx", "ty", "please", "pls", "plz", "asap");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]+");

    /** Returns all that it can be, the longest first. */
    static List<AfterComma> in(CommandText text, Kinds kinds, LocalDate today) {
        List<Word> words = Joined.withCommas(Word.of(text));
        var found = new ArrayList<AfterComma>();
        for (int at = 1; at < words.size() - 1; at++) {
            Word last = words.get(at);
            List<Word> rest = words.subList(at + 1, words.size());
            if (endsRole(last, kinds) && !isListed(words.get(at - 1)) && isWhy(rest, kinds, today)) {
                found.add(new AfterComma(
                        text.plain().substring(0, last.end()),
                        LooseReason.because(text.words(last.end())),
                        said(rest).size() == 1));
            }
        }
        return found;
    }

    /** Behind an account rather a role is to follow, and what is given without one is given to all of it. */
    private static boolean endsRole(Word word, Kinds kinds) {
        return !word.quoted() && word.text().endsWith(",") && !kinds.known(Sentence.unmarked(word));
    }

    /** Of three and more the last is one of them. */
    private static boolean isListed(Word before) {
        return !before.quoted() && before.text().endsWith(",");
    }

    private static boolean isWhy(List<Word> rest, Kinds kinds, LocalDate today) {
        List<Word> said = said(rest);
        boolean plain = said.size() > 1
                || (said.size() == 1
                        && PLAIN.matcher(Sentence.unmarked(said.get(0)).text()).matches());
        boolean ends = LooseEnd.in(rest.stream().map(Sentence::unmarked).toList(), today)
                .map(end -> end.upTo().isPresent())
                .orElse(true);
        return plain
                && !THANKS.contains(Fillers.lower(Sentence.unmarked(rest.get(0))))
                && !ends
                && LooseReason.reads(rest, kinds::known);
    }

    private static List<Word> said(List<Word> rest) {
        return rest.stream()
                .filter(word -> !Fillers.filler(Sentence.unmarked(word)))
                .toList();
    }
}

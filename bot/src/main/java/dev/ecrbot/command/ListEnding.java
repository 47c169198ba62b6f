package dev.ecrbot.command;

import dev.ecrbot.command.word.FreshWord;
import dev.ecrbot.command.word.PageWord;
import dev.ecrbot.command.word.Word;
import java.util.List;

/**
 * How a question that is answered by a list ends: which page is wanted, or the whole as a file, and whether it is to be read anew.
 *
 * @param before what stands before that
 */
record ListEnding(List<Word> before, boolean fresh, boolean file, int page) {
    private static final List<String> FILES = List.of("file", "files", "csv", "json");

    /**
     * Takes it off; people write {@code fresh} before and behind the rest of it.
     *
     * @param least how many words there are before it: a word that has to be there is taken as what it says
     */
    static ListEnding of(List<Word> typed, int least) {
        FreshWord last = FreshWord.of(typed, least);
        List<Word> words = last.before();
        int at = words.size() - 2;
        boolean file = at >= 0 && words.get(at).is("as") && FILES.stream().anyMatch(words.get(at + 1)::is);
        PageWord paged = PageWord.of(file ? words.subList(0, at) : words);
        FreshWord first = last.fresh() ? new FreshWord(paged.before(), true) : FreshWord.of(paged.before(), least);
        List<Word> before = first.before();
        boolean leading = !first.fresh()
                && least == 0
                && before.size() > 1
                && before.get(0).is("fresh");
        return new ListEnding(
                leading ? before.subList(1, before.size()) : before, leading || first.fresh(), file, paged.page());
    }

    FleetInquiry of(FleetInquiry.Listing question) {
        FleetInquiry.Broad asked = file ? new FleetInquiry.AsFile(question) : question;
        return fresh ? new FleetInquiry.Fresh(asked) : asked;
    }
}

package dev.ecrbot.command;

import dev.ecrbot.command.word.FreshWord;
import dev.ecrbot.command.word.PageWord;
import dev.ecrbot.command.word.RequestWord;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the questions that change nothing. */
final class InquiryReader {
    /** Before anything is made of the text: a pasted error isn't to be read as words, and keeps its lines. */
    private static final Pattern EXPLAIN = Pattern.compile(
            "\\s{0,50}(?:/ecr\\s{1,50})?explain(?![\\w-]):?(.*+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final List<String> WHO = List.of("access, which is pull for example,", "repository");
    private static final List<String> CAN =
            List.of("account, which says who it is about,", "access, which is pull for example,", "repository");
    /** Words that people put between those that matter; none of them names an access or an account. */
    private static final Set<String> WHO_FILLERS = Set.of("can", "may", "has", "from", "to", "on");

    private static final Set<String> CAN_FILLERS = Set.of("from", "to", "on");
    private static final Pattern WORD = Pattern.compile("explain\\S{0,10}", Pattern.CASE_INSENSITIVE);

    private final RepositoryReader repositories;
    private final PrincipalReader principals;
    private final AccessWord access;
    private final WordCount count;
    private final Examples examples;

    InquiryReader(
            RepositoryReader repositories,
            PrincipalReader principals,
            AccessWord access,
            WordCount count,
            Examples examples) {
        this.repositories = repositories;
        this.principals = principals;
        this.access = access;
        this.count = count;
        this.examples = examples;
    }

    /** Reads {@code pull payments/api}; people also say {@code who can pull payments/api}. */
    Inquiry who(List<Word> rest) {
        PageWord paged = PageWord.of(rest);
        FreshWord fresh = FreshWord.of(paged.before());
        List<Word> words = without(fresh.before(), WHO_FILLERS);
        return new Inquiry.Who(
                access(Verb.WHO, count.atLeast(Verb.WHO, words, 2, WHO).get(0)),
                repositories.repository(count.atMost(Verb.WHO, words, 2).get(1).text()),
                fresh.fresh(),
                paged.page());
    }

    /** Reads {@code sales ci-deployer pull payments/api}; the other order, as in a grant, means the same. */
    Inquiry can(List<Word> rest) {
        FreshWord fresh = FreshWord.of(rest);
        List<Word> words = without(fresh.before(), CAN_FILLERS);
        count.atLeast(Verb.CAN, words, 3, CAN);
        count.atMost(Verb.CAN, words, 4);
        boolean asInAGrant = access.isOne(words.get(0));
        int from = asInAGrant ? 0 : words.size() - 2;
        List<Word> whom = asInAGrant ? words.subList(2, words.size()) : words.subList(0, from);
        Access asked = access(Verb.CAN, words.get(from));
        RepositoryRef repository = repositories.repository(words.get(from + 1).text());
        return new Inquiry.Can(
                principals.granted(whom, repository.repository().region()), asked, repository, fresh.fresh());
    }

    Inquiry show(List<Word> rest) {
        String id = count.only(Verb.SHOW, rest, "request's id");
        if (!RequestWord.isId(id)) {
            throw new ProblemException(CommandProblems.notAnIdOfAny(id));
        }
        return new Inquiry.Show(id);
    }

    Inquiry history(List<Word> rest) {
        PageWord paged = PageWord.of(rest);
        FreshWord fresh = FreshWord.of(paged.before());
        return new Inquiry.History(
                repositories.read(count.only(Verb.HISTORY, fresh.before(), "repository")), fresh.fresh(), paged.page());
    }

    Inquiry whoAmI(List<Word> rest) {
        count.atMost(Verb.WHOAMI, rest, 0);
        return new Inquiry.WhoAmI();
    }

    Inquiry rules(List<Word> rest) {
        return new Inquiry.Rules(count.atMost(Verb.RULES, rest, 1).stream()
                .map(word -> repositories.repository(word.text()))
                .findFirst());
    }

    private Access access(Verb verb, Word word) {
        return access.granted(word.text(), examples.of(verb));
    }

    private static List<Word> without(List<Word> words, Set<String> fillers) {
        return words.stream()
                .filter(word -> fillers.stream().noneMatch(word::is))
                .toList();
    }

    /** Returns the question about a pasted error, if the text is one. */
    Optional<Inquiry> pasted(String raw) {
        Matcher explain = EXPLAIN.matcher(raw);
        return explain.matches() ? Optional.of(explain(explain.group(1).strip())) : Optional.empty();
    }

    /** Returns the question of a text whose first word is known to be the one for it, however that was written. */
    Inquiry explained(String raw) {
        Matcher word = WORD.matcher(raw);
        return explain(word.find() ? raw.substring(word.end()).strip() : "");
    }

    private Inquiry explain(String pasted) {
        if (pasted.isEmpty()) {
            throw new ProblemException(CommandProblems.nothingToExplain(examples.of(Verb.EXPLAIN)));
        }
        if (pasted.length() > Inquiry.Explain.LONGEST) {
            throw new ProblemException(CommandProblems.tooLongToExplain(pasted.length(), Inquiry.Explain.LONGEST));
        }
        return new Inquiry.Explain(pasted);
    }
}

package dev.ecrbot.command;

import dev.ecrbot.command.word.FreshWord;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.source.CodeForm;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.PrincipalProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the questions about all repositories at once. */
final class FleetInquiryReader {
    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{2,30})(?:\\|[^<>]{0,100})?>");
    private static final Pattern MEMBER = Pattern.compile("@?([UW][A-Z0-9]{6,30})");
    private static final Region ANYWHERE = new Region("us-east-1");

    private final RepositoryReader repositories;
    private final PrincipalReader principals;
    private final WordCount count;
    private final Region home;

    FleetInquiryReader(RepositoryReader repositories, PrincipalReader principals, WordCount count, Names names) {
        this.repositories = repositories;
        this.principals = principals;
        this.count = count;
        this.home = names.registries().values().stream()
                .flatMap(registry -> registry.regions().stream())
                .findFirst()
                .orElse(ANYWHERE);
    }

    /**
     * Reads {@code sales ci-deployer}, or {@code @rita}.
     *
     * @param raw the whole text as Slack handed it over: only there a person has an id beside their name
     */
    Inquiry access(List<Word> typed, String raw) {
        var ending = ListEnding.of(typed, 1);
        List<Word> words = count.atLeast(Verb.ACCESS, ending.before(), 1, List.of("account, or the person,"));
        count.atMost(Verb.ACCESS, words, 2);
        Word first = words.get(0);
        Optional<String> person = person(first, raw);
        if (person.isPresent() || first.text().startsWith("@")) {
            count.atMost(Verb.ACCESS, words, 1);
            return new FleetInquiry.OfPerson(person.orElseThrow(() -> unnamed(first)), ending.page());
        }
        PrincipalRef whom = principals.granted(words, home);
        if (whom.principal().account().isEmpty()) {
            throw new ProblemException(PrincipalProblems.notInAnAccount(first.text()));
        }
        return ending.of(new FleetInquiry.Access(whom, ending.page()));
    }

    private static Optional<String> person(Word first, String raw) {
        Matcher member = MEMBER.matcher(first.text());
        if (member.matches()) {
            return Optional.of(member.group(1));
        }
        Matcher mention = MENTION.matcher(raw);
        return first.text().startsWith("@") && mention.find() ? Optional.of(mention.group(1)) : Optional.empty();
    }

    private static ProblemException unnamed(Word first) {
        return new ProblemException(CommandProblems.personNotNamed(first.text()));
    }

    Inquiry audit(List<Word> rest) {
        var ending = ListEnding.of(rest, 0);
        count.atMost(Verb.AUDIT, ending.before(), 1);
        return ending.of(
                new FleetInquiry.Audit(ending.before().stream().map(Word::text).findFirst(), ending.page()));
    }

    Inquiry drift(List<Word> rest) {
        var ending = ListEnding.of(rest, 0);
        count.atMost(Verb.DRIFT, ending.before(), 0);
        return ending.of(new FleetInquiry.Drift(ending.page()));
    }

    Inquiry export(List<Word> rest) {
        // It is read live in any case.
        List<Word> words = count.atLeast(Verb.EXPORT, FreshWord.of(rest).before(), 1, List.of("repository"));
        count.atMost(Verb.EXPORT, words, 2);
        CodeForm form = words.size() == 1
                ? CodeForm.JSON
                : CodeForm.byWord(words.get(1).text())
                        .orElseThrow(() -> new ProblemException(
                                CommandProblems.formUnknown(words.get(1).text(), CodeForm.words())));
        return new FleetInquiry.Export(repositories.repository(words.get(0).text()), form);
    }
}

package dev.ecrbot.command;

import dev.ecrbot.command.word.Misread;
import dev.ecrbot.command.word.PageWord;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.source.CodeForm;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Guess;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the questions about all repositories at once. */
final class FleetInquiryReader {
    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{2,30})(?:\\|[^<>]{0,100})?>");
    private static final Pattern MEMBER = Pattern.compile("@?([UW][A-Z0-9]{6,30})");
    private static final List<String> FILES = List.of("file", "files", "csv", "json");
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
        FileWord file = FileWord.of(typed);
        PageWord paged = PageWord.of(file.before());
        List<Word> words = count.atLeast(Verb.ACCESS, paged.before(), 1, List.of("account, or the person,"));
        count.atMost(Verb.ACCESS, words, 2);
        Word first = words.get(0);
        Optional<String> person = person(first, raw);
        if (person.isPresent() || first.text().startsWith("@")) {
            count.atMost(Verb.ACCESS, words, 1);
            return new FleetInquiry.OfPerson(person.orElseThrow(() -> unnamed(first)), paged.page());
        }
        PrincipalRef whom = principals.granted(words, home);
        if (whom.principal().account().isEmpty()) {
            throw Misread.of(
                    Code.PRINCIPAL_MALFORMED,
                    Misread.quote(first.text()) + " isn't an account, or somebody in one.",
                    "Name an account, and perhaps a role in it: the answer has what it gets from its organization, too.");
        }
        return file.of(new FleetInquiry.Access(whom, paged.page()));
    }

    private static Optional<String> person(Word first, String raw) {
        Matcher member = MEMBER.matcher(first.text());
        if (member.matches()) {
            return Optional.of(member.group(1));
        }
        Matcher mention = MENTION.matcher(raw);
        return first.text().startsWith("@") && mention.find() ? Optional.of(mention.group(1)) : Optional.empty();
    }

    private static dev.ecrbot.problem.ProblemException unnamed(Word first) {
        return Misread.of(
                Code.COMMAND_MALFORMED,
                "ecr-bot can't tell who " + Misread.quote(first.text()) + " is: Slack handed over a name only.",
                "Pick the person from the list that Slack offers after “@”. If you did, the people who run ecr-bot have to set"
                        + " should_escape to true in the app's manifest; a member id works too: /ecr access U012AB3CD.");
    }

    Inquiry audit(List<Word> rest) {
        FileWord file = FileWord.of(rest);
        PageWord paged = PageWord.of(file.before());
        count.atMost(Verb.AUDIT, paged.before(), 1);
        return file.of(
                new FleetInquiry.Audit(paged.before().stream().map(Word::text).findFirst(), paged.page()));
    }

    Inquiry drift(List<Word> rest) {
        FileWord file = FileWord.of(rest);
        PageWord paged = PageWord.of(file.before());
        count.atMost(Verb.DRIFT, paged.before(), 0);
        return file.of(new FleetInquiry.Drift(paged.page()));
    }

    /**
     * Whether the answer is wanted as a file.
     *
     * @param before what stands before these words
     */
    private record FileWord(List<Word> before, boolean file) {
        static FileWord of(List<Word> words) {
            int at = words.size() - 2;
            boolean file = at >= 0 && words.get(at).is("as") && FILES.stream().anyMatch(words.get(at + 1)::is);
            return new FileWord(file ? words.subList(0, at) : words, file);
        }

        FleetInquiry of(FleetInquiry.Listing question) {
            return file ? new FleetInquiry.AsFile(question) : question;
        }
    }

    Inquiry export(List<Word> rest) {
        List<Word> words = count.atLeast(Verb.EXPORT, rest, 1, List.of("repository"));
        count.atMost(Verb.EXPORT, words, 2);
        CodeForm form = words.size() == 1
                ? CodeForm.JSON
                : CodeForm.byWord(words.get(1).text())
                        .orElseThrow(() -> Misread.of(
                                Code.COMMAND_MALFORMED,
                                Misread.quote(words.get(1).text()) + " is no form that ecr-bot writes policies in.",
                                Guess.didYouMean(
                                        words.get(1).text(),
                                        CodeForm.words(),
                                        "The forms are " + String.join(", ", CodeForm.words()) + ".")));
        return new FleetInquiry.Export(repositories.repository(words.get(0).text()), form);
    }
}

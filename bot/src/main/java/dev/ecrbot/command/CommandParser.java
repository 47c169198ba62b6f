package dev.ecrbot.command;

import dev.ecrbot.command.Parsed.Misunderstood;
import dev.ecrbot.command.Parsed.Understood;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.EndCheck;
import dev.ecrbot.command.word.FreshWord;
import dev.ecrbot.command.word.PageWord;
import dev.ecrbot.command.word.Parts;
import dev.ecrbot.command.word.RequestWord;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.EndProblems;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Turns the text of a slash command into a {@link Command}, or into a problem that says what is wrong with it. Takes
 * any text whatever and never throws. Immutable; can be used from many threads.
 */
public final class CommandParser {
    private static final int LONGEST = 4_000;

    private final RepositoryReader repositories;
    private final ChangeReader changes;
    private final Examples examples;
    private final AccessWord access;
    private final WordCount count;
    private final EndCheck end;
    private final InquiryReader inquiries;
    private final FleetInquiryReader fleet;
    private final LoginReader login;

    public CommandParser(Names names, Clock clock) {
        this.repositories = new RepositoryReader(names);
        var principals = new PrincipalReader(names);
        this.examples = new Examples(names);
        this.access = new AccessWord(names.accesses());
        this.count = new WordCount(examples, access);
        this.end = new EndCheck(clock);
        this.changes = new ChangeReader(repositories, principals, examples, access, count, end);
        this.login = new LoginReader(repositories, count);
        this.fleet = new FleetInquiryReader(repositories, principals, count, names);
        this.inquiries = new InquiryReader(repositories, principals, access, count, examples);
    }

    /** Parses what stands after the slash command, as Slack hands it over. */
    public Parsed parse(String text) {
        try {
            return new Understood(understand(text));
        } catch (ProblemException e) {
            return new Misunderstood(e.problem());
        }
    }

    /**
     * Reads an end alone, as in a field for one: {@code for 7d}.
     *
     * @throws ProblemException that says what is wrong with it
     */
    public Until end(String typed) {
        CommandText text = CommandText.of(typed);
        Parts parts = Parts.of(Word.of(text), text, end);
        Optional<String> other = parts.places().stream()
                .map(Word::text)
                .findFirst()
                .or(() -> parts.reason().map(reason -> "because"));
        if (other.isPresent() || parts.until() instanceof Until.None) {
            throw new ProblemException(other.map(EndProblems::notPartOfAnEnd).orElseGet(EndProblems::missing));
        }
        return parts.until();
    }

    private Command understand(String raw) {
        Optional<Inquiry> pasted = inquiries.pasted(raw);
        if (pasted.isPresent()) {
            return new Command.Inquire(pasted.get());
        }
        notTooLong(raw);
        CommandText text = CommandText.of(raw);
        List<Word> words = Word.of(text);
        // People paste whole lines.
        if (!words.isEmpty() && words.get(0).is("/ecr")) {
            words = words.subList(1, words.size());
        }
        if (words.isEmpty()) {
            return new Command.Help(Optional.empty());
        }
        Optional<Which.Step> step = Which.Step.byWord(words.get(0).text());
        if (step.isPresent() && words.size() > 1 && words.get(1).is(Which.WORD)) {
            return which(step.get(), words.subList(2, words.size()), text);
        }
        Verb verb = Verb.read(words.get(0).text(), access.words());
        return command(verb, words.subList(1, words.size()), text, raw);
    }

    private Command command(Verb verb, List<Word> rest, CommandText text, String raw) {
        return switch (verb) {
            case GRANT -> changes.grant(rest, text);
            case BREAKGLASS -> changes.breakGlass(rest, text);
            case REVOKE -> changes.revoke(rest, text);
            case STATUS -> status(rest);
            case LOGIN -> login.read(rest);
            case REQUESTS -> requests(PageWord.of(rest));
            case WHO -> new Command.Inquire(inquiries.who(rest));
            case CAN -> new Command.Inquire(inquiries.can(rest));
            case SHOW -> new Command.Inquire(inquiries.show(rest));
            case HISTORY -> new Command.Inquire(inquiries.history(rest));
            case WHOAMI -> new Command.Inquire(inquiries.whoAmI(rest));
            case RULES -> new Command.Inquire(inquiries.rules(rest));
            case ACCESS -> new Command.Inquire(fleet.access(rest, raw));
            case AUDIT -> new Command.Inquire(fleet.audit(rest));
            case DRIFT -> new Command.Inquire(fleet.drift(rest));
            case EXPORT -> new Command.Inquire(fleet.export(rest));
            case EXPLAIN -> new Command.Inquire(inquiries.explained(raw));
            case EXTEND -> extend(rest, text);
            case END -> new Command.End(id(count.only(verb, rest, "request's id")));
            case UNDO -> changes.undo(rest, text);
            case CANCEL -> new Command.Cancel(id(count.only(verb, rest, "request's id")));
            case DOCTOR -> doctor(rest);
            case HELP -> help(rest);
        };
    }

    private void notTooLong(String raw) {
        if (raw.length() > LONGEST) {
            throw new ProblemException(CommandProblems.tooLong(raw.length(), LONGEST, examples.of(Verb.GRANT)));
        }
    }

    private Command extend(List<Word> rest, CommandText text) {
        // Before what looks like an end: people name the repository here, and “for sales”.
        rest.stream().findFirst().filter(word -> word.text().contains("/")).ifPresent(word -> id(word.text()));
        Parts parts = Parts.of(rest, text, end);
        String request = id(count.only(Verb.EXTEND, parts.places(), "request's id"));
        return new Command.Extend(request, parts.until(), parts.reason());
    }

    private Which which(Which.Step step, List<Word> rest, CommandText text) {
        Parts parts = Parts.of(rest, text, end);
        List<String> about = parts.places().stream()
                .filter(word -> !word.is(Which.MORE))
                .map(Word::text)
                .toList();
        if (about.size() > Which.MOST || about.stream().anyMatch(word -> word.isBlank() || word.contains("\""))) {
            throw new ProblemException(CommandProblems.notToldWhich());
        }
        return new Which(
                step,
                about,
                parts.until(),
                parts.places().stream().anyMatch(word -> word.is(Which.MORE)),
                parts.reason());
    }

    static String id(String typed) {
        if (!RequestWord.isId(typed)) {
            throw new ProblemException(CommandProblems.notAnId(typed));
        }
        return typed;
    }

    private Command status(List<Word> typed) {
        PageWord paged = PageWord.of(typed);
        FreshWord fresh = FreshWord.of(paged.before());
        List<Word> rest = count.atMost(Verb.STATUS, fresh.before(), 2);
        List<Word> first = rest.stream().limit(1).toList();
        return new Command.Status(
                repositories.read(count.only(Verb.STATUS, first, "repository")),
                second(rest),
                fresh.fresh(),
                paged.page());
    }

    /** Returns the word that narrows a list. */
    private static Optional<String> second(List<Word> rest) {
        return rest.stream().skip(1).map(Word::text).findFirst();
    }

    private Command requests(PageWord paged) {
        List<Word> words = paged.before();
        boolean forMe =
                words.size() > 1 && words.get(0).is("for") && words.get(1).is("me");
        List<Word> rest = words.subList(forMe ? 1 : 0, words.size());
        count.atMost(Verb.REQUESTS, rest, 2);
        WhoseRequests scope = rest.isEmpty()
                ? WhoseRequests.MINE
                : WhoseRequests.read(rest.get(0).text(), examples.of(Verb.REQUESTS));
        return new Command.Requests(forMe ? WhoseRequests.FOR_ME : scope, second(rest), paged.page());
    }

    private Command doctor(List<Word> rest) {
        count.atMost(Verb.DOCTOR, rest, 0);
        return new Doctor();
    }

    private Command help(List<Word> rest) {
        count.atMost(Verb.HELP, rest, 1);
        return new Command.Help(rest.stream()
                .map(word -> Verb.read(word.text(), access.words()).word())
                .findFirst());
    }
}

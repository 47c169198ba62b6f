package dev.ecrbot.command.guess;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Doctor;
import dev.ecrbot.command.Login;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads what asks for nothing but a look: served at once, since a slip in it does no harm. */
record Lookup(CommandParser exact, Predicate<String> account, Home home) {
    private static final Set<String> PENDING = Set.of("pending", "open", "waiting", "todo");
    private static final Set<String> MINE = Set.of("mine", "my");
    private static final Set<String> OF_ASKERS = Set.of("i", "we", "you", "u", "somebody", "someone", "please");
    private static final Set<String> GREETINGS =
            Set.of("hi", "hello", "hey", "thanks", "thank", "thx", "ok", "okay", "danke", "merci", "hallo", "bonjour");
    private static final Set<String> HELP = Set.of("help", "?", "-h", "--help", "usage", "hilfe", "aide");

    /** Returns what is to be looked at; empty if it is something else, or can't be read. */
    Optional<Command> read(String raw) {
        List<Word> all = Word.of(CommandText.of(raw)).stream()
                .map(word -> word.is("?") ? word : Sentence.unmarked(word))
                .filter(word -> !word.text().isEmpty())
                .toList();
        return Topics.ofUse(all)
                ? Optional.empty()
                : lines(all).stream().flatMap(line -> parsed(line).stream()).findFirst();
    }

    /** Returns whether it is asked who used what they may, which nothing here can tell. */
    boolean asksWhoDid(String raw) {
        try {
            return Topics.ofUse(Word.of(CommandText.of(raw)));
        } catch (ProblemException e) {
            // A word of it can't be read at all, which is told instead.
            return false;
        }
    }

    /** Returns whether what follows the command begins as a part of a sentence does: “status of …”. */
    boolean leadsOver(String raw) {
        return Sentence.typed(raw)
                .findFirst()
                .filter(word -> Fillers.filler(word) && !account.test(word.text()))
                .isPresent();
    }

    /** Returns whether somebody greets the bot, who is told what it can do where they ask for nothing that it knows. */
    boolean greets(String raw) {
        String first = CommandText.of(raw).plain().split("[ ,!.]", 2)[0];
        return GREETINGS.contains(first.toLowerCase(Locale.ROOT));
    }

    private List<String> lines(List<Word> all) {
        var lines = new ArrayList<String>();
        if (all.isEmpty()) {
            return lines;
        }
        lines.addAll(Questions.lines(all.stream().map(Word::text).collect(Collectors.joining(" "))));
        String first = Fillers.lower(all.get(0));
        String last = Fillers.lower(all.get(all.size() - 1));
        if (HELP.contains(last) || HELP.contains(first)) {
            String about = all.size() == 2 ? " " + (HELP.contains(last) ? first : last) : "";
            lines.add("help" + about);
        }
        if (PENDING.contains(first)) {
            lines.add("requests pending" + rest(all.subList(1, all.size())));
        }
        if (MINE.contains(first)) {
            lines.add("requests mine" + rest(all.subList(1, all.size())));
        }
        if (all.size() == 1) {
            bare(all.get(0)).ifPresent(lines::add);
        }
        Verb.byWord(first).or(() -> Verb.meant(first)).ifPresent(verb -> {
            // Whose text is whole where it is to be explained, and nothing that could be left out; and “can I get …”
            // asks for it.
            if (verb != Verb.EXPLAIN && !(verb == Verb.CAN && asks(all))) {
                lines.add(verb.word() + rest(all.subList(1, all.size())));
            }
        });
        lines.addAll(new Topics(account).lines(all));
        return lines;
    }

    /** Who types a name and nothing else wants to see what there is to it. */
    private Optional<String> bare(Word word) {
        String name = Naming.quoted(word);
        boolean whom = account.test(word.text()) || word.text().startsWith("arn:aws:iam:");
        boolean repository = word.text().contains("/");
        return whom ? Optional.of("access " + name) : repository ? Optional.of("status " + name) : Optional.empty();
    }

    private static boolean asks(List<Word> words) {
        return words.size() > 1 && OF_ASKERS.contains(Fillers.lower(words.get(1)));
    }

    private static String rest(List<Word> words) {
        return words.stream()
                .filter(word -> !Fillers.filler(word))
                .map(Naming::quoted)
                .collect(Collectors.joining(" ", " ", ""))
                .stripTrailing();
    }

    private Optional<Command> parsed(String line) {
        return exactly(line).or(() -> atHome(line));
    }

    /** Where one of several registries has the repository, its name is enough. */
    private Optional<Command> atHome(String line) {
        String[] words = line.split(" ");
        return IntStream.range(1, words.length)
                .mapToObj(at -> home.only(words[at]).map(full -> replaced(words, at, full)))
                .flatMap(Optional::stream)
                .flatMap(full -> exactly(full).stream())
                .findFirst();
    }

    private static String replaced(String[] words, int at, String full) {
        String[] all = words.clone();
        all[at] = full;
        return String.join(" ", all);
    }

    private Optional<Command> exactly(String line) {
        return exact.parse(new Line(line).sent())
                .<Optional<Command>>visit(
                        understood -> Optional.of(understood.command()), misunderstood -> Optional.empty())
                .filter(Lookup::onlyLooks);
    }

    private static boolean onlyLooks(Command command) {
        return Stream.of(
                        Command.Requests.class,
                        Command.Status.class,
                        Command.Help.class,
                        Login.class,
                        Doctor.class,
                        Command.Inquire.class)
                .anyMatch(kind -> kind.isInstance(command));
    }
}

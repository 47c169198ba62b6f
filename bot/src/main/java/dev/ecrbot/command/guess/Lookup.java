package dev.ecrbot.command.guess;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Doctor;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what asks for nothing but a look: served at once, since a slip in it does no harm. */
record Lookup(CommandParser exact, Topics topics) {
    private static final Set<String> PENDING = Set.of("pending", "open", "waiting", "todo");
    private static final Set<String> MINE = Set.of("mine", "my");
    private static final Set<String> HELP = Set.of("help", "?", "-h", "--help", "usage");

    /** Returns what is to be looked at; empty if it is something else, or can't be read. */
    Optional<Command> read(String raw) {
        List<Word> all = Word.of(CommandText.of(raw)).stream()
                .map(word -> word.is("?") ? word : Sentence.unmarked(word))
                .filter(word -> !word.text().isEmpty())
                .toList();
        return lines(all).stream().flatMap(line -> parsed(line).stream()).findFirst();
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
        Verb.byWord(first).or(() -> Verb.meant(first)).ifPresent(verb -> {
            // Whose text is whole where it is to be explained, and nothing that could be left out.
            if (verb != Verb.EXPLAIN) {
                lines.add(verb.word() + rest(all.subList(1, all.size())));
            }
        });
        lines.addAll(topics.lines(all));
        return lines;
    }

    private static String rest(List<Word> words) {
        return words.stream()
                .filter(word -> !Fillers.filler(word))
                .map(Naming::quoted)
                .collect(Collectors.joining(" ", " ", ""))
                .stripTrailing();
    }

    private Optional<Command> parsed(String line) {
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
                        Command.Login.class,
                        Doctor.class,
                        Command.Inquire.class)
                .anyMatch(kind -> kind.isInstance(command));
    }
}

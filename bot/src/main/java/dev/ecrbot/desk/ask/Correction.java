package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Has an ask be about another repository, in the person's own words as far as they stay right. */
record Correction(CommandParser parser, TargetRef wrong, TargetRef right) {
    private static final String COMMA = ",";

    static Correction of(CommandParser parser, TargetRef wrong, RepositoryRef right) {
        return new Correction(parser, wrong, new TargetRef(right.registry(), right.repository()));
    }

    Optional<Corrections.Corrected> in(Corrections.Corrected before) {
        List<Command.Single> meant =
                Corrections.singles(before.command()).map(this::about).toList();
        // Of two that become the same, one was hardly meant so.
        if (meant.stream().distinct().count() < meant.size()) {
            return Optional.empty();
        }
        Stream<Line> typed = lines(before.line());
        Stream<Line> whole = meant.stream().limit(meant.size() == 1 ? 1 : 0).map(one -> new Line(one.text()));
        return Stream.concat(typed, whole)
                .flatMap(line -> parsed(line)
                        .filter(command -> Corrections.singles(command).toList().equals(meant))
                        .map(command -> new Corrections.Corrected(command, line, before.why()))
                        .stream())
                .findFirst();
    }

    private Command.Single about(Command.Single one) {
        if (!one.target().equals(wrong)) {
            return one;
        }
        return one.visit(
                grant -> new Command.Grant(
                        grant.access(), right, grant.principal(), grant.until(), grant.reason(), grant.manner()),
                revoke -> new Command.Revoke(revoke.access(), right, revoke.principal(), revoke.reason()));
    }

    /** Returns the line with the right name at each place where the wrong one can stand, the shortest names first. */
    private Stream<Line> lines(Line line) {
        CommandText text = CommandText.of(line.sent());
        List<Word> words =
                Word.of(text).stream().takeWhile(word -> !word.is("because")).toList();
        String name = right.target().text();
        return Stream.of(name, right.registry() + ":" + name, right.text())
                .flatMap(named -> words.stream().flatMap(word -> replaced(text.typed(), word, named)));
    }

    private static Stream<Line> replaced(String text, Word word, String name) {
        int length = word.text().length() + (word.quoted() ? 2 : 0);
        String before = text.substring(0, Math.max(0, word.end() - length));
        String behind = text.substring(word.end());
        List<String> items =
                word.quoted() ? List.of(word.text()) : List.of(word.text().split(COMMA, -1));
        return IntStream.range(0, items.size())
                .mapToObj(at -> new Line(before
                        + IntStream.range(0, items.size())
                                .mapToObj(each -> each == at ? name : items.get(each))
                                .collect(Collectors.joining(COMMA))
                        + behind));
    }

    private Optional<Command> parsed(Line line) {
        return parser.parse(line.sent())
                .visit(understood -> Optional.of(understood.command()), misunderstood -> Optional.empty());
    }
}

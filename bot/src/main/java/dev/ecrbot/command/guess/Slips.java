package dev.ecrbot.command.guess;

import dev.ecrbot.command.Names;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.problem.Guess;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets right the name of an account in a text that can't be read as it is. */
record Slips(Names names, Kinds kinds) {
    private static final String SLASH = "/ecr ";

    /** Returns the text with each word in turn that nearly is an account's name as that name; the reason stays as it is. */
    Stream<Line> mended(String raw) {
        CommandText text = CommandText.of(raw);
        return Word.of(text).stream()
                .takeWhile(word -> !LooseReason.begins(word))
                .flatMap(word -> meant(word).map(name -> with(text.typed(), word, name)).stream());
    }

    private Optional<String> meant(Word word) {
        Word plain = Sentence.unmarked(word);
        return kinds.of(plain) == Kinds.Kind.ROLE
                ? Guess.near(plain.text(), names.accounts().keySet())
                : Optional.empty();
    }

    // Marks behind the word stay: they may keep the reason apart.
    private static Line with(String text, Word word, String name) {
        int from = text.lastIndexOf(' ', word.end() - 1) + 1;
        String line = text.substring(0, from)
                + name
                + text.substring(from + Sentence.unmarked(word).text().length());
        return new Line(line.startsWith(SLASH) ? line.substring(SLASH.length()) : line);
    }
}

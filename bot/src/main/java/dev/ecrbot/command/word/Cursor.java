package dev.ecrbot.command.word;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Goes through words one by one. For one parse on one thread. */
public final class Cursor {
    private final List<Word> words;
    private int at;

    public Cursor(List<Word> words) {
        this.words = words;
    }

    public boolean more() {
        return at < words.size();
    }

    public Word next() {
        if (!more()) {
            throw new NoSuchElementException("no more words");
        }
        return words.get(at++);
    }

    /** Returns the text of the word that comes {@code ahead} words after the next one. */
    public Optional<String> peek(int ahead) {
        int index = at + ahead;
        return index < words.size() && !words.get(index).is("because")
                ? Optional.of(words.get(index).text())
                : Optional.empty();
    }
}

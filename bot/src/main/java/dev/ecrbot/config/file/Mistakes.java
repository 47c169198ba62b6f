package dev.ecrbot.config.file;

import dev.ecrbot.config.Mistake;
import dev.ecrbot.config.mistake.FileMistakes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects mistakes while a file is read, so that they can be reported together. Not thread-safe. */
public final class Mistakes {
    private static final int MOST = 100;

    private final List<Mistake> found;
    private final Optional<String> file;

    public Mistakes() {
        this(new ArrayList<>(), Optional.empty());
    }

    private Mistakes(List<Mistake> found, Optional<String> file) {
        this.found = found;
        this.file = file;
    }

    /** Returns what collects the mistakes of an included file together with these. */
    public Mistakes in(String included) {
        return new Mistakes(found, Optional.of(included));
    }

    void add(String path, int line, String text) {
        found.add(new Mistake(file, path, line, text));
    }

    /** Returns a place in the file as it is told beside another one. */
    String place(String path) {
        return file.map(name -> path + " of " + name).orElse(path);
    }

    /** Returns them in the order of their files and lines, without an end where there are very many. */
    public List<Mistake> sorted() {
        var sorted = found.stream()
                .distinct()
                .sorted(Comparator.comparing((Mistake mistake) -> mistake.file().orElse(""))
                        .thenComparingInt(Mistake::line))
                .toList();
        if (sorted.size() <= MOST) {
            return sorted;
        }
        var shown = new ArrayList<>(sorted.subList(0, MOST));
        shown.add(new Mistake("", 0, FileMistakes.more(sorted.size() - MOST)));
        return shown;
    }
}

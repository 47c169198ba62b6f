package dev.ecrbot.config.file;

import dev.ecrbot.config.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects mistakes while a file is read, so that they can be reported together. Not thread-safe. */
public final class Mistakes {
    private static final int MOST = 100;

    private final List<Mistake> found = new ArrayList<>();

    void add(Mistake mistake) {
        found.add(mistake);
    }

    /** Returns them in the order of their lines, without an end where there are very many. */
    public List<Mistake> sorted() {
        var sorted = found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Mistake::line))
                .toList();
        if (sorted.size() <= MOST) {
            return sorted;
        }
        var shown = new ArrayList<>(sorted.subList(0, MOST));
        shown.add(new Mistake("", 0, "and " + (sorted.size() - MOST) + " more mistakes"));
        return shown;
    }
}

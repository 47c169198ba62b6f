package dev.ecrbot.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody most likely meant. */
final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** Returns the nearest word, if it is near enough to have been meant. */
    static Optional<String> to(String written, Collection<String> words) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return words.stream()
                .filter(word -> distance(written, word) <= Math.min(3, (word.length() + 2) / 3))
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** Returns how many letters have to be put in, taken out or replaced. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}

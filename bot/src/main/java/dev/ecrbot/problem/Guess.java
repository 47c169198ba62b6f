package dev.ecrbot.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody most likely meant. */
public final class Guess {
    private static final int LONGEST = 64;

    private Guess() {}

    /** Returns the nearest of the names, if one is near enough that it can have been meant; one that begins so comes first. */
    public static Optional<String> near(String typed, Collection<String> names) {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        String word = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> name.length() <= LONGEST)
                .filter(name -> distance(word, name.toLowerCase(Locale.ROOT)) <= slips(name) || starts(name, word))
                .min(Comparator.comparing((String name) -> !starts(name, word))
                        .thenComparing(name -> distance(word, name.toLowerCase(Locale.ROOT))));
    }

    /** Returns “Did you mean “x”?”, if there is something near enough, and else the other sentence. */
    public static String didYouMean(String typed, Collection<String> names, String otherwise) {
        return near(typed, names).map(name -> "Did you mean “" + name + "”?").orElse(otherwise);
    }

    private static boolean starts(String name, String word) {
        return word.length() >= 3 && name.toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static int slips(String name) {
        return name.length() <= 3 ? 1 : 2;
    }

    /** Counts insertions, deletions, replacements and swaps of neighbours. */
    public static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

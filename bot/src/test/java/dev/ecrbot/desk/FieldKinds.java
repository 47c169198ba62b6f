package dev.ecrbot.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads cases of a kind that people met, each with what is right written down before it was tried. */
final class FieldKinds {
    private static final Pattern REPOSITORY = Pattern.compile("(?<= )R(?=[ ;]|$)");

    private FieldKinds() {}

    /**
     * One of them.
     *
     * @param right a word for what has to come of it
     * @param ask with the repository's name in place of R
     */
    record Case(String right, String why, String repository, String ask, String policy) {
        private static Case of(String block, int number) {
            List<String> lines = block.strip().lines().toList();
            String[] first = lines.get(0).split(": ", 2);
            String repository = "payments/k" + number;
            return new Case(
                    first[0],
                    first[1],
                    repository,
                    REPOSITORY.matcher(lines.get(1)).replaceAll(repository),
                    lines.get(2).replace("repository/R\"", "repository/" + repository + "\""));
        }

        @Override
        public String toString() {
            return right + ": " + why + ": " + ask;
        }
    }

    /** Blank lines stand between them, and the first block is none. */
    static List<Case> in(String file) {
        try (InputStream in = FieldKinds.class.getResourceAsStream(file)) {
            String[] blocks = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n");
            var cases = new ArrayList<Case>();
            for (int number = 1; number < blocks.length; number++) {
                cases.add(Case.of(blocks[number], number));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

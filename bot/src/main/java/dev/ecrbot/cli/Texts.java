package dev.ecrbot.cli;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads policies and pasted texts from files or from standard input, and never more than they can be long. */
final class Texts {
    /** The name that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_PASTED_BYTES = 4_000_000;

    private Texts() {}

    static PolicyDocument policy(String name) throws BadInput {
        try {
            return PolicyDocument.parse(text(name, MOST_BYTES));
        } catch (ProblemException e) {
            throw new BadInput(name + ": " + e.problem().what());
        }
    }

    /** Returns what people pasted into a file, or into standard input. */
    static String pasted(String name) throws BadInput {
        String text = text(name, MOST_PASTED_BYTES);
        if (text.length() >= MOST_PASTED_BYTES) {
            throw new BadInput(name + ": it is longer than " + MOST_PASTED_BYTES + " bytes.");
        }
        return text;
    }

    private static String text(String name, int most) throws BadInput {
        try (InputStream in = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name))) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(name + ": it can't be read.");
        }
    }
}

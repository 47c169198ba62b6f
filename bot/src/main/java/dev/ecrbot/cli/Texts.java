package dev.ecrbot.cli;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads policies from files or from standard input, and never more than a policy can be long. */
final class Texts {
    /** The name that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    private static final int MOST_BYTES = 1_000_000;

    private Texts() {}

    static PolicyDocument policy(String name) throws BadInput {
        try {
            return PolicyDocument.parse(text(name));
        } catch (ProblemException e) {
            throw new BadInput(name + ": " + e.problem().what());
        }
    }

    private static String text(String name) throws BadInput {
        try (InputStream in = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name))) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(name + ": it can't be read.");
        }
    }
}

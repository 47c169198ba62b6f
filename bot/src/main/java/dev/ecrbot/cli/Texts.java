package dev.ecrbot.cli;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.lint.Finding;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.policy.source.Contents;
import dev.ecrbot.policy.source.Found;
import dev.ecrbot.policy.source.TextFile;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads texts from files or from standard input, and never more than they can be long. */
final class Texts {
    /** The name that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    private static final int MOST_BYTES = 4 * TextFile.LONGEST;
    private static final int MOST_PASTED_BYTES = 4_000_000;

    private Texts() {}

    /**
     * Returns the one policy in a file.
     *
     * @param source whose policy it is taken for
     * @param lenient whether a policy is taken that AWS would refuse
     */
    static PolicyDocument policy(String name, Source source, boolean lenient) throws BadInput {
        try {
            var beforehand = new Contents.Beforehand(source, Optional.empty(), Optional.empty());
            List<Found> policies = Contents.of(name, text(name), beforehand).policies();
            if (policies.size() != 1) {
                throw new BadInput(name + ": it holds " + policies.size() + " policies; give a file with one.");
            }
            PolicyDocument document = policies.get(0).document();
            if (!lenient) {
                accepted(name + ": ", document, source);
            }
            return document;
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

    /** Refuses a policy that AWS would refuse: nothing can be said of what it means. */
    static void accepted(String before, PolicyDocument document, Source source) throws BadInput {
        var context =
                new LintContext(source, Optional.empty(), Optional.empty(), Map.of(), Instant.EPOCH, Optional.empty());
        List<Finding> refusals = Linter.refusals(document, context);
        if (!refusals.isEmpty()) {
            Finding first = refusals.get(0);
            throw new BadInput(before + "AWS refuses this policy, so it means nothing"
                    + (refusals.size() > 1 ? " (" + refusals.size() + " reasons, see policy lint)" : "") + ": "
                    + FindingText.where(first) + first.what() + " " + first.next()
                    + " With --lenient it is judged as it can be read.");
        }
    }

    static String text(String name) throws BadInput {
        return text(name, MOST_BYTES);
    }

    private static String text(String name, int most) throws BadInput {
        try (InputStream in = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name))) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(name + ": it can't be read.");
        }
    }
}

package dev.ecrbot.cli;

import dev.ecrbot.cli.words.FileWords;
import dev.ecrbot.cli.words.PolicyWords;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.policy.source.Contents;
import dev.ecrbot.policy.source.Found;
import dev.ecrbot.policy.source.TextFile;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
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
    /** FE and FF, in either order. */
    private static final int UTF_16_MARK = 0xfe + 0xff;

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
                throw new BadInput(name + ": " + FileWords.policies(policies.size()));
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

    /** Returns what people pasted into a file, or into standard input; what their console did to it is no trouble. */
    static String pasted(String name) throws BadInput {
        byte[] bytes = bytes(name, MOST_PASTED_BYTES);
        return new String(bytes, isUtf16(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    /** Refuses a policy that AWS would refuse: nothing can be said of what it means. */
    static void accepted(String before, PolicyDocument document, Source source) throws BadInput {
        var context =
                new LintContext(source, Optional.empty(), Optional.empty(), Map.of(), Instant.EPOCH, Optional.empty());
        List<LintFinding> refusals = Linter.refusals(document, context);
        if (!refusals.isEmpty()) {
            LintFinding first = refusals.get(0);
            throw new BadInput(before + PolicyWords.refusedByAws(refusals.size())
                    + FindingText.where(first) + first.what() + " " + first.next()
                    + PolicyWords.lenient());
        }
    }

    /** Returns what a file holds, or standard input. */
    static String text(String name) throws BadInput {
        byte[] bytes = bytes(name, MOST_BYTES);
        if (isUtf16(bytes)) {
            throw new BadInput(name + ": " + FileWords.utf16());
        }
        try {
            return utf8(bytes);
        } catch (CharacterCodingException e) {
            throw FileTrouble.reading(name, e);
        }
    }

    /** Returns what the bytes say, and never with a character in place of what can't be read. */
    static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == UTF_16_MARK;
    }

    /** Opens a file, or standard input. */
    static InputStream open(String name) throws BadInput {
        try {
            return name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name));
        } catch (IOException e) {
            throw FileTrouble.reading(name, e);
        } catch (InvalidPathException e) {
            throw FileTrouble.naming(name, e);
        }
    }

    private static byte[] bytes(String name, int most) throws BadInput {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BadInput(name + ": " + FileWords.tooLong(most));
            }
            return bytes;
        } catch (IOException e) {
            throw FileTrouble.reading(name, e);
        }
    }
}

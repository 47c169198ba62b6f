package dev.ecrbot.cli;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.source.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The files that arguments stand for: each names a file, or a folder with files of which some have policies of ECR. */
final class PolicyFiles {
    private static final int DEEPEST = 30;
    private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml", ".template");
    /** One of these stands in every file that is of interest. */
    private static final List<String> MARKS = List.of("Statement", "policyText", "AWS::ECR::", "aws_ecr_");

    private PolicyFiles() {}

    /**
     * A file to be looked at.
     *
     * @param named whether it was named; if not, it was met in a folder, and may have nothing to do with ECR
     */
    record One(String name, boolean named) {

        /** Returns whether the text is of interest; a file that was named always is. */
        boolean mayHold(String text) {
            return named || MARKS.stream().anyMatch(text::contains);
        }

        /** Returns whether the policy is one of ECR's: identity policies and those of other services lie in folders, too. */
        boolean concerns(Found found) {
            return named || found.name().isPresent() || isOfEcr(found.document());
        }
    }

    static List<One> of(List<String> arguments) throws BadInput {
        var files = new ArrayList<One>();
        for (String argument : arguments) {
            Path path = path(argument);
            if (!argument.equals(Texts.STANDARD_INPUT) && Files.isDirectory(path)) {
                below(path).forEach(files::add);
            } else {
                files.add(new One(argument, true));
            }
        }
        return List.copyOf(files);
    }

    private static Path path(String name) throws BadInput {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw FileTrouble.naming(name, e);
        }
    }

    private static List<One> below(Path folder) throws BadInput {
        try (Stream<Path> paths = Files.walk(folder, DEEPEST)) {
            return paths.filter(path -> isVisible(folder.relativize(path)))
                    .filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                    .filter(name -> !name.endsWith(Suppressions.SUFFIX))
                    .sorted()
                    .map(name -> new One(name, false))
                    .toList();
        } catch (IOException e) {
            throw FileTrouble.reading(folder.toString(), e);
        } catch (UncheckedIOException e) {
            throw FileTrouble.reading(
                    folder.toString(), Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e)));
        }
    }

    private static boolean isVisible(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".") || part.toString().equals("node_modules")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfEcr(PolicyDocument document) {
        return document.statements().stream()
                .filter(statement ->
                        statement.json().has("Principal") || statement.json().has("NotPrincipal"))
                .anyMatch(statement -> statement.json().toString().contains("\"ecr:"));
    }
}

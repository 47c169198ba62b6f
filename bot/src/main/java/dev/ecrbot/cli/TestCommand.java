package dev.ecrbot.cli;

import dev.ecrbot.cli.words.TestWords;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy test}. */
@Command(
        name = "test",
        description = {
            "Say whether policies decide as you expect: who may do what, nobody outside some accounts, never public.",
            "Exit code: 0 all is as expected, 1 something isn't, 2 bad input."
        },
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of tests, in YAML or JSON.")
    private List<String> files = List.of();

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Write a report in JUnit's XML, which CI servers read.")
    private @Nullable String junit;

    @Option(names = "--lenient", description = "Judge policies, too, that AWS would refuse.")
    private boolean lenient;

    @Spec
    private @Nullable CommandSpec spec;

    /** What came of a test; no failure means that all is as expected. */
    record Result(String file, String name, Optional<String> failure) {}

    @Override
    public Integer call() {
        var console = Console.of(spec);
        PrintWriter out = console.out();
        try {
            List<Result> results = results();
            results.forEach(result -> out.println(line(result)));
            long failed = results.stream()
                    .filter(result -> result.failure().isPresent())
                    .count();
            out.println(TestWords.sum(results.size(), failed));
            if (junit != null) {
                write(junit, JunitReport.of(results));
            }
            return failed == 0 ? Exit.FINE : Exit.NO;
        } catch (BadInput e) {
            console.error().println(e.getMessage());
            return Exit.BAD_INPUT;
        } finally {
            out.flush();
        }
    }

    private List<Result> results() throws BadInput {
        Instant now = Instant.now();
        var results = new ArrayList<Result>();
        for (String file : files) {
            for (TestFile.Test test : TestFile.read(file, lenient).tests()) {
                results.add(new Result(file, test.name(), failure(file, test, now)));
            }
        }
        return results;
    }

    private static Optional<String> failure(String file, TestFile.Test test, Instant now) throws BadInput {
        try {
            return test.assertion().failure(test.subject(), now);
        } catch (ProblemException e) {
            throw new BadInput(file + ", " + PrincipalLabels.clean(test.name()) + ": "
                    + e.problem().text());
        }
    }

    private static String line(Result result) {
        String gap = System.lineSeparator() + "  ";
        return result.failure()
                .map(failure -> "FAILED  " + PrincipalLabels.clean(result.name()) + gap
                        + String.join(
                                gap, failure.lines().map(PrincipalLabels::clean).toList()))
                .orElse("ok      " + PrincipalLabels.clean(result.name()));
    }

    private static void write(String file, String report) throws BadInput {
        try {
            Files.writeString(Path.of(file), report, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FileTrouble.writing(file, e);
        } catch (InvalidPathException e) {
            throw FileTrouble.naming(file, e);
        }
    }
}

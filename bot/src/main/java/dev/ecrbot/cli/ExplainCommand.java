package dev.ecrbot.cli;

import dev.ecrbot.cli.words.ExplainWords;
import dev.ecrbot.denial.Denial;
import dev.ecrbot.ecr.AccessCatalogue;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}. */
@Command(
        name = "explain",
        description = {
            "Say what pasted errors of ECR and its clients mean, from their words alone, and what to do next.",
            "Several texts are separated by a line of ---.",
            "Exit code: 0 all explained, 1 a text that tells of no trouble with ECR, 2 bad input."
        },
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
    private static final int UNREAD = 3;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The texts; standard input if none, or -.")
    private String file = Texts.STANDARD_INPUT;

    @Option(names = "--json", description = "One JSON object a text and line.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * What is told of a text beside its own words.
     *
     * @param found lines that say what was looked up
     * @param next what to do
     * @param ask the words after {@code /ecr} that ask for what is missing
     * @param fields what the JSON object has of it beside these
     * @param whole whether all could be looked up
     */
    public record Looked(
            List<String> found, String next, Optional<String> ask, Map<String, String> fields, boolean whole) {
        public Looked {
            found = List.copyOf(found);
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** Returns what there is to say of the text alone. */
        public static Looked nowhere(Denial denial) {
            return new Looked(List.of(), denial.next(), denial.ask(), Map.of(), true);
        }
    }

    @Override
    public Integer call() {
        return explain(file, json, spec, AccessCatalogue.standard(), Looked::nowhere);
    }

    /**
     * Writes what the texts in the file mean; returns the exit code.
     *
     * @param file a path, or - for standard input
     * @param look looks up what a text tells of
     */
    public static int explain(
            String file,
            boolean json,
            @Nullable CommandSpec spec,
            AccessCatalogue accesses,
            Function<Denial, Looked> look) {
        var console = Console.of(spec);
        PrintWriter out = console.out();
        try {
            List<String> texts = PastedTexts.split(Texts.pasted(file));
            int code = Exit.FINE;
            for (int i = 0; i < texts.size(); i++) {
                Denial denial = Denial.read(texts.get(i), accesses);
                Looked looked = look.apply(denial);
                out.println(
                        json
                                ? DenialJson.of(denial, looked)
                                : heading(i, texts.size()) + DenialText.of(denial, looked));
                code = Math.max(code, looked.whole() ? denial.ofEcr() ? Exit.FINE : Exit.NO : UNREAD);
            }
            return code;
        } catch (BadInput e) {
            console.error().println(e.getMessage());
            return Exit.BAD_INPUT;
        } finally {
            out.flush();
        }
    }

    private static String heading(int place, int count) {
        String gap = place == 0 ? "" : System.lineSeparator();
        return count == 1 ? "" : gap + ExplainWords.text(place + 1) + System.lineSeparator();
    }
}

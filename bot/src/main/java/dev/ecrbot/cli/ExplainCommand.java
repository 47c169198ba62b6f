package dev.ecrbot.cli;

import dev.ecrbot.denial.Denial;
import dev.ecrbot.ecr.AccessCatalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The texts; standard input if none, or -.")
    private String file = Texts.STANDARD_INPUT;

    @Option(names = "--json", description = "One JSON object a text and line.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        PrintWriter out = console.out();
        try {
            List<String> texts = PastedTexts.split(Texts.pasted(file));
            boolean explained = true;
            for (int i = 0; i < texts.size(); i++) {
                Denial denial = Denial.read(texts.get(i), AccessCatalogue.standard());
                out.println(json ? DenialJson.of(denial) : heading(i, texts.size()) + DenialText.of(denial));
                explained &= denial.ofEcr();
            }
            return explained ? Exit.FINE : Exit.NO;
        } catch (BadInput e) {
            console.error().println(e.getMessage());
            return Exit.BAD_INPUT;
        } finally {
            out.flush();
        }
    }

    private static String heading(int place, int count) {
        String gap = place == 0 ? "" : System.lineSeparator();
        return count == 1 ? "" : gap + "Text " + (place + 1) + System.lineSeparator();
    }
}

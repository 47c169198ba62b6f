package dev.ecrbot.cli;

import dev.ecrbot.policy.lint.Severity;
import java.io.PrintWriter;
import java.util.List;

/**
 * Writes annotations as GitHub's workflow commands.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">GitHub: workflow
 *     commands</a>
 */
final class GithubOutput implements LintOutput {

    @Override
    public void write(List<Located> findings, List<String> failures, PrintWriter out) {
        findings.stream()
                .filter(located -> located.suppressed().isEmpty())
                .map(GithubOutput::annotation)
                .forEach(out::println);
        failures.forEach(failure -> out.println("::error title=policy lint::" + data(failure)));
    }

    private static String annotation(Located located) {
        return "::" + command(located.finding().severity()) + " file=" + property(located.file())
                + located.place()
                        .map(place -> ",line=" + place.line() + ",col=" + place.column())
                        .orElse("")
                + ",title=" + located.finding().kind().id() + "::"
                + data(FindingText.where(located.finding()) + located.finding().what() + " "
                        + located.finding().next());
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case INFO -> "notice";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

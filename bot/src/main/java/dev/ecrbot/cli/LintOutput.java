package dev.ecrbot.cli;

import java.io.PrintWriter;
import java.util.List;

/** A form in which findings are written. */
interface LintOutput {

    /**
     * Writes everything that was found.
     *
     * @param failures what couldn't be read, and why
     */
    void write(List<Located> findings, List<String> failures, PrintWriter out);

    /** The forms that can be asked for. */
    enum Format {
        TEXT(new TextOutput()),
        JSON(new JsonOutput()),
        SARIF(new SarifOutput()),
        GITHUB(new GithubOutput());

        private final LintOutput output;

        Format(LintOutput output) {
            this.output = output;
        }

        LintOutput output() {
            return output;
        }
    }
}

package dev.ecrbot.cli;

import dev.ecrbot.policy.PrincipalLabels;
import java.io.PrintWriter;
import java.util.List;

/** Writes a line a finding, for people and for editors that jump to FILE:LINE:COLUMN. */
final class TextOutput implements LintOutput {

    @Override
    public void write(List<Located> findings, List<String> failures, PrintWriter out) {
        findings.stream()
                .filter(located -> located.suppressed().isEmpty())
                .map(TextOutput::line)
                .forEach(out::println);
    }

    private static String line(Located located) {
        return located.file() + ":"
                + located.place()
                        .map(place -> place.line() + ":" + place.column() + ":")
                        .orElse("")
                + " "
                + located.policy()
                        .map(name -> PrincipalLabels.clean(name) + ": ")
                        .orElse("")
                + FindingText.where(located.finding()) + FindingText.severity(located.finding()) + ": "
                + located.finding().what() + " " + located.finding().next() + " ["
                + located.finding().kind().id() + "]";
    }
}

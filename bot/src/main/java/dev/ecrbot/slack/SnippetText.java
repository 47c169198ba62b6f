package dev.ecrbot.slack;

import dev.ecrbot.ecr.IdentityPolicy;
import dev.ecrbot.ecr.LoginSnippet;
import java.util.List;

/** Shows how to log in and what to do then. */
record SnippetText(LoginSnippet snippet) {

    void login(Sheet sheet) {
        sheet.code(Line.bold("Log in", " (bash, zsh, sh)"), List.of(snippet.shell()));
        sheet.code(Line.bold("Log in", " (PowerShell)"), List.of(snippet.powershell()));
        sheet.code(new Line().bold("Then"), snippet.docker());
        sheet.add(Blocks.lines(Line.of(snippet.note())));
    }

    /** Shows the half of the access that only the principal's own account can give. */
    void otherHalf(Sheet sheet, String principal) {
        sheet.code(
                Line.bold(
                        "On your own side",
                        ": " + principal + " also needs this policy in its own account. "
                                + "Attach it there, unless it has that already."),
                new IdentityPolicy(snippet.target(), snippet.access())
                        .json()
                        .lines()
                        .toList());
    }
}

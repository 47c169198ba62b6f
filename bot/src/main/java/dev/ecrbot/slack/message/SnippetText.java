package dev.ecrbot.slack.message;

import dev.ecrbot.ecr.IdentityPolicy;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.policy.plan.OtherHalf;
import java.util.List;

/** Shows how to log in and what to do then. */
record SnippetText(LoginSnippet snippet) {

    void login(Sheet sheet) {
        sheet.code(Line.bold("Log in", " (bash, zsh, sh)"), List.of(snippet.shell()));
        sheet.code(Line.bold("Log in", " (PowerShell)"), List.of(snippet.powershell()));
        sheet.code(new Line().bold("Then"), snippet.docker());
        sheet.add(Blocks.lines(Line.of(snippet.note())));
    }

    /** Shows how functions use an image, which they fetch without a login. */
    void functions(Sheet sheet) {
        sheet.code(
                Line.bold("Use it", " in a function"),
                List.of("aws lambda update-function-code --function-name NAME --image-uri " + snippet.image()));
    }

    /** Shows the half of the access that only the principal's own account can give, and what else may be in the way there. */
    void otherHalf(Sheet sheet, OtherHalf half, String principal) {
        sheet.code(
                Line.bold(
                        "On your own side",
                        ": " + principal + " also needs this policy in its own account. "
                                + "Attach it there, unless it has that already."),
                new IdentityPolicy(snippet.target(), snippet.access(), half.logsIn())
                        .json()
                        .lines()
                        .toList());
        sheet.add(Blocks.titled(
                new Line().bold("Good to know"),
                half.hints().stream().map(Line::of).toList()));
    }
}

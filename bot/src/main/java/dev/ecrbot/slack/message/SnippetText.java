package dev.ecrbot.slack.message;

import dev.ecrbot.ecr.IdentityPolicy;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.policy.plan.OtherHalf;
import java.util.List;

/** Shows how to log in and what to do then. */
public record SnippetText(LoginSnippet snippet) {

    public void login(MessageBuilder builder) {
        builder.code(RichTextLine.bold("Log in", " (bash, zsh, sh)"), List.of(snippet.shell()));
        builder.code(RichTextLine.bold("Log in", " (PowerShell)"), List.of(snippet.powershell()));
        builder.code(new RichTextLine().bold("Then"), snippet.docker());
        builder.add(Blocks.lines(RichTextLine.of(snippet.note())));
    }

    /** Shows how functions use an image, which they fetch without a login. */
    public void functions(MessageBuilder builder) {
        builder.code(
                RichTextLine.bold("Use it", " in a function"),
                List.of("aws lambda update-function-code --function-name NAME --image-uri " + snippet.image()));
    }

    /** Shows the half of the access that only the principal's own account can give, and what else may be in the way there. */
    public void otherHalf(MessageBuilder builder, OtherHalf half, String principal) {
        builder.code(
                RichTextLine.bold(
                        "On your own side",
                        ": " + principal + " also needs this policy in its own account. "
                                + "Attach it there, unless it has that already."),
                new IdentityPolicy(snippet.target(), snippet.access(), half.logsIn())
                        .json()
                        .lines()
                        .toList());
        builder.add(Blocks.titled(
                new RichTextLine().bold("Good to know"),
                half.hints().stream().map(RichTextLine::of).toList()));
    }
}

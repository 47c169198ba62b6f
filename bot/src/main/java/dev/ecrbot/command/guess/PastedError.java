package dev.ecrbot.command.guess;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Inquiry;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows an error that somebody pasted as it is, without the word for having it explained. */
final class PastedError {
    /** What tools, ECR and IAM write, and hardly anybody else; people's own words say “denied”, but no colon behind it. */
    private static final Pattern SIGNS = Pattern.compile(
            "error response from daemon|(?:pull|push) access denied|not authorized to perform|no basic auth credentials"
                    + "|authorization token has expired|access ?denied ?exception|repository ?not ?found ?exception"
                    + "|\\bdenied: |\\bunauthorized: |name unknown: |manifest unknown|imagepullbackoff|errimagepull"
                    + "|cannotpullcontainererror|failed to (?:pull|push|authorize|resolve|fetch) |403 forbidden"
                    + "|an error occurred \\(",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BECAUSE = Pattern.compile("\\bbecause\\b", Pattern.CASE_INSENSITIVE);

    private PastedError() {}

    /** Returns the question what is wrong; empty where the text isn't an error, or has one as the reason of an ask only. */
    static Optional<Command> read(String raw) {
        String text = raw.strip();
        if (text.isEmpty() || text.length() > Inquiry.Explain.LONGEST) {
            return Optional.empty();
        }
        var sign = SIGNS.matcher(text);
        var because = BECAUSE.matcher(text);
        boolean error = sign.find() && (!because.find() || sign.start() < because.start());
        return error ? Optional.of(new Command.Inquire(new Inquiry.Explain(text))) : Optional.empty();
    }
}

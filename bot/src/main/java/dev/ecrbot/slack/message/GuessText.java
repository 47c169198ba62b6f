package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
import dev.ecrbot.command.Command;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.policy.Principal;
import java.util.ArrayList;
import java.util.Optional;

/** Shows what somebody most likely meant, as the line that would say it, and lets them ask for exactly that. */
record GuessText(Answer.Guessed guessed, DisplayNames names) {
    Rendered render() {
        String line = "/ecr " + guessed.line().text();
        Optional<ActionsBlock> button = guessed.command() instanceof Command.Grant
                ? OfferButton.withChange(guessed.person(), guessed.line(), "Ask for this")
                : OfferButton.of(guessed.person(), guessed.line(), "Ask for this");
        var lines = new ArrayList<RichTextLine>();
        wholeAccount().ifPresent(lines::add);
        lines.add(
                RichTextLine.of(
                        button.isPresent()
                                ? "Nothing is asked for yet."
                                : "Nothing is asked for yet. The line is too long for a button: type it if that is what you mean."));
        var builder = new MessageBuilder()
                .add(Blocks.code(RichTextLine.of("Did you mean this?"), SafeText.code(line)))
                .add(Blocks.lines(lines));
        button.ifPresent(builder::add);
        return builder.rendered("Did you mean “" + Mrkdwn.escape(SafeText.line(line, 500)) + "”?");
    }

    private Optional<RichTextLine> wholeAccount() {
        if (guessed.command() instanceof Command.Grant grant
                && grant.principal().principal() instanceof Principal.Account account) {
            return Optional.of(RichTextLine.bold(
                    "No role is named, ",
                    "so this is for " + names.principal(account) + ". To name a role, click Change…."));
        }
        return Optional.empty();
    }
}

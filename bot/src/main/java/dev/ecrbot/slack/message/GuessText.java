package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.command.Command;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what somebody most likely meant, as the line that would say it, and lets them ask for exactly that. */
record GuessText(Answer.Guessed guessed, DisplayNames names) {
    /** The most that Slack lets a button carry. */
    private static final int LONGEST = 2_000;

    Rendered render() {
        String line = "/ecr " + guessed.line().text();
        String sent = guessed.line().sent();
        boolean fits = sent.length() <= LONGEST;
        var lines = new ArrayList<RichTextLine>();
        wholeAccount().ifPresent(lines::add);
        lines.add(
                RichTextLine.of(
                        fits
                                ? "Nothing is asked for yet."
                                : "Nothing is asked for yet. The line is too long for a button: type it if that is what you mean."));
        var builder = new MessageBuilder()
                .add(Blocks.code(RichTextLine.of("Did you mean this?"), SafeText.code(line)))
                .add(Blocks.lines(lines));
        if (fits) {
            builder.add(ActionsBlock.builder()
                    .blockId(Ids.offeredTo(guessed.person()))
                    .elements(List.of(ButtonElement.builder()
                            .actionId(Ids.ASK)
                            .text(Blocks.plain("Ask for this"))
                            .style("primary")
                            .value(sent)
                            .build()))
                    .build());
        }
        return builder.rendered("Did you mean “" + Mrkdwn.escape(SafeText.line(line, 500)) + "”?");
    }

    private Optional<RichTextLine> wholeAccount() {
        if (guessed.command() instanceof Command.Grant grant
                && grant.principal().principal() instanceof Principal.Account account) {
            return Optional.of(RichTextLine.bold(
                    "No role is named, ",
                    "so this is for the whole account " + names.principal(account)
                            + ". To name a role, type the line with the role behind the account."));
        }
        return Optional.empty();
    }
}

package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.command.Command;
import dev.ecrbot.command.Manner;
import dev.ecrbot.command.Several;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what somebody most likely meant, as the line that would say it, and lets them ask for exactly that. */
record GuessText(Answer.Guessed guessed, DisplayNames names) {
    /** The most that Slack lets a button carry. */
    private static final int LONGEST = 2_000;

    private static final int LONGEST_WHY = 500;

    Rendered render() {
        String line = "/ecr " + guessed.line().text();
        // The form asks for what is lacking, and for nothing else.
        Optional<ActionsBlock> button =
                guessed.command() instanceof Command.Grant grant && grant.manner() == Manner.IF_LACKING
                        ? withChange(guessed.person(), guessed.line(), "Ask for this")
                        : offer(guessed.person(), guessed.line(), "Ask for this");
        var lines = new ArrayList<RichTextLine>();
        guessed.why().ifPresent(why -> lines.add(RichTextLine.of(SafeText.line(why.what(), LONGEST_WHY))));
        several().ifPresent(lines::add);
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

    private Optional<RichTextLine> several() {
        return guessed.command() instanceof Several several
                ? Optional.of(RichTextLine.of(
                        "These are " + several.changes().size() + " changes at once, which are decided on together."))
                : Optional.empty();
    }

    private Optional<RichTextLine> wholeAccount() {
        List<String> whole = grants().map(grant -> grant.principal().principal())
                .filter(Principal.Account.class::isInstance)
                .map(names::principal)
                .distinct()
                .toList();
        String change = guessed.command() instanceof Command.Grant ? " To name a role, click Change…." : "";
        return whole.isEmpty()
                ? Optional.empty()
                : Optional.of(RichTextLine.bold(
                        "No role is named, ", "so this is for " + String.join(", ", whole) + "." + change));
    }

    private Stream<Command.Grant> grants() {
        Stream<? extends Command> all = guessed.command() instanceof Several several
                ? several.changes().stream()
                : Stream.of(guessed.command());
        return all.filter(Command.Grant.class::isInstance).map(Command.Grant.class::cast);
    }

    /** Returns a button that asks for the whole line, for this person alone; nothing where the line is too long for one. */
    static Optional<ActionsBlock> offer(PersonId person, Line line, String label) {
        return buttons(person, line, List.of(asking(line, label)));
    }

    /** Returns the button, and one beside it that opens the form with what the line says. */
    private static Optional<ActionsBlock> withChange(PersonId person, Line line, String label) {
        var change = ButtonElement.builder()
                .actionId(Ids.CHANGE)
                .text(Blocks.plain("Change…"))
                .value(line.text())
                .build();
        return buttons(person, line, List.of(asking(line, label), change));
    }

    private static ButtonElement asking(Line line, String label) {
        return ButtonElement.builder()
                .actionId(Ids.ASK)
                .text(Blocks.plain(label))
                .style("primary")
                .value(line.sent())
                .build();
    }

    private static Optional<ActionsBlock> buttons(PersonId person, Line line, List<BlockElement> buttons) {
        return line.sent().length() > LONGEST
                ? Optional.empty()
                : Optional.of(ActionsBlock.builder()
                        .blockId(Ids.offeredTo(person))
                        .elements(buttons)
                        .build());
    }
}

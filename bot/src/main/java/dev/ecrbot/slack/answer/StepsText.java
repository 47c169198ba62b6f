package dev.ecrbot.slack.answer;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.counter.GrantSteps;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Shows grants with buttons for what somebody may do with them. */
record StepsText(List<GrantSteps> steps, DisplayNames names) {
    // Two blocks each, of the fifty that a message may have.
    private static final int MOST = 8;
    // What one takes of the room at most, and what has to stand below them.
    private static final int EACH = 1_000;
    private static final int BELOW = 1_500;

    void below(MessageBuilder builder) {
        int shown = 0;
        for (GrantSteps step : steps) {
            if (shown == MOST || builder.left() < EACH + BELOW) {
                builder.add(Blocks.context((steps.size() - shown)
                        + " more grants that you may change aren't shown with buttons. To see them, type the same with a"
                        + " word behind it that stands in their lines."));
                return;
            }
            if (shown == 0) {
                builder.add(Blocks.lines(new RichTextLine().bold("What you may change")));
            }
            builder.add(Blocks.lines(line(step.grant())));
            builder.add(ActionsBlock.builder()
                    .blockId(Ids.of(
                            step.grant().id().toString(), Ids.until(step.grant().until())))
                    .elements(buttons(step))
                    .build());
            shown++;
        }
    }

    private RichTextLine line(Grant grant) {
        var line = new RichTextLine().code(grant.id().toString()).text(" " + SafeText.line(what(grant), 400) + ", ");
        grant.until().ifPresentOrElse(until -> line.text("until ").date(until), () -> line.text("without an end"));
        return line;
    }

    private String what(Grant grant) {
        return AccessText.given(names, grant.access()) + " for " + names.principal(grant.principal());
    }

    private List<BlockElement> buttons(GrantSteps step) {
        Grant grant = step.grant();
        var buttons = new ArrayList<BlockElement>();
        if (step.extend()) {
            buttons.add(button(Ids.EXTEND, "Extend…", grant).build());
        }
        if (step.end()) {
            buttons.add(button(Ids.END, "End now", grant)
                    .style("danger")
                    .confirm(asked(grant, "End this now?", "The access is taken away at once.", "End now"))
                    .build());
        }
        if (step.undo()) {
            buttons.add(button(Ids.UNDO, "Undo…", grant).build());
        }
        return buttons;
    }

    private static ButtonElement.ButtonElementBuilder button(String action, String label, Grant grant) {
        return ButtonElement.builder()
                .actionId(action)
                .text(Blocks.plain(label))
                .value(grant.id().request().value());
    }

    private ConfirmationDialogObject asked(Grant grant, String title, String text, String yes) {
        return ConfirmationDialogObject.builder()
                .title(Blocks.plain(title))
                .text(Blocks.plain(SafeText.line(what(grant), 150) + ". " + text))
                .confirm(Blocks.plain(yes))
                .deny(Blocks.plain("Go back"))
                .build();
    }
}

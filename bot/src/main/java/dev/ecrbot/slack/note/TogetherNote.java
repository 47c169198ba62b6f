package dev.ecrbot.slack.note;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Buttons;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import java.util.List;
import java.util.Optional;

/**
 * Tells the requester once of all that was asked for at once.
 *
 * @param members the first leads
 * @param card the address of their common card
 */
record TogetherNote(List<Request> members, Optional<String> card, DisplayNames names) {
    private static final int LIST = 3_000;

    Rendered render() {
        Request lead = members.get(0);
        String which = "Your " + members.size() + " changes (" + lead.id() + " and " + (members.size() - 1) + " more) ";
        var line = new RichTextLine().text(which + what() + ".");
        card.ifPresent(url -> line.text(" ").link(url, "See their card"));
        var builder = new MessageBuilder().add(Blocks.lines(line));
        builder.list(
                new RichTextLine().bold("Asked for at once"),
                members.stream()
                        .map(each -> new RichTextLine()
                                .code(each.id().value())
                                .text(" " + new RequestSummary(each, names).change()))
                        .toList(),
                LIST);
        if (lead.stage().state() == RequestState.PENDING) {
            var who = new RichTextLine().text("Who decides, on all of it at once: ");
            lead.ask().ifPresent(ask -> decides(who, ask));
            builder.add(Blocks.lines(who))
                    .add(Buttons.block(
                            Buttons.cancel(lead.id().value()),
                            Buttons.comment(lead.id().value())));
        }
        return builder.rendered(Mrkdwn.escape(which + what() + "."));
    }

    private static void decides(RichTextLine line, Ask ask) {
        line.people(ask.approvers());
        line.text(ask.approvals() == 1 ? "." : "; " + ask.approvals() + " of them have to approve.");
    }

    private String what() {
        Request lead = members.get(0);
        return switch (lead.stage().state()) {
            case PENDING -> "were asked for";
            case DENIED -> "were denied, and nothing was changed";
            case EXPIRED -> "expired, since nobody decided in time; nothing was changed";
            default -> "are over";
        };
    }
}

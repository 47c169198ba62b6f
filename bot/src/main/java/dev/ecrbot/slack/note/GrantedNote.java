package dev.ecrbot.slack.note;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.plan.OtherHalf;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Buttons;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.HeldText;
import dev.ecrbot.slack.message.LimitText;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SnippetText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the requester that access was given, how to use it, and what to do once it isn't needed any more.
 *
 * @param holder whether the reader holds the grant; else they only asked for the same
 * @param card the address of the request's card
 */
record GrantedNote(Request request, boolean holder, Optional<String> card, DisplayNames names) {
    Rendered render(Note.Granted granted) {
        var held = new HeldText(granted.held(), names);
        boolean limited = granted.held().limited();
        var line = held.asOf(new RichTextLine()
                .text(limited ? "It is in the policy: " : "You have it: ")
                .bold(held.what())
                .text(limited ? ", within the limits below" : " is in effect"));
        held.until(line, ", until ", ". It has no end; it stays until somebody revokes it");
        if (held.until().isPresent()) {
            line.text(" If it ends sooner, you'll get a message.");
        }
        var lines = new ArrayList<RichTextLine>(List.of(linked(line)));
        lines.addAll(new LimitText(request.revision().plan(), Optional.empty()).lines());
        var builder = new MessageBuilder().add(Blocks.lines(lines));
        var snippet = new SnippetText(granted.snippet());
        var half = new OtherHalf(principal(), request.change().target());
        if (half.logsIn()) {
            snippet.login(builder);
        } else {
            snippet.functions(builder);
        }
        snippet.otherHalf(builder, half, half.who().orElse(new RequestSummary(request, names).principal()));
        if (holder) {
            builder.add(Buttons.ofHolder(id(), held.what(), held.until()));
        }
        return builder.add(Blocks.context("Request " + id()))
                .rendered((limited ? "Access is in the policy, within limits: " : "Access is in effect: ")
                        + Mrkdwn.escape(held.what()) + " (" + id() + ").");
    }

    private RichTextLine linked(RichTextLine line) {
        card.ifPresent(url -> line.text(" ").link(url, "See its card"));
        return line;
    }

    private Principal principal() {
        return request.change().edit().principal();
    }

    private String id() {
        return request.id().value();
    }
}

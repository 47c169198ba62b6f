package dev.ecrbot.slack.note;

import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.Optional;

/**
 * Tells the requester that a request was denied, and why.
 *
 * @param which how a sentence about the request begins
 * @param card the address of the request's card
 */
record DenialNote(Request request, String which, Optional<String> card, DisplayNames names) {
    private static final int LONGEST_REASON = 300;

    Rendered denied() {
        var line = new RichTextLine().text(which).code(id()).text(" was denied");
        request.stage()
                .decision()
                .map(Decision::by)
                .ifPresent(by -> line.text(" by ").user(by));
        line.text(": " + new RequestSummary(request, names).change() + ". Nothing was changed.");
        // A reason has a message of its own, even if it was given before this one could be delivered.
        var builder = new MessageBuilder()
                .add(Blocks.lines(linked(line)))
                .add(Blocks.lines(RichTextLine.of("Ask them what would be right, and ask again.")));
        return NoteMessage.again(builder, request).rendered(which + id() + " was denied.");
    }

    Rendered reason(String why) {
        var line = new RichTextLine();
        request.stage()
                .decision()
                .map(Decision::by)
                .ifPresentOrElse(by -> line.user(by).text(" says"), () -> line.text("The approver says"));
        line.text(" why your request ").code(id()).text(" was denied.");
        return new MessageBuilder()
                .add(Blocks.lines(linked(line), quoted(why)))
                .rendered("Why your request " + id() + " was denied: "
                        + Mrkdwn.escape(SafeText.line(why, LONGEST_REASON)));
    }

    private static RichTextLine quoted(String why) {
        return RichTextLine.bold("Reason: ", "“" + SafeText.line(why, LONGEST_REASON) + "”");
    }

    private RichTextLine linked(RichTextLine line) {
        card.ifPresent(url -> line.text(" ").link(url, "See its card"));
        return line;
    }

    private String id() {
        return request.id().value();
    }
}

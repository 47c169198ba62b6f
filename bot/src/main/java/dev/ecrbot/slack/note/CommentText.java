package dev.ecrbot.slack.note;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.CommentNote;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Buttons;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.Optional;

/**
 * Tells the requester what somebody says about a request.
 *
 * @param card the address of the request's card
 */
record CommentText(Request request, Optional<String> card, DisplayNames names) {

    Rendered render(CommentNote note) {
        String id = request.id().value();
        var line = new RichTextLine()
                .user(note.by())
                .text(" commented on your request ")
                .code(id)
                .text(" (" + new RequestSummary(request, names).change() + ").");
        card.ifPresent(url -> line.text(" ").link(url, "See its card"));
        String said = SafeText.line(note.text(), SafeText.COMMENT);
        return new MessageBuilder()
                .add(Blocks.lines(line, RichTextLine.of("“" + said + "”")))
                .add(Buttons.block(Buttons.comment(id)))
                .rendered("A comment on your request " + id + ": " + Mrkdwn.escape(said));
    }
}

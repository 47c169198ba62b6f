package dev.ecrbot.slack.note;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
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
 * Tells the requester what they asked for, and who decides.
 *
 * @param card the address of the request's card
 */
record AskedNote(Request request, Optional<String> card, DisplayNames names) {
    private static final int LONGEST_NAME = 100;

    Rendered render() {
        // It can't be edited once somebody has decided, so it says what is so for good.
        var line = new RichTextLine()
                .text("You asked " + subject().asked() + ": request ")
                .code(id())
                .text(".");
        RichTextLine who = new RichTextLine().text("Who decides: ");
        request.ask().ifPresent(ask -> decides(who, ask));
        RichTextLine next = RichTextLine.of(
                subject().grants() && subject().from().isEmpty()
                        ? "You'll get the commands to log in with as a direct message as soon as it is in effect."
                        : "You'll get a direct message as soon as it is in effect.");
        var builder = new MessageBuilder().add(Blocks.lines(linked(line), who, next));
        if (subject().grants() && request.change().edit().principal() instanceof Principal.Account account) {
            builder.add(Blocks.code(
                    RichTextLine.bold(
                            "No role is named, ",
                            "so it is for the whole account. If one role is enough, cancel this and name it:"),
                    SafeText.code(line(account.owner() + " ROLE"))));
        }
        if (subject().grants() && request.change().edit().principal() instanceof Principal.Session session) {
            builder.add(Blocks.code(
                    RichTextLine.bold(
                            "One session only. ",
                            "You named the session “" + SafeText.line(session.session(), LONGEST_NAME)
                                    + "”, and most tools take another session name at each run. If you mean its role, "
                                    + "cancel this and type:"),
                    SafeText.code(line(session.owner() + " " + session.role()))));
        }
        return builder.add(Buttons.block(Buttons.cancel(id()), Buttons.comment(id())))
                .add(Blocks.context("Request " + id()))
                .rendered("You asked " + Mrkdwn.escape(subject().asked()) + ": request " + id() + ".");
    }

    /** The same asked for somebody else. By its name alone a repository may be another one, and without its end this would have none. */
    private String line(String who) {
        Target target = request.change().target();
        String end = request.ask().filter(Ask::endFromRule).isPresent()
                ? ""
                : subject().until().map(until -> " until " + until).orElse("");
        return "/ecr grant " + subject().access() + " " + request.change().registry() + "/" + target.region() + ":"
                + target.text() + " " + who + end
                + request.ask()
                        .flatMap(Ask::reason)
                        .map(why -> " because " + why)
                        .orElse("");
    }

    private static void decides(RichTextLine line, Ask ask) {
        line.people(ask.approvers());
        line.text(ask.approvals() == 1 ? "." : "; " + ask.approvals() + " of them have to approve.");
    }

    private RichTextLine linked(RichTextLine line) {
        card.ifPresent(url -> line.text(" ").link(url, "See its card"));
        return line;
    }

    private RequestSummary subject() {
        return new RequestSummary(request, names);
    }

    private String id() {
        return request.id().value();
    }
}

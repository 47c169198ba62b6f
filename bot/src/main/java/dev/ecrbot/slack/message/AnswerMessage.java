package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Authority;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestState;
import dev.ecrbot.policy.plan.OtherHalf;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes what a person is answered, and only they.
 *
 * @param links the address of a card, where it can be told
 */
public record AnswerMessage(Function<CardRef, Optional<String>> links, DisplayNames names) {

    /** Returns the message; empty where the outbox tells everything, or a field does. */
    public Optional<Rendered> render(Answer answer) {
        if (answer instanceof Answer.EndWanted) {
            return Optional.empty();
        }
        if (answer instanceof Answer.Filed filed) {
            return filed.request().authority() == Authority.PERSON
                    ? Optional.of(about(
                            filed.request(),
                            "needs no approval, and is being applied; its card shows what " + "comes of it."))
                    : Optional.empty();
        }
        return Optional.of(told(answer));
    }

    private Rendered told(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return new ProblemText(refused.problem()).render();
        }
        if (answer instanceof Answer.WaitingAlready waiting) {
            return waiting(waiting);
        }
        if (answer instanceof Answer.NothingToChange nothing) {
            return nothing(nothing);
        }
        if (answer instanceof Answer.Status status) {
            return new StatusText(status, names).render();
        }
        if (answer instanceof Answer.RequestList list) {
            return new RequestsText(list, links, names).render();
        }
        if (answer instanceof Answer.Login login) {
            return login(login);
        }
        return answer instanceof Answer.Help help ? new HelpMessage(help.page()).render() : decided(answer);
    }

    private Rendered decided(Answer answer) {
        if (answer instanceof Answer.Cancelled cancelled) {
            return about(cancelled.request(), "is cancelled. Nothing was changed.");
        }
        if (answer instanceof Answer.Approved approved) {
            int needed = approved.request().ask().map(ask -> ask.approvals()).orElse(1);
            return about(
                    approved.request(),
                    approved.request().state() != RequestState.PENDING
                            ? "is approved. It is being applied; the card shows what comes of it."
                            : "has your approval: " + approved.approvals() + " of " + needed + ".");
        }
        if (answer instanceof Answer.Ending ending) {
            return about(
                    ending.request(),
                    ending.kept()
                            ? "is ended, but nothing is taken away: another grant still gives the same access."
                            : "is being ended; the thread of its card shows when that is done.");
        }
        if (answer instanceof Answer.Shortened shortened) {
            return about(shortened.request(), "has a sooner end now, and waits for approval with it: see its card.");
        }
        if (answer instanceof Answer.ReasonTaken taken) {
            return about(taken.request(), "has your reason; the requester is told.");
        }
        return denied(((Answer.Denied) answer).request());
    }

    /** A modal is offered first; this is for when Slack didn't open it, and says that the denial stands all the same. */
    private static Rendered denied(Request request) {
        LayoutBlock button = ActionsBlock.builder()
                .elements(List.of(ButtonElement.builder()
                        .actionId(Ids.REASON_OPEN)
                        .text(Blocks.plain("Add a reason"))
                        .value(request.id().value())
                        .build()))
                .build();
        return new MessageBuilder()
                .add(Blocks.lines(new RichTextLine()
                        .text("You denied ")
                        .code(request.id().value())
                        .text(". Nothing is changed, and the requester is told. Would you tell them why?")))
                .add(button)
                .rendered("You denied " + request.id() + ".");
    }

    private Rendered waiting(Answer.WaitingAlready waiting) {
        Request request = waiting.request();
        var line = new RichTextLine()
                .text("The same ask waits already as ")
                .code(request.id().value())
                .text(": " + new RequestSummary(request, names).change() + ".");
        waiting.card()
                .flatMap(links)
                .ifPresentOrElse(
                        url -> line.text(" ").link(url, "See its card"),
                        () -> line.text(" Its card is on its way; /ecr requests pending leads there."));
        RichTextLine who = new RichTextLine().text("Who decides: ");
        request.ask().ifPresent(ask -> who.people(ask.approvers()).text("."));
        return new MessageBuilder()
                .add(Blocks.lines(line, who))
                .rendered("The same ask waits already as " + request.id() + ".");
    }

    private static Rendered nothing(Answer.NothingToChange nothing) {
        String why = SafeText.line(nothing.why(), 1_000);
        var builder = new MessageBuilder()
                .add(Blocks.lines(
                        RichTextLine.of(why), RichTextLine.of("Nothing was changed, and nobody has to approve.")));
        new SnippetText(nothing.snippet()).login(builder);
        return builder.rendered(Mrkdwn.escape(why));
    }

    private Rendered login(Answer.Login login) {
        String name = names.target(login.snippet().target());
        var builder = new MessageBuilder()
                .add(Blocks.lines(new RichTextLine().text("How to log in to ").bold(name)));
        new SnippetText(login.snippet()).login(builder);
        builder.add(Blocks.context(OtherHalf.endpoints(login.snippet().target())));
        return builder.rendered("How to log in to " + Mrkdwn.escape(name));
    }

    private static Rendered about(Request request, String what) {
        return new MessageBuilder()
                .add(Blocks.lines(
                        new RichTextLine().code(request.id().value()).text(" ").text(what)))
                .rendered(request.id() + " " + what);
    }
}

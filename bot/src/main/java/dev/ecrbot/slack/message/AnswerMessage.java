package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.AnswerVisitor;
import dev.ecrbot.desk.counter.Offer;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.plan.OtherHalf;
import dev.ecrbot.rules.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes what a person is answered, and only they.
 *
 * @param links the address of a card, where it can be told
 * @param findings writes what was found out for a question
 * @param statuses writes who has access
 */
public record AnswerMessage(
        Function<CardRef, Optional<String>> links,
        DisplayNames names,
        Function<Finding, Rendered> findings,
        Function<Answer.Status, Rendered> statuses)
        implements AnswerVisitor<Optional<Rendered>> {
    private static final int LONGEST_BESIDE = 2_000;

    /** Returns the message; empty where the outbox tells everything, or a field does. */
    public Optional<Rendered> render(Answer answer) {
        return answer.visit(this);
    }

    @Override
    public Optional<Rendered> refused(Answer.Refused refused) {
        return Optional.of(new ProblemText(refused.problem()).answering());
    }

    @Override
    public Optional<Rendered> guessed(Answer.Guessed guessed) {
        return Optional.of(new GuessText(guessed, names).render());
    }

    @Override
    public Optional<Rendered> filed(Answer.Filed filed) {
        if (!filed.beside().isEmpty()) {
            return about(filed.request(), SafeText.line(filed.beside(), LONGEST_BESIDE));
        }
        if (filed.request().authority() == Authority.RULE) {
            String rule = filed.request().ask().map(Ask::rule).orElse("");
            return about(
                    filed.request(),
                    "was approved by the rule " + SafeText.line(rule, LONGEST_BESIDE)
                            + ", and is being applied; its card shows what comes of it.");
        }
        return filed.request().authority() == Authority.PERSON
                ? about(filed.request(), "needs no approval, and is being applied; its card shows what comes of it.")
                : Optional.empty();
    }

    @Override
    public Optional<Rendered> unheard(Answer.Unheard unheard) {
        return Optional.empty();
    }

    private static void ownGrant(MessageBuilder builder, Offer offer) {
        builder.add(Blocks.lines(
                RichTextLine.of(
                        "What others wrote has no owner and no end here. A grant of ecr-bot's own beside it has both,"
                                + " and stays when theirs goes:"),
                new RichTextLine().code(SafeText.line("/ecr " + offer.line().text(), 1_000))));
        GuessText.offer(offer.person(), offer.line(), "Ask for one of its own").ifPresent(builder::add);
    }

    @Override
    public Optional<Rendered> status(Answer.Status status) {
        return Optional.of(statuses.apply(status));
    }

    @Override
    public Optional<Rendered> requestList(Answer.RequestList list) {
        return Optional.of(new RequestsText(list, links, names).render());
    }

    @Override
    public Optional<Rendered> cancelled(Answer.Cancelled cancelled) {
        return cancelled
                .goesOnAs()
                .map(other -> handedOn(cancelled.request(), other))
                .orElseGet(() -> about(cancelled.request(), "is cancelled. Nothing was changed."));
    }

    @Override
    public Optional<Rendered> ending(Answer.Ending ending) {
        return about(
                ending.request(),
                ending.kept()
                        ? "is ended, but nothing is taken away: another grant still gives the same access."
                        : "is being ended; the thread of its card shows when that is done.");
    }

    @Override
    public Optional<Rendered> shortened(Answer.Shortened shortened) {
        return about(shortened.request(), "has a sooner end now, and was shown to the approvers again: see its card.");
    }

    @Override
    public Optional<Rendered> fieldWanted(Answer.FieldWanted wanted) {
        return Optional.empty();
    }

    @Override
    public Optional<Rendered> found(Answer.Found found) {
        return Optional.of(findings.apply(found.finding()));
    }

    @Override
    public Optional<Rendered> help(Answer.Help help) {
        return Optional.of(new HelpMessage(help.page()).render());
    }

    @Override
    public Optional<Rendered> approved(Answer.Approved approved) {
        // The card says so at once, and what came of it; this would stand there for ever.
        if (approved.request().stage().state() != RequestState.PENDING) {
            return Optional.empty();
        }
        int needed = approved.request().ask().map(ask -> ask.approvals()).orElse(1);
        return about(approved.request(), "has your approval: " + approved.approvals() + " of " + needed + ".");
    }

    @Override
    public Optional<Rendered> passedOn(Answer.PassedOn passed) {
        return about(
                passed.request(),
                passed.denial()
                        ? "now has your reason: it stands on the card, and the requester is told."
                        : "now has your comment: it stands in the card's thread, and in what “/ecr show "
                                + passed.request().id() + "” tells.");
    }

    /** A modal is offered first; this is for when Slack didn't open it, and says that the denial stands all the same. */
    @Override
    public Optional<Rendered> denied(Answer.Denied denied) {
        Request request = denied.request();
        LayoutBlock button = ActionsBlock.builder()
                .elements(List.of(ButtonElement.builder()
                        .actionId(Ids.REASON_OPEN)
                        .text(Blocks.plain("Say why…"))
                        .value(request.id().value())
                        .build()))
                .build();
        return Optional.of(new MessageBuilder()
                .add(
                        Blocks.lines(
                                new RichTextLine()
                                        .text("You denied ")
                                        .code(request.id().value())
                                        .text(
                                                ". Nothing is changed, and the requester is told. Would you like to say why? It stands on the card, too.")))
                .add(button)
                .rendered("You denied " + request.id() + "."));
    }

    @Override
    public Optional<Rendered> waitingAlready(Answer.WaitingAlready waiting) {
        Request request = waiting.request();
        var line = new RichTextLine()
                .text("The same request is already waiting, as ")
                .code(request.id().value())
                .text(": " + new RequestSummary(request, names).change() + ".");
        waiting.card()
                .flatMap(links)
                .ifPresentOrElse(
                        url -> line.text(" ").link(url, "See its card"),
                        () -> line.text(" Its card is on its way; /ecr requests pending will link to it."));
        RichTextLine who = new RichTextLine().text("Who decides: ");
        request.ask().ifPresent(ask -> who.people(ask.approvers()).text("."));
        var lines = new ArrayList<RichTextLine>(List.of(line, who));
        if (waiting.follows()) {
            var hear = new RichTextLine().text("You'll hear what becomes of it. If ");
            request.maker().ifPresent(hear::user);
            lines.add(hear.text(" takes it back, it goes on as yours."));
        }
        return Optional.of(new MessageBuilder()
                .add(Blocks.lines(lines))
                .rendered("The same ask waits already as " + request.id() + "."));
    }

    @Override
    public Optional<Rendered> nothingToChange(Answer.NothingToChange nothing) {
        String why = SafeText.line(nothing.why(), 1_000);
        var builder = new MessageBuilder()
                .add(Blocks.lines(
                        RichTextLine.of(why), RichTextLine.of("Nothing was changed, and nobody has to approve.")));
        nothing.held().ifPresent(held -> {
            if (!held.covering().isEmpty()) {
                builder.add(Blocks.lines(HeldText.covering(new RichTextLine(), held.covering())));
            }
            held.own().ifPresent(offer -> ownGrant(builder, offer));
            builder.add(
                    Blocks.lines(RichTextLine.of("The repository's side is open already. If it doesn't work all the "
                            + "same, what is missing is most likely the identity policy below.")));
            var snippet = new SnippetText(held.snippet());
            var half = new OtherHalf(held.caller(), held.snippet().target());
            snippet.otherHalf(builder, half, half.who().orElse(names.principal(held.caller())));
            snippet.login(builder);
        });
        return Optional.of(builder.rendered(Mrkdwn.escape(why)));
    }

    @Override
    public Optional<Rendered> login(Answer.Login login) {
        return Optional.of(new LoginText(login, names).render());
    }

    private static Optional<Rendered> handedOn(Request request, PersonId to) {
        var line = new RichTextLine()
                .code(request.id().value())
                .text(" isn't yours any more. ")
                .user(to)
                .text(" asked for the same meanwhile, so it goes on waiting as theirs.");
        return Optional.of(
                new MessageBuilder().add(Blocks.lines(line)).rendered(request.id() + " isn't yours any more."));
    }

    private static Optional<Rendered> about(Request request, String what) {
        return Optional.of(new MessageBuilder()
                .add(Blocks.lines(
                        new RichTextLine().code(request.id().value()).text(" ").text(what)))
                .rendered(request.id() + " " + what));
    }
}

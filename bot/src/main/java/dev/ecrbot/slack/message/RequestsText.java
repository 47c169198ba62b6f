package dev.ecrbot.slack.message;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Lists requests.
 *
 * @param links the address of a card, where it can be told
 */
record RequestsText(Answer.RequestList list, Function<CardRef, Optional<String>> links, DisplayNames names) {
    private static final int ROOM = 10_000;

    Rendered render() {
        String title = list.mine() ? "Your requests" : "Requests that wait for a decision";
        if (list.requests().isEmpty()) {
            String none = none();
            return new MessageBuilder().add(Blocks.lines(RichTextLine.of(none))).rendered(none);
        }
        List<RichTextLine> lines =
                IntStream.range(0, list.requests().size()).mapToObj(this::line).toList();
        return new MessageBuilder()
                .list(
                        new RichTextLine().bold(title + (list.mine() ? ", newest first" : ", oldest first")),
                        lines,
                        ROOM,
                        rest())
                .rendered(title);
    }

    private String none() {
        if (list.word().isPresent()) {
            String word = SafeText.line(list.word().get(), 60);
            return (list.mine() ? "None of your requests has “" : "No request that waits has “") + word + "” in it.";
        }
        return list.mine()
                ? "You have no requests yet. /ecr help grant shows how to ask."
                : "No request waits for a decision.";
    }

    private MessageBuilder.Rest rest() {
        String command = "/ecr requests " + (list.mine() ? "mine" : "pending");
        return new MessageBuilder.Rest(
                list.total(),
                "To see others, type " + command
                        + " and a word that stands in them: a repository, an account, a role, or who asked.");
    }

    private RichTextLine line(int index) {
        Request request = list.requests().get(index);
        var line = new RichTextLine()
                .code(request.id().value())
                .text(" " + new RequestSummary(request, names).change() + ": ");
        line.bold(new CardState(request, List.of(), CardHistory.NONE, Optional.empty()).title());
        if (!list.mine()) {
            request.ask().ifPresent(ask -> line.text(", asked by ").user(ask.requester()));
        }
        line.text(", ").date(request.createdAt());
        list.cards().get(index).flatMap(links).ifPresent(url -> line.text(" ").link(url, "card"));
        return line;
    }
}

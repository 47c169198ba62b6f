package dev.ecrbot.slack.message;

import dev.ecrbot.command.WhoseRequests;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Search;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Lists requests.
 *
 * @param links the address of a card, where it can be told
 */
record RequestsText(Answer.RequestList list, Function<CardRef, Optional<String>> links, DisplayNames names) {
    private static final int SUMMARY = 700;
    private static final int ROOM = 9_500;

    Rendered render() {
        String title = title();
        if (list.requests().isEmpty()) {
            String none = list.paging().page() > 1
                    ? "There is no page " + list.paging().page() + "."
                    : none() + unsearched();
            return new PageButtons(list.paging())
                    .below(new MessageBuilder().add(Blocks.lines(RichTextLine.of(none))))
                    .rendered(none);
        }
        List<RichTextLine> lines =
                IntStream.range(0, list.requests().size()).mapToObj(this::line).toList();
        String order = order() + (beyond() > 0 ? "." + unsearched() : "");
        var builder = new MessageBuilder().list(new RichTextLine().bold(title + order), lines, ROOM);
        return new PageButtons(list.paging()).below(builder).rendered(title);
    }

    private String order() {
        return switch (list.scope()) {
            case MINE, ALL -> ", newest first";
            case PENDING, FOR_ME -> ", oldest first";
            case ENDING -> ", soonest first";
        };
    }

    private String title() {
        return switch (list.scope()) {
            case MINE -> "Your requests";
            case PENDING -> "Requests that wait for a decision";
            case FOR_ME -> "Requests that wait for you";
            case ENDING -> "What ecr-bot gave and ends within seven days";
            case ALL -> "All requests";
        };
    }

    private long beyond() {
        return list.word().map(Search::unsearched).orElse(0L);
    }

    private String unsearched() {
        return beyond() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " %s%,d older ones were not searched; /ecr history shows those of one repository.",
                        list.word().filter(Search::more).isPresent() ? "More than " : "",
                        beyond());
    }

    private String none() {
        if (list.word().isPresent()) {
            String word = SafeText.line(list.word().get().word(), 60);
            return switch (list.scope()) {
                        case MINE -> "None of your requests";
                        case PENDING -> "No request that waits";
                        case FOR_ME -> "No request that waits for you";
                        case ENDING -> "Nothing that ecr-bot gave and ends within seven days";
                        case ALL -> "No request";
                    }
                    + " has “" + word + "” in it.";
        }
        return switch (list.scope()) {
            case MINE -> "You have no requests yet. /ecr help grant shows how to ask.";
            case PENDING -> "No request waits for a decision.";
            case FOR_ME -> "No request waits for you.";
            case ENDING -> "Nothing that ecr-bot gave ends within seven days.";
            case ALL -> "There are no requests yet.";
        };
    }

    private RichTextLine line(int index) {
        Request request = list.requests().get(index);
        var line = new RichTextLine()
                .code(request.id().value())
                .text(" " + SafeText.line(new RequestSummary(request, names).change(), SUMMARY) + ": ");
        line.bold(new CardState(request, List.of(), CardHistory.NONE, Optional.empty()).title());
        if (list.scope() != WhoseRequests.MINE) {
            request.ask().ifPresent(ask -> line.text(", asked by ").user(ask.requester()));
        }
        Optional.ofNullable(list.ends().get(request.id()))
                .ifPresentOrElse(
                        end -> line.text(", until ")
                                .date(end)
                                .text(", asked for ")
                                .date(request.createdAt()),
                        () -> line.text(", ").date(request.createdAt()));
        list.cards().get(index).flatMap(links).ifPresent(url -> line.text(" ").link(url, "card"));
        return line;
    }
}

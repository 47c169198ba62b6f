package dev.ecrbot.slack;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.ledger.ShorterEnd;
import dev.ecrbot.desk.ledger.WithdrawnApproval;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.desk.tell.Called;
import dev.ecrbot.desk.tell.FallbackChannel;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.rules.People;
import dev.ecrbot.slack.message.CardMessage;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.Samples;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Cards in every state that they can be in, with a text in them wherever one from outside can stand, and as much of all as there can be. */
public final class EveryCard {
    private EveryCard() {}

    /** Returns them as they are sent, by what is special about each. */
    public static Map<String, Rendered> all(String text) {
        var cards = new LinkedHashMap<String, Rendered>();
        FullRequests.edits(text).forEach((name, edit) -> {
            cards.put(
                    name,
                    card(
                            FullRequests.request(edit, Samples.REPOSITORY, text, FullRequests.plain(text)),
                            CardHistory.NONE,
                            List.of()));
            cards.put(
                    name + " with all",
                    crowded(FullRequests.request(edit, FullRequests.widest(), text, FullRequests.full(text)), text));
        });
        for (RequestState state : RequestState.values()) {
            cards.put(
                    "state " + state,
                    card(EveryMessage.request(text, state), CardHistory.NONE, Samples.approvedBy(Samples.AMIR)));
        }
        cards.putAll(EveryGrantCard.all(text));
        cards.putAll(EveryBundle.all(text));
        return cards;
    }

    /** Returns requests as full as they get, as whoever asks is shown them beforehand. */
    public static List<Request> requests(String text) {
        return FullRequests.edits(text).values().stream()
                .flatMap(edit -> Stream.of(
                        FullRequests.request(edit, Samples.REPOSITORY, text, FullRequests.plain(text)),
                        FullRequests.request(edit, FullRequests.widest(), text, FullRequests.full(text))))
                .toList();
    }

    /** A card in another channel, shown anew, approved by one, with two approvals that don't count any more. */
    private static Rendered crowded(Request request, String text) {
        Revision shown = request.revision();
        var again = new Request(
                request.id(),
                request.version() + 1,
                request.change(),
                request.ask(),
                request.createdAt(),
                new Revision(12, shown.plan(), shown.mark()),
                Stage.pending(Samples.WEEK));
        var history = new CardHistory(
                Optional.of(new ShorterEnd(Samples.OLGA, 3)),
                List.of(new WithdrawnApproval(Samples.AMIR, text), new WithdrawnApproval(Samples.OLGA, text)),
                new RevisionCause(false, EnumSet.allOf(Plan.Aspect.class)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CardHistory.Since.NOTHING);
        return card(
                again, history, Samples.approvedBy(Samples.AMIR), Optional.of(new FallbackChannel("C0OTHER", text)));
    }

    private static Rendered card(Request request, CardHistory history, List<Approval> approvals) {
        return card(request, history, approvals, Optional.empty());
    }

    private static Rendered card(
            Request request, CardHistory history, List<Approval> approvals, Optional<FallbackChannel> elsewhere) {
        var deputies = new Called.Deputies(new People(false, Set.of("U0DEPUTY"), Set.of()), Samples.WEEK, false);
        var called = new Called(request.ask().map(Ask::approvers), Optional.of(deputies), true);
        return new CardMessage(
                        new Message.Card(
                                request, approvals, Optional.empty(), elsewhere, history, Optional.empty(), called),
                        Samples.NAMING)
                .render();
    }

    /** Returns the texts that are hardest to show. */
    public static List<String> texts() {
        return Stream.of(
                        "arn:aws:iam::222222222222:role/" + "a-very-long-path/".repeat(30) + "role",
                        "🚀".repeat(2_500),
                        "y".repeat(5_000),
                        "W".repeat(5_000),
                        "漢字".repeat(300),
                        "Please " + "let us have it, since we need it. ".repeat(100),
                        "a\nb\r\nc\u2028d\u2029e and what else there is to say of it",
                        "*bold* _it_ ~no~ `code` ```block``` > quote & <https://evil.example|click>",
                        "\u202Etxet desrever\u202C \u200B\u2066hidden\u2069\uFEFF",
                        "x")
                .toList();
    }
}

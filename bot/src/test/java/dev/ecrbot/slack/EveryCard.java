package dev.ecrbot.slack;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.ledger.ShorterEnd;
import dev.ecrbot.desk.ledger.WithdrawnApproval;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Called;
import dev.ecrbot.desk.tell.FallbackChannel;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.NamePattern;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.evaluation.ConditionChange;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.rules.People;
import dev.ecrbot.slack.message.BundleCardMessage;
import dev.ecrbot.slack.message.CardMessage;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cards in every state that they can be in, with a text in them wherever one from outside can stand, and as much of all as there can be. */
public final class EveryCard {
    private EveryCard() {}

    /** Returns them as they are sent, by what is special about each. */
    public static Map<String, Rendered> all(String text) {
        var cards = new LinkedHashMap<String, Rendered>();
        edits(text).forEach((name, edit) -> {
            cards.put(name, card(request(edit, Samples.REPOSITORY, text, plain(text)), CardHistory.NONE, List.of()));
            cards.put(name + " with all", crowded(request(edit, widest(), text, full(text)), text));
        });
        for (RequestState state : RequestState.values()) {
            cards.put(
                    "state " + state,
                    card(EveryMessage.request(text, state), CardHistory.NONE, Samples.approvedBy(Samples.AMIR)));
        }
        cards.putAll(EveryGrantCard.all(text));
        cards.putAll(bundles(text));
        return cards;
    }

    /** Returns requests as full as they get, as whoever asks is shown them beforehand. */
    public static List<Request> requests(String text) {
        return edits(text).values().stream()
                .flatMap(edit -> Stream.of(
                        request(edit, Samples.REPOSITORY, text, plain(text)),
                        request(edit, widest(), text, full(text))))
                .toList();
    }

    private static Map<String, Edit> edits(String text) {
        Principal whom = new Principal.Other("Federated", text);
        var forever = Edit.Grant.asked(whom, StandardAccess.PUSH, Optional.empty());
        var revoked = new Edit.Revoke(whom, Optional.empty());
        return Map.of(
                "grant",
                Edit.Grant.asked(whom, StandardAccess.PULL, Optional.of(Samples.WEEK)),
                "grant without an end",
                forever,
                "revocation",
                revoked,
                "undo",
                revoked.undo(Samples.request().revision().plan()),
                "extension",
                new Edit.Extend(
                        forever.principal(),
                        StandardAccess.PULL,
                        Samples.WEEK.minusSeconds(86_400),
                        Optional.of(Samples.WEEK)));
    }

    /** A name as long as AWS takes one, as a pattern: said in most words. */
    private static Target widest() {
        return new MatchingRepositories(
                new RegionalRegistry(Samples.REPOSITORY.account(), Samples.REPOSITORY.region()),
                NamePattern.parse("team-" + "a".repeat(240) + "/*").orElseThrow());
    }

    private static Plan plain(String text) {
        Plan plan = Samples.request().revision().plan();
        return new Plan(
                plan.base(),
                plan.proposed(),
                List.of(effect(text, List.of())),
                plan.diff(),
                List.of(),
                List.of(new Warning(Warning.Kind.SESSION, text)),
                List.of());
    }

    /** Several of all that can be told of a change. */
    private static Plan full(String text) {
        Plan plan = Samples.request().revision().plan();
        var holding = new Holding(
                new Principal.Other("Federated", text),
                new TreeSet<>(List.of("ecr:" + text)),
                false,
                true,
                Optional.of(Samples.WEEK),
                Optional.of(text),
                0,
                false);
        return new Plan(
                plan.base(),
                plan.proposed(),
                List.of(effect(text, List.of("aws:SourceVpc", text)), effect(text + "2", List.of())),
                plan.diff(),
                List.of("{}", "{}"),
                Arrays.stream(Warning.Kind.values())
                        .map(kind -> new Warning(kind, text.substring(0, Math.min(text.length(), 60))))
                        .toList(),
                List.of(holding, holding));
    }

    private static Effect effect(String text, List<String> conditions) {
        return new Effect(
                new Principal.Other("Federated", text),
                new TreeSet<>(StandardAccess.PUSH.actions()),
                new TreeSet<>(),
                Optional.of(Samples.WEEK.minusSeconds(86_400)),
                Optional.of(Samples.WEEK),
                conditions,
                conditions.isEmpty() ? Optional.empty() : Optional.of(new ConditionChange("always", text, true)));
    }

    private static Request request(Edit edit, Target target, String text, Plan plan) {
        Request plain = Samples.request(plan, edit, asked(text));
        Change change = plain.change();
        return new Request(
                plain.id(),
                plain.version(),
                new Change(change.registry(), target, change.edit(), change.extended(), change.undoes()),
                plain.ask(),
                plain.createdAt(),
                plain.revision(),
                plain.stage());
    }

    private static Ask asked(String text) {
        Ask plain = Samples.request().ask().orElseThrow();
        return new Ask(
                plain.requester(),
                plain.from(),
                Optional.of(text),
                text,
                plain.channel(),
                new People(false, users("U0APPROVER", 12), Set.of("S0OWNERS")),
                2,
                true,
                Optional.of(new People(false, users("U0WATCHER", 12), Set.of("S0AUDIT"))));
    }

    private static Set<String> users(String id, int many) {
        return new TreeSet<>(
                IntStream.range(0, many).mapToObj(number -> id + number).toList());
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

    /** What was asked for at once: twenty of one kind, twenty of as many kinds, revocations, and some in each state. */
    private static Map<String, Rendered> bundles(String text) {
        var bundles = new LinkedHashMap<String, Rendered>();
        Edit grant = edits(text).get("grant");
        bundles.put(
                "bundle of repositories",
                bundle(IntStream.range(0, 20)
                        .mapToObj(number -> request(grant, repository(number), text, full(text)))
                        .toList()));
        bundles.put(
                "bundle of kinds",
                bundle(IntStream.range(0, 20)
                        .mapToObj(number -> request(
                                Edit.Grant.asked(
                                        new Principal.Other("Federated", number + text),
                                        StandardAccess.PUSH,
                                        Optional.empty()),
                                repository(number),
                                text,
                                plain(number + text)))
                        .toList()));
        bundles.put(
                "bundle of roles",
                bundle(IntStream.range(0, 20)
                        .mapToObj(number ->
                                request(Samples.request().change().edit(), Samples.REPOSITORY, text, roles(number)))
                        .toList()));
        bundles.put(
                "bundle of revocations",
                bundle(Collections.nCopies(
                        20, request(edits(text).get("revocation"), repository(1), text, plain(text)))));
        for (RequestState state : RequestState.values()) {
            bundles.put(
                    "bundle " + state,
                    bundle(List.of(EveryMessage.request(text, state), EveryMessage.request(text, state))));
        }
        return bundles;
    }

    /** A small change that differs from each other one. */
    private static Plan roles(int number) {
        Plan plan = Samples.request().revision().plan();
        var lines = new ArrayList<>(plan.diff().subList(0, 1));
        lines.add(new DiffLine(DiffLine.Sign.ADDED, "\"arn:aws:iam::222222222222:role/number-" + number + "\""));
        return new Plan(plan.base(), plan.proposed(), plan.effects(), lines, List.of(), List.of(), List.of());
    }

    private static Repository repository(int number) {
        return new Repository(
                Samples.REPOSITORY.account(),
                Samples.REPOSITORY.region(),
                new RepositoryName("team-" + number + "/" + "a-long-name".repeat(20)));
    }

    private static Rendered bundle(List<Request> members) {
        return new BundleCardMessage(
                        new BundleCard(members, Samples.approvedBy(Samples.AMIR), Optional.empty()), Samples.NAMING)
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

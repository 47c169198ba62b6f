package dev.ecrbot.slack;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.NamePattern;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.evaluation.ConditionChange;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.rules.People;
import dev.ecrbot.slack.message.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Requests of each kind with a text in them wherever one from outside can stand: as plain as there are, and as full as they get. */
final class FullRequests {
    private FullRequests() {}

    static Map<String, Edit> edits(String text) {
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
    static Target widest() {
        return new MatchingRepositories(
                new RegionalRegistry(Samples.REPOSITORY.account(), Samples.REPOSITORY.region()),
                NamePattern.parse("team-" + "a".repeat(240) + "/*").orElseThrow());
    }

    static Plan plain(String text) {
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
    static Plan full(String text) {
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

    static Request request(Edit edit, Target target, String text, Plan plan) {
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
}

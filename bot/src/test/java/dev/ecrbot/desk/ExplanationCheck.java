package dev.ecrbot.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.denial.Caller;
import dev.ecrbot.denial.Denial;
import dev.ecrbot.denial.Half;
import dev.ecrbot.desk.answer.Conclusion;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.Look;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.desk.sight.DecidingStatement;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.evaluation.BruteForce;
import dev.ecrbot.policy.evaluation.Decider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether what a pasted error is explained with is so under some policies, by brute force: which side refuses, by which statement or
 * for want of one, and nothing that they don't show.
 *
 * @param there whether the repository is there
 * @param own the statements of its policy
 * @param beside those of its registry's policy, if that decides
 * @param at the moment that is spoken of
 */
record ExplanationCheck(Explanation said, boolean there, List<JsonNode> own, List<JsonNode> beside, Instant at) {

    /** Returns what isn't so. */
    List<String> falsehoods() {
        var found = new ArrayList<String>();
        if (said.look() instanceof Look.Missing) {
            claim(found, !there, "the repository is there");
        }
        if (said.look() instanceof Look.Seen seen) {
            seen(found, seen);
        } else {
            claim(
                    found,
                    Set.of(Conclusion.TEXT, Conclusion.MISSING, Conclusion.ELSEWHERE)
                            .contains(conclusion()),
                    "not seen");
        }
        claim(found, conclusion() != Conclusion.MISSING || !there, "it is there");
        claim(found, conclusion() != Conclusion.ELSEWHERE || said.look() instanceof Look.Elsewhere, "it was looked at");
        offers(found);
        return found;
    }

    private static void claim(List<String> found, boolean so, String otherwise) {
        if (!so) {
            found.add(otherwise);
        }
    }

    private void seen(List<String> found, Look.Seen seen) {
        Denial denial = said.denial();
        String caller = denial.caller().orElseThrow().text();
        String action = denial.action().orElseThrow();
        Repository on = denial.place().whole().orElseThrow();
        claim(found, there, "the repository isn't there");
        claim(found, seen.says().whom().text().equals(caller), "somebody else was looked at");
        claim(found, actions(seen.says()).equals(Set.of(action)), "something else was looked at");
        claim(found, seen.within() == caller.contains(":" + on.account() + ":"), "the caller is of another account");
        var statements = new ArrayList<>(own);
        statements.addAll(beside);
        var requests = new PossibleRequests(caller, action, on, statements, at);
        seen.says().deciding().forEach(each -> claim(found, stands(each, requests), "no such statement: " + each));
        if (!requests.open()) {
            new Judged(statements, requests.all()).check(found, seen);
        }
    }

    private static Set<String> actions(Capability says) {
        var actions = new TreeSet<>(says.allowed());
        actions.addAll(says.refused());
        actions.addAll(says.depends().keySet());
        return actions;
    }

    /** Returns whether the statement is there, and says that of such a request, whatever its conditions. */
    private boolean stands(DecidingStatement named, PossibleRequests requests) {
        List<JsonNode> policy = named.source() == Decider.Source.REPOSITORY ? own : beside;
        if (named.place() > policy.size()) {
            return false;
        }
        JsonNode statement = policy.get(named.place() - 1);
        String effect = statement.path("Effect").asText();
        return named.sid().orElse("").equals(statement.path("Sid").asText())
                && (named.part() == Decider.Part.UNREADABLE
                        || effect.equals(named.part() == Decider.Part.ALLOWS ? "Allow" : "Deny"))
                && requests.all().stream().anyMatch(request -> concerns(request, statement));
    }

    private static boolean concerns(BruteForce request, JsonNode statement) {
        return request.about(statement) && request.does(statement) && request.there(statement);
    }

    private Conclusion conclusion() {
        return said.conclusion();
    }

    /** What the policies say to each request that may have been made. */
    private final class Judged {
        private final boolean letIn;
        private final boolean keptOut;
        private final boolean denied;
        private final boolean conditional;

        Judged(List<JsonNode> statements, List<BruteForce> requests) {
            letIn = requests.stream().allMatch(request -> request.allows(statements));
            keptOut = requests.stream().noneMatch(request -> request.allows(statements));
            denied = any(
                    statements,
                    "Deny",
                    statement -> requests.stream()
                            .allMatch(request -> concerns(request, statement) && request.conditions(statement)));
            conditional = any(
                    statements,
                    "",
                    statement -> requests.stream().anyMatch(request -> concerns(request, statement))
                            && (statement.has("Condition")
                                    || requests.stream().anyMatch(request -> !concerns(request, statement))));
        }

        private static boolean any(List<JsonNode> all, String effect, Predicate<JsonNode> which) {
            return all.stream()
                    .filter(each -> each.path("Effect").asText().startsWith(effect))
                    .anyMatch(which);
        }

        void check(List<String> found, Look.Seen seen) {
            Capability says = seen.says();
            claim(found, says.allowed().isEmpty() || letIn, "it isn't allowed");
            claim(found, says.refused().isEmpty() || keptOut, "it isn't refused");
            claim(found, says.depends().isEmpty() || conditional, "it depends on nothing");
            claim(found, says.refused().isEmpty() || says.denied() == denied, "a Deny refuses it, or none does");
            claim(found, follows(seen.within()), conclusion() + " doesn't follow");
        }

        private boolean follows(boolean within) {
            Half half = said.denial().half();
            boolean surely = said.denial().confident();
            return switch (conclusion()) {
                case TEXT, ELSEWHERE, MISSING -> true;
                case NO_ALLOW -> keptOut && !denied && !within && (half == Half.RESOURCE || half == Half.BOTH);
                case BOTH_MISSING -> keptOut && !denied && !within && half == Half.IDENTITY;
                case DENIED -> keptOut && denied;
                case CALLERS_SIDE -> letIn && !(surely && half == Half.RESOURCE);
                case ALLOWED_NOW -> letIn && surely && half == Half.RESOURCE;
                case DEPENDS -> conditional && !denied;
            };
        }
    }

    /** What is offered is for whom, what and where the error tells of, and only where that can be what is missing. */
    private void offers(List<String> found) {
        Denial denial = said.denial();
        said.ask().ifPresent(ask -> {
            claim(
                    found,
                    Set.of(Conclusion.TEXT, Conclusion.NO_ALLOW, Conclusion.BOTH_MISSING, Conclusion.DEPENDS)
                            .contains(conclusion()),
                    "no grant helps");
            claim(
                    found,
                    denial.caller().filter(caller -> names(ask, caller)).isPresent(),
                    "it is asked for another: " + ask);
            claim(
                    found,
                    denial.place()
                            .whole()
                            .filter(on -> ask.contains(" " + on.uri() + " "))
                            .isPresent(),
                    "it is asked for elsewhere: " + ask);
        });
        said.identity().ifPresent(policy -> {
            claim(
                    found,
                    conclusion() == Conclusion.BOTH_MISSING
                            || conclusion() == Conclusion.CALLERS_SIDE
                            || denial.half() == Half.IDENTITY,
                    "no identity policy is missing");
            claim(found, denial.place().whole().filter(policy.target()::equals).isPresent(), "it is for elsewhere");
            claim(
                    found,
                    denial.action().filter(policy.access().actions()::contains).isPresent(),
                    "it doesn't give what was tried");
        });
    }

    private static boolean names(String ask, Caller caller) {
        String account = caller.account().map(Object::toString).orElse("none");
        return ask.matches(".* arn:[a-z-]+:iam::" + account + ":(role|user)/(.*/)?" + Pattern.quote(caller.name()));
    }
}

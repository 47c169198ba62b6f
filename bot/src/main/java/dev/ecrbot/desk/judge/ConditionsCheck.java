package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.policy.condition.TermText;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.TakeOver;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RuleProblems;
import dev.ecrbot.problem.UndoProblems;
import dev.ecrbot.rules.Rule;
import java.util.Optional;

/** Whether a change gives access under the conditions that its rule wants now. */
public final class ConditionsCheck {
    private ConditionsCheck() {}

    /** Returns why the request can't be had as it is; empty if it can. */
    static Optional<Problem> refusal(Rule rule, Request request) {
        Change change = request.change();
        if (change.edit() instanceof Edit.Undo undo) {
            return undone(rule, change, undo);
        }
        return given(change.edit())
                .filter(access -> !isAsWanted(rule, access))
                .map(access -> RuleProblems.conditionsChanged(
                        request.id().toString(),
                        access,
                        words(access.conditions()),
                        rule.name(),
                        words(rule.terms().conditions())));
    }

    /** Returns why the rule doesn't let a grant go on for longer as it is; empty if it does. */
    public static Optional<Problem> refusesLonger(Rule rule, Access given) {
        return isAsWanted(rule, given)
                ? Optional.empty()
                : Optional.of(RuleProblems.conditionsChangedSince(
                        words(given.conditions()),
                        rule.name(),
                        given,
                        words(rule.terms().conditions())));
    }

    /** Returns the edit as the rule would have it asked for now; empty where it can't be asked for anew by itself. */
    public static Optional<Edit> asWanted(Rule rule, Edit edit) {
        AccessConditions wanted = rule.terms().conditions();
        if (edit instanceof Edit.Grant grant) {
            return Optional.of(
                    new Edit.Grant(grant.principal(), grant.access().under(wanted), grant.until(), grant.own()));
        }
        return edit instanceof TakeOver takeOver
                ? Optional.of(
                        new TakeOver(takeOver.principal(), takeOver.access().under(wanted), takeOver.until()))
                : Optional.empty();
    }

    // What comes back is what stood there, under whatever conditions that was.
    private static Optional<Problem> undone(Rule rule, Change change, Edit.Undo undo) {
        boolean asWanted = undo.done() instanceof Edit.End end && isAsWanted(rule, end.access());
        return !undo.givesBack() || rule.terms().conditions().isEmpty() || asWanted
                ? Optional.empty()
                : Optional.of(UndoProblems.otherConditions(
                        change.undoes().map(RequestId::value).orElse(""),
                        rule.name(),
                        TermText.of(rule.terms().conditions())));
    }

    private static Optional<Access> given(Edit edit) {
        return edit.granted().map(Edit.Grant::access);
    }

    private static boolean isAsWanted(Rule rule, Access access) {
        return access.conditions().equals(rule.terms().conditions());
    }

    private static Optional<String> words(AccessConditions conditions) {
        return conditions.isEmpty() ? Optional.empty() : Optional.of(TermText.of(conditions));
    }
}

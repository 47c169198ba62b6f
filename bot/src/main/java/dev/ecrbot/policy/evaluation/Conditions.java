package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.ConditionMatcher;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Truth;

/** Whether a statement's conditions are met, whoever and whatever else it is about. */
public final class Conditions {
    private Conditions() {}

    /**
     * Returns yes if all are met whatever isn't known, no if one of them can't be met.
     *
     * @param variables whether the policy's version knows policy variables
     */
    public static Verdict verdict(Statement statement, boolean variables, RequestContext known) {
        Truth all = Truth.TRUE;
        for (var condition : statement.conditions()) {
            all = all.and(new ConditionMatcher(condition, variables).in(known));
        }
        if (all.known()) {
            return all.value() ? new Verdict.Yes() : new Verdict.No();
        }
        return new Verdict.Conditional(all.missing());
    }
}

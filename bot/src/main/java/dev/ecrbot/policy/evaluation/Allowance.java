package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.condition.RequestContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether somebody is allowed something for certain, and for how long. */
public final class Allowance {
    private Allowance() {}

    /**
     * Returns whether the policy, with what stands beside it, lets the caller do all the actions from now until the end, or for ever without
     * one: whatever isn't known, and at every moment.
     */
    public static boolean lasts(
            Comparison.Side policy, Principal caller, List<String> actions, Optional<Instant> until, Setting setting) {
        var clauses = new StatementMatchers(policy.statements(), policy.variables(), setting.source(), setting);
        RequestContext known = setting.known(caller);
        DecisionTimeline course = DecisionTimeline.of(clauses, caller, setting, known)
                .and(DecisionTimeline.beside(clauses, caller, setting, known))
                .and(beside(caller, setting, known));
        List<String> folded = actions.stream().map(Actions::fold).toList();
        return DecisionTimeline.moments(setting.now(), course.lines().stream()).stream()
                .filter(moment -> until.filter(end -> !moment.isBefore(end)).isEmpty())
                .allMatch(moment -> course.at(moment, folded).stream().allMatch(Ruling::isYes));
    }

    private static DecisionTimeline beside(Principal caller, Setting setting, RequestContext known) {
        PolicyDocument other = setting.beside();
        var clauses = new StatementMatchers(other.statements(), other.hasVariables(), Decider.Source.REGISTRY, setting);
        return DecisionTimeline.of(clauses, caller, setting, known)
                .and(DecisionTimeline.beside(clauses, caller, setting, known));
    }
}

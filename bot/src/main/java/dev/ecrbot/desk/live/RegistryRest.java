package dev.ecrbot.desk.live;

import dev.ecrbot.desk.request.Change;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Planned;
import dev.ecrbot.policy.plan.Planner;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RevocationProblems;
import dev.ecrbot.problem.phrase.RegistryDoubts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says with a plan what the registry's own policy has to do with it: what it still gives after access is taken away, and that nobody
 * knows what it denies of access that is given.
 */
record RegistryRest(RegistrySide side) {
    private static final int SHOWN = 6;

    /** Returns what is denied there, as far as it can be told. */
    PolicyDocument denials() {
        return side.visit(
                RegistrySide.Read::policy, silent -> PolicyDocument.empty(), unread -> PolicyDocument.empty());
    }

    /** Returns what was planned to give access, with what isn't known of it. */
    Planned given(Planned planned) {
        return side.visit(
                read -> planned,
                silent -> planned,
                unread -> planned.visit(
                        plan -> plan.with(unknown(RegistryDoubts.denies(unread.why()))),
                        nothing -> new Planned.NothingToChange(
                                nothing.why() + " " + RegistryDoubts.denies(unread.why()), nothing.byOthers()),
                        refused -> refused));
    }

    /** Returns what was planned to take access away, with what is left through the registry's own policy. */
    Planned taken(Planned planned, Change change, PlanContext context) {
        return side.visit(
                read -> left(read, planned, change, context),
                silent -> planned,
                unread -> planned.visit(
                        plan -> plan.with(unknown(RegistryDoubts.stillGives(unread.why()))),
                        nothing -> nothing,
                        refused -> refused));
    }

    private static Planned left(RegistrySide.Read read, Planned planned, Change change, PlanContext context) {
        List<Holding> besides = Planner.beside(read.policy(), change.edit().principal(), context);
        return planned.visit(
                plan -> plan.leaving(besides),
                nothing -> nothing,
                refused -> refused.problem().code() == Code.NOTHING_TO_REVOKE && !besides.isEmpty()
                        ? new Planned.Refused(elsewhere(refused.problem(), besides, change.target(), context))
                        : refused);
    }

    private static Warning unknown(String doubt) {
        return new Warning(Warning.Kind.REGISTRY_UNKNOWN, doubt);
    }

    private static Problem elsewhere(Problem problem, List<Holding> besides, Target target, PlanContext context) {
        String through = besides.stream()
                .map(holding -> RevocationProblems.on(
                        AccessWords.of(context.accesses(), holding.actions()),
                        holding.resource().orElse("")))
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining("; "));
        return RevocationProblems.alsoByRegistry(problem, through, target);
    }
}

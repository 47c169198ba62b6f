package dev.ecrbot.desk.live;

import dev.ecrbot.config.ProductionTag;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.ecr.OtherTool;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.phrase.PlanWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What those who decide should know that stands in no policy: what a repository's tags say, and whom the registry has never
 * given anything to. Seen once, when something is asked for. Thread-safe.
 *
 * @param production the tag by which repositories of production are known
 */
public record Caution(Ledger ledger, Optional<ProductionTag> production) {

    /** Returns the plan with what there is to know beside. */
    public Plan added(Plan plan, Change change, RepositoryFacts facts) {
        return of(change, facts).stream().reduce(plan, Plan::with, (first, second) -> second);
    }

    /** As {@link #added}; empty where the repository's tags can't be read, so that what there is to know isn't known. */
    public Optional<Plan> surelyAdded(Plan plan, Change change, Policies policies) {
        if (!(change.target() instanceof Repository repository)) {
            return Optional.empty();
        }
        try {
            return Optional.of(added(plan, change, new RepositoryFacts(policies.tags(repository), Optional.empty())));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private List<Warning> of(Change change, RepositoryFacts facts) {
        var warnings = new ArrayList<Warning>();
        OtherTool.by(facts.tags())
                .map(tool -> new Warning(Warning.Kind.MANAGED_ELSEWHERE, PlanWarnings.managedElsewhere(tool.name())))
                .ifPresent(warnings::add);
        if (change.edit().granted().isPresent()) {
            production
                    .flatMap(tag -> tag.in(facts.tags()).map(value -> inProduction(tag, value)))
                    .ifPresent(warnings::add);
        }
        if (change.edit() instanceof Edit.Grant) {
            first(change).ifPresent(warnings::add);
        }
        return warnings;
    }

    private static Warning inProduction(ProductionTag tag, String value) {
        return new Warning(Warning.Kind.PRODUCTION, PlanWarnings.production(tag.tag(), value));
    }

    private Optional<Warning> first(Change change) {
        return change.edit()
                .principal()
                .account()
                .filter(account -> !ledger.transact(transaction -> transaction
                        .grants()
                        .isKnown(change.registry(), change.target().account(), account)))
                .map(account ->
                        new Warning(Warning.Kind.FIRST_FOR_ACCOUNT, PlanWarnings.firstForAccount(change.registry())));
    }
}

package dev.ecrbot.desk.live;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Concerned;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Hindrance;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planned;
import dev.ecrbot.policy.plan.Planner;
import dev.ecrbot.policy.plan.TakesAway;
import dev.ecrbot.policy.plan.Undoing;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RevocationProblems;
import dev.ecrbot.problem.UndoProblems;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out a change against the live policy. */
public final class Planning {

    /**
     * A plan and the live policy it was made on.
     *
     * @param mark the last recorded write before the policy was read
     */
    public record Draft(PolicyDocument live, long mark, Planned planned) {}

    private static final int SHOWN = 6;

    private final Ledger ledger;
    private final Policies policies;
    private final AccessCatalogue accesses;
    private final Map<AccountId, String> accountNames;
    private final Organizations organizations;
    private final boolean expiryInPolicy;
    private final Clock clock;

    public Planning(Ledger ledger, Policies policies, BotConfig config, Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.accesses = config.accesses();
        this.accountNames = names(config.accounts());
        this.organizations = config.knownOrganizations();
        this.expiryInPolicy = config.policy().expiryInPolicy();
        this.clock = clock;
    }

    public Draft draft(Change change) {
        checkScope(change);
        Optional<RegistrySide> beside = beside(change);
        // The mark comes first: a write between the two is in the policy then, and following it again does no harm.
        long mark = ledger.transact(
                transaction -> transaction.writes().last(change.target().holder()));
        PolicyDocument live = policies.read(change.target().holder());
        Planned planned = plan(live, change);
        return new Draft(
                live, mark, beside.map(side -> with(side, planned, change)).orElse(planned));
    }

    Planned plan(PolicyDocument live, Change change) {
        Planned planned = Planner.plan(live, change.edit(), context(change.target(), owned(change, Optional.of(live))));
        return change.undoes().map(undone -> named(undone, planned)).orElse(planned);
    }

    // The policy engine doesn't know which request it is that can't be undone. Nobody asks for what is there already
    // here.
    private static Planned named(RequestId undone, Planned planned) {
        return planned.visit(
                plan -> plan,
                nothing -> new Planned.Refused(UndoProblems.nothingToChange(undone.toString(), nothing.why())),
                refused -> new Planned.Refused(UndoProblems.refused(undone.toString(), refused.problem())));
    }

    /** Plans as if no grant were recorded there. */
    Planned planAlone(PolicyDocument live, Target target, Edit edit) {
        return Planner.plan(live, edit, context(target, Set.of()));
    }

    Optional<Hindrance> hindrance(PolicyDocument live, Edit.Grant given, Target target) {
        return Hindrance.of(live, given, context(target, Set.of()));
    }

    private PlanContext context(Change change) {
        return context(change.target(), owned(change, Optional.empty()));
    }

    private PlanContext context(Target target, Set<Owned> owned) {
        return new PlanContext(accesses, target, clock.instant(), accountNames, expiryInPolicy, owned, organizations);
    }

    // Under the scope V1 AWS may store the grant, and lets nobody in by it. What takes access away does no harm.
    private void checkScope(Change change) {
        if (!change.edit().gives() || !(change.target() instanceof MatchingRepositories some)) {
            return;
        }
        PolicyScope scope = policies.scope(some.registry());
        if (scope != PolicyScope.V2) {
            throw new ProblemException(
                    scope == PolicyScope.V1
                            ? PlanProblems.scopeTooOld(some.registry())
                            : PlanProblems.scopeUnknown(some.registry()));
        }
    }

    // Read before the policy that is to be changed, so that nothing lies between that one and the write.
    private Optional<RegistrySide> beside(Change change) {
        return change.edit().visit(new TakesAway()) && change.target() instanceof Repository repository
                ? Optional.of(RegistrySide.read(policies, repository))
                : Optional.empty();
    }

    private Planned with(RegistrySide side, Planned planned, Change change) {
        return side.visit(
                read -> with(read, planned, change),
                silent -> planned,
                unread -> planned.visit(plan -> plan.with(unknown(unread)), nothing -> nothing, refused -> refused));
    }

    private Planned with(RegistrySide.Read read, Planned planned, Change change) {
        List<Holding> besides = Planner.beside(read.policy(), change.edit().principal(), context(change));
        return planned.visit(
                plan -> plan.leaving(besides), nothing -> nothing, refused -> with(besides, refused, change.target()));
    }

    private Planned with(List<Holding> besides, Planned.Refused refused, Target target) {
        return refused.problem().code() == Code.NOTHING_TO_REVOKE && !besides.isEmpty()
                ? new Planned.Refused(elsewhere(refused.problem(), besides, target))
                : refused;
    }

    private static Warning unknown(RegistrySide.Unread unread) {
        return new Warning(
                Warning.Kind.REGISTRY_UNKNOWN,
                "ecr-bot couldn't find out whether the registry's own policy still gives access there. "
                        + unread.why());
    }

    private Problem elsewhere(Problem problem, List<Holding> besides, Target target) {
        String through = besides.stream()
                .map(holding -> String.join(", ", AccessWords.of(accesses, holding.actions())) + " on "
                        + holding.resource().orElse(""))
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining("; "));
        return RevocationProblems.alsoByRegistry(problem, through, target);
    }

    /** Returns whether the policy means what undoing makes it mean, to those whom that is about. */
    boolean isUndone(PolicyDocument live, Plan undone, Change change) {
        return Undoing.holds(live, undone, context(change));
    }

    /** Returns in what a plan just made would do something else than was approved earlier. */
    public Set<Plan.Aspect> differences(Plan approved, Plan now) {
        return approved.differences(now, clock.instant());
    }

    private Set<Owned> owned(Change change, Optional<PolicyDocument> live) {
        Instant now = clock.instant();
        return ledger.transact(transaction -> Stream.concat(
                        transaction.grants().standing(change.target().holder()).stream()
                                .filter(grant -> grant.target().equals(change.target()))
                                .filter(grant -> !change.grant().equals(Optional.of(grant.id())))
                                .filter(grant -> live.filter(policy -> isTakenOut(transaction, grant, change, policy))
                                        .isEmpty()),
                        Concerned.givenBack(transaction, change, now).stream())
                .map(Grant::owned)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether others took it out of the statement with its end: then it doesn't stand in the one without an end either. */
    private boolean isTakenOut(LedgerTransaction transaction, Grant grant, Change change, PolicyDocument live) {
        Edit edit = change.edit();
        return edit instanceof Edit.End end
                && end.access().equals(grant.access())
                && end.principal().equals(grant.principal())
                && grant.until().isPresent()
                && !standsWithEnd(grant, live)
                && transaction
                        .requests()
                        .find(grant.id().request())
                        .filter(request -> request.change().end().equals(grant.until()))
                        .filter(request ->
                                standsWithEnd(grant, request.revision().plan().proposed()))
                        .isPresent();
    }

    // What an endless grant would keep isn't planned to be taken out, so what is has a statement with its end.
    private boolean standsWithEnd(Grant grant, PolicyDocument policy) {
        var end = new Edit.End(grant.principal(), grant.access(), grant.until());
        var endless = new Owned(grant.principal(), grant.access(), Optional.empty());
        return Planner.plan(policy, end, context(grant.target(), Set.of(endless))) instanceof Plan;
    }

    private static Map<AccountId, String> names(Map<String, AccountId> accounts) {
        var names = new HashMap<AccountId, String>();
        accounts.forEach((name, account) -> names.putIfAbsent(account, name));
        return Map.copyOf(names);
    }
}

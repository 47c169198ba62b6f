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
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Hindrance;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planned;
import dev.ecrbot.policy.plan.Planner;
import dev.ecrbot.policy.plan.TakesAway;
import dev.ecrbot.policy.plan.Undoing;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.UndoProblems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
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

    // Whatever others write after the policy was read is lost, so it is read anew once the registry's own kept it
    // waiting for longer.
    private static final Duration LATE = Duration.ofMillis(100);

    private final Ledger ledger;
    private final Policies policies;
    private final RegistryDenials denials;
    private final AccessCatalogue accesses;
    private final Map<AccountId, String> accountNames;
    private final Organizations organizations;
    private final boolean expiryInPolicy;
    private final Executor beside;
    private final Clock clock;

    /** @param beside has a thread for each reading at once */
    Planning(
            Ledger ledger, Policies policies, RegistryDenials denials, BotConfig config, Executor beside, Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.denials = denials;
        this.accesses = config.accesses();
        this.accountNames = names(config.accounts());
        this.organizations = config.knownOrganizations();
        this.expiryInPolicy = config.policy().expiryInPolicy();
        this.beside = beside;
        this.clock = clock;
    }

    /**
     * Reads the live policy, and beside it what the registry's own has to do with the change, and plans on them.
     *
     * @throws ProblemException if one of them can't be read for now, or nothing can be planned there
     */
    public Draft draft(Change change) {
        checkScope(change);
        var registrys = Ahead.begin(() -> beside(change), beside);
        // The mark comes first: a write between the two is in the policy then, and following it again does no harm.
        long mark = ledger.transact(
                transaction -> transaction.writes().last(change.target().holder()));
        PolicyDocument live = policies.read(change.target().holder());
        Instant read = clock.instant();
        Optional<RegistryRest> rest = registrys.get();
        if (read.plus(LATE).isBefore(clock.instant())) {
            live = policies.read(change.target().holder());
        }
        return new Draft(live, mark, plan(live, change, rest));
    }

    private Planned plan(PolicyDocument live, Change change, Optional<RegistryRest> beside) {
        if (change.edit().gives()) {
            PolicyDocument denied = beside.map(RegistryRest::denials).orElseGet(PolicyDocument::empty);
            Planned planned = plan(live, change, denied);
            return beside.map(rest -> rest.given(planned)).orElse(planned);
        }
        Planned planned = plan(live, change);
        return beside.map(rest -> rest.taken(planned, change, context(change))).orElse(planned);
    }

    /** Plans as if the registry's own policy denied nothing: whether something stands in this one doesn't depend on it. */
    Planned plan(PolicyDocument live, Change change) {
        return plan(live, change, PolicyDocument.empty());
    }

    private Planned plan(PolicyDocument live, Change change, PolicyDocument denied) {
        PlanContext context = context(change.target(), owned(change, Optional.of(live)), denied);
        Planned planned = Planner.plan(live, change.edit(), context);
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

    /** @param denied by the registry's own policy */
    Optional<Hindrance> hindrance(PolicyDocument live, Edit.Grant given, Target target, PolicyDocument denied) {
        return Hindrance.of(live, given, context(target, Set.of(), denied));
    }

    private PlanContext context(Change change) {
        return context(change.target(), owned(change, Optional.empty()));
    }

    private PlanContext context(Target target, Set<Owned> owned) {
        return context(target, owned, PolicyDocument.empty());
    }

    private PlanContext context(Target target, Set<Owned> owned, PolicyDocument denied) {
        return new PlanContext(
                accesses, target, clock.instant(), accountNames, expiryInPolicy, owned, organizations, denied);
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

    private Optional<RegistryRest> beside(Change change) {
        if (change.edit().gives()) {
            return Optional.of(new RegistryRest(denials.read(change.target())));
        }
        return change.edit().visit(new TakesAway()) && change.target() instanceof Repository repository
                ? Optional.of(new RegistryRest(RegistrySide.read(policies, repository)))
                : Optional.empty();
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

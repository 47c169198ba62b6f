package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.holding.EditScope;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.holding.Remaining;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.phrase.PlanWarnings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Works out what an edit makes of a policy, without touching anything: the same values always give the same plan.
 *
 * <p>Others' statements stay as they are unless the edit is about a principal in them, and statements that deny, that
 * except principals, that AWS Lambda wrote or that can't be understood always do. Ids of deleted principals are dropped
 * along the way, from those that deny, too.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html">Repository policies</a>
 */
public final class Planner {
    private static final double NEAR = 0.9;

    private Planner() {}

    /**
     * Plans the edit.
     *
     * @param base the policy as it is; {@link PolicyDocument#empty()} if there is none
     * @throws dev.ecrbot.problem.ProblemException if the plan would do anything that the edit doesn't mean
     */
    public static Planned plan(PolicyDocument base, Edit edit, PlanContext context) {
        Principal principal = edit.principal();
        if (!Principals.parse(principal.type(), principal.text()).equals(principal)) {
            return new Planned.Refused(PlanProblems.notAPrincipal(PrincipalLabels.clean(principal.text())));
        }
        return edit.visit(new EditPlanner(base, EditScope.of(base, context.target()), context));
    }

    /**
     * Returns what the policy of the registry gives to the principal on the context's repository, whatever that one's own
     * policy says.
     */
    public static List<Holding> beside(PolicyDocument registry, Principal principal, PlanContext context) {
        return Remaining.beside(registry, principal, context);
    }

    static boolean isNearLimit(int size) {
        return size > NEAR * PolicyDocument.LIMIT;
    }

    static List<Warning> warnings(
            PolicyDocument base,
            List<Warning> own,
            List<Statement> after,
            PlanContext context,
            List<Warning> errors,
            boolean nearLimit) {
        var warnings = new ArrayList<>(own);
        warnings.addAll(errors);
        warnings.addAll(Orphans.warnings(after, context.home()));
        base.statements().stream().filter(Statement::opaque).forEach(statement -> warnings.add(opaque(statement)));
        if (nearLimit) {
            warnings.add(new Warning(Kind.NEAR_SIZE_LIMIT, PlanWarnings.nearLimit()));
        }
        return warnings.stream()
                .distinct()
                .sorted(Comparator.comparing(Warning::kind).thenComparing(Warning::text))
                .toList();
    }

    private static Warning opaque(Statement statement) {
        return new Warning(
                Kind.OPAQUE_STATEMENT, PlanWarnings.opaque(statement.sid().map(PrincipalLabels::clean)));
    }

    static Planned tooLarge(int size, PolicyDocument base, PlanContext context) {
        return new Planned.Refused(PlanProblems.tooLarge(
                context.target().holder(), size, PolicyDocument.LIMIT, ofAccounts(base, context)));
    }

    /** What would say the same in fewer words depends on what fills the policy. */
    private static boolean ofAccounts(PolicyDocument base, PlanContext context) {
        List<Principal> named = base.statements().stream()
                .flatMap(statement -> statement.holders(context.home()).stream())
                .distinct()
                .toList();
        long accounts =
                named.stream().filter(Principal.Account.class::isInstance).count();
        return accounts * 2 > named.size();
    }
}

package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.Entry;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.holding.Remaining;
import dev.ecrbot.problem.RevocationProblems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for a revocation that finds nothing to take away: why not, and where what the principal has comes from. */
record NothingToRevoke(PolicyDocument base, Edit.Revoke revoke, PlanContext context) {
    private static final int MANY = 6;

    Outcome outcome() {
        String name = context.names().of(revoke.principal());
        String what = revoke.access().map(Access::word).orElse("access");
        boolean reserved = base.statements().stream()
                .anyMatch(statement -> Reserved.is(statement) && statement.names(revoke.principal(), context.home()));
        if (reserved) {
            return Outcome.refused(
                    RevocationProblems.onlyInLambdasStatement(PrincipalLabels.capital(name), Reserved.SID));
        }
        List<Principal> narrower = narrower();
        if (!narrower.isEmpty()) {
            return Outcome.refused(RevocationProblems.onlyNarrowerOnes(
                    PrincipalLabels.capital(name),
                    what,
                    context.target(),
                    narrower.stream().map(context.names()::of).toList(),
                    narrower.stream().map(Principal::text).toList()));
        }
        return noneOfItsOwn(name, what);
    }

    private Outcome noneOfItsOwn(String name, String what) {
        List<Holding> remaining = Remaining.of(base, revoke.principal(), context);
        String through =
                remaining.stream().map(this::through).distinct().limit(MANY).collect(Collectors.joining("; "));
        return Outcome.refused(RevocationProblems.nothingOfItsOwn(
                PrincipalLabels.capital(name),
                what,
                context.target(),
                Optional.of(through).filter(some -> !some.isEmpty())));
    }

    private String through(Holding holding) {
        String accesses =
                PrincipalLabels.clean(String.join(", ", AccessWords.of(context.accesses(), holding.actions())));
        return holding.principal().equals(revoke.principal())
                ? RevocationProblems.throughOwnName(accesses)
                : RevocationProblems.through(accesses, context.names().of(holding.principal()));
    }

    /** Returns whom statements are about that name the principal, and say by a condition that not all of it is meant. */
    private List<Principal> narrower() {
        var written = new Entry(revoke.principal().type(), revoke.principal().text());
        return base.statements().stream()
                .filter(statement -> statement.grants() && !Reserved.is(statement))
                .filter(statement ->
                        statement.clause().isPresent() && statement.entries().contains(written))
                .flatMap(statement -> statement.holders(context.home()).stream())
                .distinct()
                .limit(MANY)
                .toList();
    }
}

package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What somebody may want of a policy. */
final class AnyEdit {
    private AnyEdit() {}

    static Arbitrary<Edit.Grant> grants() {
        return Combinators.combine(
                        Arbitraries.of(PlannerProperties.PRINCIPALS),
                        Arbitraries.of(StandardAccess.values()),
                        Arbitraries.of(Plans.WEEK, Plans.MONTH, Plans.FOREVER))
                .as((principal, access, until) -> new Edit.Grant(
                        principal,
                        principal instanceof Principal.LambdaFunctions ? StandardAccess.PULL : access,
                        until));
    }

    static Arbitrary<Edit.Revoke> revocations() {
        Arbitrary<Principal> anybody = Arbitraries.oneOf(
                Arbitraries.of(PlannerProperties.PRINCIPALS),
                Arbitraries.of(
                        new Principal.Everyone(),
                        new Principal.Orphan("AROACKCEVSQ6C2EXAMPLE"),
                        new Principal.Service("lambda.amazonaws.com"),
                        Principals.parse("AWS", "arn:aws:iam::222222222222:role/ci-*")));
        return Combinators.combine(
                        anybody, Arbitraries.of(StandardAccess.values()).optional())
                .as(Edit.Revoke::new);
    }

    static Arbitrary<Edit.Extend> extensions() {
        return grants().filter(grant -> !grant.until().equals(Plans.WEEK))
                .map(grant ->
                        new Edit.Extend(grant.principal(), grant.access(), Plans.WEEK.orElseThrow(), grant.until()));
    }

    static Arbitrary<TakeOver> takeOvers() {
        return grants().map(Plans::takeOver);
    }

    static Arbitrary<Edit> grantsAndRevocations() {
        return Arbitraries.oneOf(revocations(), grants());
    }

    static Arbitrary<Edit> any() {
        return Arbitraries.oneOf(revocations(), grants(), grants().map(Plans::end), extensions(), takeOvers());
    }
}

package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Wildcards;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.World.Request;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy, the grants that are recorded on it, and the world that it is for. */
record Scene(World world, PolicyDocument policy, PlanContext context) {

    Planned planned(Edit edit) {
        return Planner.plan(policy, edit, context);
    }

    Scene with(PolicyDocument other) {
        return new Scene(world, other, context);
    }

    Scene recorded(Set<Owned> owned) {
        return new Scene(
                world,
                policy,
                new PlanContext(
                        StandardAccess.CATALOGUE,
                        context.target(),
                        context.now(),
                        context.accountNames(),
                        context.expiryInPolicy(),
                        owned));
    }

    /** Returns what comes of a grant that is recorded if it changes anything. */
    Scene granted(Edit.Grant grant) {
        if (!(planned(grant) instanceof Plan plan)) {
            return this;
        }
        var owned = new HashSet<>(context.owned());
        owned.add(Plans.owned(grant));
        return with(plan.proposed()).recorded(owned);
    }

    /** Returns what comes of the end of a recorded grant. */
    Scene ended(Owned grant) {
        var owned = new HashSet<>(context.owned());
        owned.remove(grant);
        Scene left = recorded(owned);
        var end = new Edit.End(grant.principal(), grant.access(), grant.until());
        return left.planned(end) instanceof Plan plan ? left.with(plan.proposed()) : left;
    }

    /** Returns what is let through now and later, if nothing happens but that recorded grants end in time. */
    BitSet course() {
        var course = new BitSet();
        for (Instant moment : World.moments()) {
            Scene then = this;
            for (Owned grant : context.owned()) {
                if (grant.until().filter(end -> !end.isAfter(moment)).isPresent()) {
                    then = then.ended(grant);
                }
            }
            BitSet now = world.at(moment);
            now.and(then.meaning());
            course.or(now);
        }
        return course;
    }

    BitSet meaning() {
        return world.meaning(policy);
    }

    /** Returns the requests to the target's repositories by those whom the edit is about. */
    BitSet concerned(Edit edit) {
        Set<String> there = there();
        return world.all(caller -> caller.isMeantBy(edit.principal()), request -> there.contains(request.repository()));
    }

    /** Returns those of them that the principal makes under its own name. */
    BitSet own(Edit edit) {
        Set<String> there = there();
        return world.all(caller -> caller.isItself(edit.principal()), request -> there.contains(request.repository()));
    }

    /** Returns the requests that the grant is to let through. */
    BitSet promised(Edit.Grant grant) {
        BitSet promised = permitted(grant);
        World.moments().stream()
                .filter(moment ->
                        grant.until().filter(end -> !moment.isBefore(end)).isPresent())
                .forEach(moment -> promised.andNot(world.at(moment)));
        return promised;
    }

    /** Returns the requests that the grant may let through: until it is ended, where its end isn't in the policy. */
    BitSet permitted(Edit.Grant grant) {
        Set<String> there = there();
        return world.all(
                caller -> caller.isMeantBy(grant.principal()),
                request -> there.contains(request.repository())
                        && grant.access().actions().contains(request.action())
                        && (!context.expiryInPolicy() || isBefore(request, grant.until())));
    }

    static boolean isBefore(Request request, Optional<Instant> end) {
        return end.filter(until -> !request.moment().isBefore(until)).isEmpty();
    }

    private Set<String> there() {
        return Documents.REPOSITORIES.stream()
                .map(name -> Documents.ARN + name)
                .filter(arn ->
                        !(context.target() instanceof MatchingRepositories some) || Wildcards.contain(some.arn(), arn))
                .collect(Collectors.toSet());
    }

    /** Returns the requests that are answered otherwise once the plan is carried out. */
    List<World.Request> differing(Plan plan) {
        return world.differing(meaning(), with(plan.proposed()).meaning());
    }

    /** Two policies mean the same, and what nobody understands of them is as it was. */
    void assertSame(PolicyDocument one, PolicyDocument other) {
        assertThat(world.differing(world.meaning(one), world.meaning(other))).isEmpty();
        assertThat(unknown(other)).isEqualTo(unknown(one));
    }

    private static List<String> unknown(PolicyDocument policy) {
        return policy.statements().stream()
                .filter(Statement::opaque)
                .map(Statement::toString)
                .toList();
    }
}

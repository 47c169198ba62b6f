package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Sampled;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Effects;
import dev.ecrbot.policy.evaluation.Comparison.Side;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExtendProperties {
    /** A policy with a grant that can be extended, and others of the bot's. */
    private record Given(PolicyDocument document, PlanContext context) {}

    @Property(tries = 1000)
    @Sampled(60)
    void endingWhatWasExtendedBringsTheBaseBack(
            @ForAll("documents") PolicyDocument base,
            @ForAll("extensions") Edit.Extend extend,
            @ForAll("contexts") PlanContext context) {
        boolean foundThere = new Granting(base, extend.grant(), context).stands();
        given(base, extend, context, Set.of())
                .filter(given -> !given.document().sameAs(base) && !foundThere)
                .ifPresent(given -> {
                    Plan extended = Plans.plan(given.document(), extend, context);
                    Plan ended = Plans.plan(extended.proposed(), Plans.end(extend.grant()), context);
                    assertThat(PlannerProperties.namingSomebody(ended.proposed())
                                    .sameAs(PlannerProperties.namingSomebody(base)))
                            .isTrue();
                });
    }

    @Property(tries = 1000)
    @Sampled(60)
    void extendingMeansEndingAndGranting(
            @ForAll("documents") PolicyDocument base,
            @ForAll("extensions") Edit.Extend extend,
            @ForAll("contexts") PlanContext context,
            @ForAll("others") Set<Owned> others) {
        given(base, extend, context, others).ifPresent(given -> {
            Plan plan = Plans.plan(given.document(), extend, given.context());
            PolicyDocument ended = proposed(given.document(), extend.end(), given.context());
            Planned anew = Planner.plan(ended, extend.grant(), given.context());
            Side once = DatedStatements.side(plan.proposed(), recorded(given, extend), context);
            Side twice = anew instanceof Plan granted
                    ? DatedStatements.side(granted.proposed(), recorded(given, extend), context)
                    : DatedStatements.side(ended, given.context().owned(), context);
            assertThat(Effects.between(once, twice, context.setting())).isEmpty();
            assertThat(Effects.between(twice, once, context.setting())).isEmpty();
        });
    }

    @Property(tries = 1000)
    @Sampled(60)
    void extendingTakesNothingFromAnybodyAndGivesToNobodyElse(
            @ForAll("documents") PolicyDocument base,
            @ForAll("extensions") Edit.Extend extend,
            @ForAll("contexts") PlanContext context,
            @ForAll("others") Set<Owned> others) {
        given(base, extend, context, others).ifPresent(given -> {
            Plan plan = Plans.plan(given.document(), extend, given.context());
            assertThat(plan.effects())
                    .allMatch(effect -> Reach.includes(extend.principal(), effect.principal())
                            && effect.loses().isEmpty()
                            && !effect.until()
                                    .orElse(Instant.MAX)
                                    .isAfter(extend.until().orElse(Instant.MAX)));
            assertThat(plan.touchedForeign()).isEmpty();
            assertThat(foreign(plan.proposed())).isEqualTo(foreign(base));
            assertThat(plan.diff().isEmpty()).isEqualTo(plan.proposed().sameAs(plan.base()));
        });
    }

    @Property(tries = 1000)
    @Sampled(60)
    void extendingTwiceIsExtendingOnce(
            @ForAll("documents") PolicyDocument base,
            @ForAll("extensions") Edit.Extend extend,
            @ForAll("contexts") PlanContext context,
            @ForAll("others") Set<Owned> others) {
        given(base, extend, context, others).ifPresent(given -> {
            Plan plan = Plans.plan(given.document(), extend, given.context());
            Planned again = Planner.plan(plan.proposed(), extend, given.context());
            boolean same = again instanceof Plan other && other.proposed().sameAs(plan.proposed());
            assertThat(same || again instanceof Planned.NothingToChange).isTrue();
        });
    }

    @Provide
    Arbitrary<PolicyDocument> documents() {
        return Documents.withoutOrphans();
    }

    @Provide
    Arbitrary<Edit.Extend> extensions() {
        return Combinators.combine(
                        Arbitraries.of(Plans.role("ci"), Plans.role("other"), Plans.account(Plans.SALES)),
                        Arbitraries.of(StandardAccess.values()),
                        Arbitraries.of(Plans.MONTH, Plans.FOREVER))
                .as((principal, access, until) -> new Edit.Extend(principal, access, Plans.WEEK.orElseThrow(), until));
    }

    @Provide
    Arbitrary<Set<Owned>> others() {
        return Combinators.combine(
                        Arbitraries.of(Plans.role("ci"), Plans.role("other")),
                        Arbitraries.of(StandardAccess.values()),
                        Arbitraries.of(Plans.WEEK, Plans.MONTH, Plans.FOREVER))
                .as(Owned::new)
                .set()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<PlanContext> contexts() {
        return Arbitraries.of(Plans.context(), Plans.withoutExpiry());
    }

    // What was held already is neither given nor recorded.
    private static Optional<Given> given(
            PolicyDocument base, Edit.Extend extend, PlanContext context, Set<Owned> others) {
        var given = new Given(base, context);
        for (Owned other : others) {
            var grant = new Edit.Grant(other.principal(), other.access(), other.until());
            if (Planner.plan(given.document(), grant, given.context()) instanceof Plan plan) {
                var owned = new HashSet<>(given.context().owned());
                owned.add(other);
                given = new Given(plan.proposed(), with(context, owned));
            }
        }
        Edit.End end = extend.end();
        var grant = new Edit.Grant(end.principal(), end.access(), end.until());
        return Planner.plan(given.document(), grant, given.context()) instanceof Plan plan
                ? Optional.of(new Given(plan.proposed(), given.context()))
                : Optional.empty();
    }

    private static Set<Owned> recorded(Given given, Edit.Extend extend) {
        var owned = new HashSet<>(given.context().owned());
        owned.add(Plans.owned(extend.grant()));
        return owned;
    }

    private static PolicyDocument proposed(PolicyDocument base, Edit edit, PlanContext context) {
        return Planner.plan(base, edit, context) instanceof Plan plan ? plan.proposed() : base;
    }

    private static PlanContext with(PlanContext context, Set<Owned> owned) {
        return new PlanContext(
                StandardAccess.CATALOGUE,
                context.target(),
                context.now(),
                context.accountNames(),
                context.expiryInPolicy(),
                owned);
    }

    private static List<String> foreign(PolicyDocument document) {
        return document.statements().stream()
                .filter(statement -> BotStatement.of(statement).isEmpty())
                .map(Statement::toString)
                .toList();
    }
}

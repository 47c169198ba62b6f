package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.Sampled;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.diff.Effects;
import dev.ecrbot.policy.evaluation.Comparison.Side;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class PlannerProperties {
    private static final Partition HOME = Partition.AWS;

    /** Whom the bot may grant something, of every kind. */
    static final List<Principal> PRINCIPALS = List.of(
            Plans.role("ci"),
            Plans.role("other"),
            new Principal.Role(HOME, Plans.SALES, "/team/", "ci"),
            Plans.account(Plans.SALES),
            Plans.account(Plans.FINANCE),
            new Principal.Session(HOME, Plans.SALES, "ci", "one"),
            Plans.organization(Plans.ACME),
            Plans.organization("o-xyz123def4"),
            Plans.organization(Plans.BUILD),
            Plans.organization(Plans.BUILD + "/ou-ab12-22222222"),
            Plans.functions(Plans.SALES, "*"),
            Plans.functions(Plans.SALES, "ci-*"),
            Plans.functions(Plans.FINANCE, "*"));

    @Provide
    Arbitrary<PolicyDocument> documents() {
        return Documents.any();
    }

    @Provide
    Arbitrary<PolicyDocument> livingDocuments() {
        return Documents.withoutOrphans();
    }

    @Provide
    Arbitrary<Principal> principals() {
        return Arbitraries.of(PRINCIPALS);
    }

    @Provide
    Arbitrary<Edit.Grant> grants() {
        return Combinators.combine(
                        principals(),
                        Arbitraries.of(StandardAccess.values()),
                        Arbitraries.of(Plans.WEEK, Plans.MONTH, Plans.FOREVER))
                .as(Edit.Grant::new);
    }

    @Provide
    Arbitrary<PlanContext> contexts() {
        return Arbitraries.of(Plans.context(), Plans.withoutExpiry());
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<Principal> anybody = Arbitraries.oneOf(
                principals(),
                Arbitraries.of(
                        new Principal.Everyone(),
                        new Principal.Orphan("AROACKCEVSQ6C2EXAMPLE"),
                        new Principal.Service("lambda.amazonaws.com"),
                        Principals.parse("AWS", "arn:aws:iam::222222222222:role/ci-*")));
        Arbitrary<Edit> revokes = Combinators.combine(
                        anybody, Arbitraries.of(StandardAccess.values()).optional())
                .as(Edit.Revoke::new);
        Arbitrary<Edit> extensions = grants().filter(grant -> grant.until().equals(Plans.WEEK))
                .map(grant -> Plans.extend(grant, Plans.MONTH));
        return Arbitraries.oneOf(
                revokes, grants(), grants().map(Plans::end), extensions, grants().map(Plans::takeOver));
    }

    @Property(tries = 1000)
    @Sampled(80)
    void grantsLeaveForeignStatementsAsTheyAre(
            @ForAll("livingDocuments") PolicyDocument base,
            @ForAll("grants") Edit.Grant grant,
            @ForAll("contexts") PlanContext context) {
        if (Planner.plan(base, grant, context) instanceof Plan plan) {
            assertThat(foreign(plan.proposed())).isEqualTo(foreign(base));
            assertThat(plan.touchedForeign()).isEmpty();
            assertThat(plan.proposed().sameRest(base)).isTrue();
        }
    }

    @Property(tries = 1000)
    @Sampled(80)
    void theEndOfAGrantBringsTheBaseBack(
            @ForAll("livingDocuments") PolicyDocument base,
            @ForAll("grants") Edit.Grant grant,
            @ForAll("contexts") PlanContext context) {
        if (Planner.plan(base, grant, context) instanceof Plan plan
                && !plan.proposed().sameAs(base)) {
            Plan ending = Plans.plan(plan.proposed(), Plans.end(grant), context);
            assertThat(namingSomebody(ending.proposed()).sameAs(namingSomebody(base)))
                    .isTrue();
            assertThat(Effects.between(
                            DatedStatements.side(base, Set.of(), context),
                            DatedStatements.side(ending.proposed(), Set.of(), context),
                            context.setting()))
                    .isEmpty();
        }
    }

    @Property(tries = 1000)
    @Sampled(80)
    void aGrantMadeTwiceIsMadeOnce(
            @ForAll("documents") PolicyDocument base,
            @ForAll("grants") Edit.Grant grant,
            @ForAll("contexts") PlanContext context) {
        if (Planner.plan(base, grant, context) instanceof Plan plan) {
            assertThat(Planner.plan(plan.proposed(), grant, context)).isInstanceOf(Planned.NothingToChange.class);
            assertThat(Planner.plan(plan.proposed(), grant, recorded(context, Set.of(Plans.owned(grant)))))
                    .isInstanceOf(Planned.NothingToChange.class);
        }
    }

    @Property(tries = 1000)
    @Sampled(60)
    void twoGrantsMayComeInAnyOrder(
            @ForAll("documents") PolicyDocument base,
            @ForAll("grants") Edit.Grant one,
            @ForAll("grants") Edit.Grant other,
            @ForAll("contexts") PlanContext context) {
        Side oneFirst = new Ledger(base, context).with(one).with(other).side();
        Side otherFirst = new Ledger(base, context).with(other).with(one).side();
        assertThat(Effects.between(oneFirst, otherFirst, context.setting())).isEmpty();
    }

    @Property(tries = 500)
    @Sampled(48)
    void manyGrantsEndInAnyOrderAndBringTheBaseBack(
            @ForAll("livingDocuments") PolicyDocument base,
            @ForAll @Size(min = 1, max = 5) List<Edit.@From("grants") Grant> grants,
            @ForAll("contexts") PlanContext context,
            @ForAll Random random) {
        var ledger = new Ledger(base, context);
        grants.forEach(ledger::with);
        var standing = new ArrayList<>(ledger.owned);
        Collections.shuffle(standing, random);
        standing.forEach(ledger::without);
        assertThat(namingSomebody(ledger.document).sameAs(namingSomebody(base))).isTrue();
    }

    /** A policy and the grants on it, one after another. */
    private static final class Ledger {
        private final PlanContext context;
        private final Set<Owned> owned = new LinkedHashSet<>();
        private PolicyDocument document;

        Ledger(PolicyDocument base, PlanContext context) {
            this.document = base;
            this.context = context;
        }

        Ledger with(Edit.Grant grant) {
            if (Planner.plan(document, grant, now()) instanceof Plan plan) {
                document = plan.proposed();
                owned.add(Plans.owned(grant));
            }
            return this;
        }

        void without(Owned grant) {
            owned.remove(grant);
            var end = new Edit.End(grant.principal(), grant.access(), grant.until());
            if (Planner.plan(document, end, now()) instanceof Plan plan) {
                document = plan.proposed();
            }
        }

        Side side() {
            return DatedStatements.side(document, owned, context);
        }

        private PlanContext now() {
            return new PlanContext(
                    StandardAccess.CATALOGUE,
                    context.target(),
                    context.now(),
                    context.accountNames(),
                    context.expiryInPolicy(),
                    owned);
        }
    }

    @Property(tries = 2000)
    @Sampled(140)
    void whatEffectsSayIsAllThatHappens(
            @ForAll("documents") PolicyDocument base,
            @ForAll("edits") Edit edit,
            @ForAll("contexts") PlanContext context) {
        if (Planner.plan(base, edit, context) instanceof Plan plan) {
            assertThat(plan.effects())
                    .allMatch(effect -> edit.principal().parts().stream()
                            .anyMatch(part -> Reach.includes(part, effect.principal())));
            assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
            assertThat(reparsed(plan)).isEqualTo(plan);
            assertThat(plan.sameMeaning(plan, Plans.NOW)).isTrue();
            assertThat(plan.diff().isEmpty()).isEqualTo(plan.proposed().sameAs(plan.base()));
            assertThat(plan.proposed().statements())
                    .containsAll(Orphans.dropped(base.statements(), context.home()).stream()
                            .filter(statement -> !statement.grants())
                            .toList());
        }
    }

    @Property(tries = 1000)
    void whatIsRevokedIsGone(@ForAll("documents") PolicyDocument base, @ForAll("edits") Edit edit) {
        if (edit instanceof Edit.Revoke revoke && Planner.plan(base, edit, Plans.context()) instanceof Plan plan) {
            Set<String> gone = revoke.access().map(Access::actions).orElse(Set.of("ecr:SetRepositoryPolicy"));
            assertThat(plan.proposed().statements())
                    .filteredOn(statement -> statement.grants() && !Reserved.is(statement))
                    .filteredOn(statement -> statement.names(edit.principal(), HOME))
                    .noneMatch(statement -> gone.stream().anyMatch(statement::covers));
            assertThat(Planner.plan(plan.proposed(), edit, Plans.context())).isInstanceOf(Planned.Refused.class);
        }
    }

    private static Plan reparsed(Plan plan) {
        try {
            return Plan.fromJson(new ObjectMapper().readTree(plan.toJson().toString()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A statement of the bot's form that names nobody goes with the last one who was put into it. */
    static PolicyDocument namingSomebody(PolicyDocument document) {
        return document.with(document.statements().stream()
                .filter(statement ->
                        statement.opaque() || !statement.principals(HOME).isEmpty())
                .toList());
    }

    private static PlanContext recorded(PlanContext context, Set<Owned> owned) {
        return new PlanContext(
                StandardAccess.CATALOGUE,
                context.target(),
                context.now(),
                context.accountNames(),
                context.expiryInPolicy(),
                owned);
    }

    private static List<String> foreign(PolicyDocument document) {
        var texts = new ArrayList<String>();
        document.statements().stream()
                .filter(statement -> BotStatement.of(statement).equals(Optional.empty()))
                .forEach(statement -> texts.add(statement.toString()));
        return texts;
    }
}

package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Sampled;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.World.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
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
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

/**
 * Checks what edits do to policies against brute force: whoever asks for whatever, wherever and whenever. Nothing here looks at
 * how a policy is written, except that statements that nobody understands have to stay as they are.
 */
class MeaningProperties {
    private static final int TRIES = 100;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theEndOfAGrantBringsTheMeaningBack(@ForAll("scenes") Scene scene, @ForAll("grants") Edit.Grant grant) {
        if (scene.planned(grant) instanceof Plan plan && !plan.proposed().sameAs(scene.policy())) {
            Plan ended = Plans.plan(plan.proposed(), Plans.end(grant), scene.context());
            assertSame(scene, plan.base(), ended.proposed());
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Sampled(20)
    void manyGrantsEndInAnyOrderAndBringTheMeaningBack(
            @ForAll("scenes") Scene scene,
            @ForAll @Size(min = 2, max = 5) List<Edit.@From("grants") Grant> grants,
            @ForAll Random random) {
        Scene after = scene;
        for (Edit.Grant grant : grants) {
            after = after.granted(grant);
        }
        var standing = new ArrayList<>(after.context().owned());
        Collections.shuffle(standing, random);
        for (Owned grant : standing) {
            after = after.ended(grant);
        }
        assertSame(scene, scene.policy(), after.policy());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aGrantGivesWhatIsAskedForAndNothingElse(@ForAll("scenes") Scene scene, @ForAll("grants") Edit.Grant grant) {
        Planned planned = scene.planned(grant);
        World world = scene.world();
        if (planned instanceof Plan plan) {
            BitSet before = scene.meaning();
            BitSet after = scene.with(plan.proposed()).meaning();
            assertThat(world.only(before, after)).isEmpty();
            after.andNot(before);
            assertThat(world.only(after, scene.permitted(grant))).isEmpty();
            assertThat(world.only(scene.promised(grant), world.allowances(plan.proposed())))
                    .isEmpty();
        } else if (planned instanceof Planned.NothingToChange) {
            assertThat(world.only(scene.promised(grant), world.allowances(scene.policy())))
                    .isEmpty();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aGrantMadeTwiceIsMadeOnce(@ForAll("scenes") Scene scene, @ForAll("grants") Edit.Grant grant) {
        if (scene.planned(grant) instanceof Plan plan) {
            Scene once = scene.with(plan.proposed());
            for (Scene again : List.of(once, once.recorded(Set.of(Plans.owned(grant))))) {
                PolicyDocument twice = again.planned(grant) instanceof Plan other ? other.proposed() : again.policy();
                assertSame(scene, once.policy(), twice);
            }
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Sampled(20)
    void twoGrantsMayComeInAnyOrder(
            @ForAll("scenes") Scene scene, @ForAll("grants") Edit.Grant one, @ForAll("grants") Edit.Grant other) {
        assertThat(scene.world()
                        .differing(
                                scene.granted(one).granted(other).course(),
                                scene.granted(other).granted(one).course()))
                .isEmpty();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whateverAnEditChangesIsNamed(@ForAll("datedScenes") Scene scene, @ForAll("edits") Edit edit) {
        if (scene.planned(edit) instanceof Plan plan) {
            assertNamed(scene, plan, recorded(edit));
            BitSet changed = scene.meaning();
            changed.xor(scene.with(plan.proposed()).meaning());
            assertThat(scene.world().only(changed, scene.concerned(edit))).isEmpty();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whateverIsNamedForCertainDiffers(
            @ForAll("datedRepositories") Scene scene, @ForAll("grantsAndRevocations") Edit edit) {
        // Of these the planner says that what they mean isn't known, so that a change may be named that comes to
        // nothing.
        boolean doubtful = scene.policy().statements().stream()
                .anyMatch(statement -> statement.opaque() || statement.exceptsPrincipals());
        if (!doubtful && scene.planned(edit) instanceof Plan plan) {
            List<Request> differing = differing(scene, plan);
            for (Effect effect : plan.effects()) {
                boolean known = Caller.all().stream().anyMatch(caller -> caller.isItself(effect.principal()));
                if (known && effect.conditions().isEmpty()) {
                    assertThat(said(effect))
                            .allMatch(words -> differing.stream()
                                    .anyMatch(request -> isNamed(effect, request) && means(words, request.action())));
                }
            }
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsRevokedIsGoneAndWhatRemainsIsTold(
            @ForAll("scenes") Scene scene, @ForAll("revocations") Edit.Revoke revoke) {
        if (scene.planned(revoke) instanceof Plan plan) {
            BitSet before = scene.meaning();
            BitSet after = scene.with(plan.proposed()).meaning();
            assertThat(scene.world().only(after, before)).isEmpty();
            before.andNot(after);
            assertThat(scene.world().only(before, scene.concerned(revoke))).isEmpty();
            Set<String> actions = revoke.access().map(Access::actions).orElse(World.ACTIONS);
            assertThat(scene.world().only(before, new BitSet()))
                    .allMatch(request -> actions.contains(request.action()));
            after.and(scene.own(revoke));
            assertThat(scene.world().only(after, new BitSet()))
                    .allMatch(request ->
                            plan.remaining().stream().anyMatch(holding -> covers(holding.actions(), request.action())));
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void takingOverConcernsWhomItNamesAndNobodyElse(
            @ForAll("scenes") Scene scene, @ForAll("takeOvers") TakeOver takeOver) {
        if (scene.planned(takeOver) instanceof Plan plan) {
            BitSet before = scene.meaning();
            BitSet after = scene.with(plan.proposed()).meaning();
            BitSet lost = (BitSet) before.clone();
            lost.andNot(after);
            assertThat(scene.world().only(lost, scene.concerned(Plans.revokeAll(takeOver.principal()))))
                    .isEmpty();
            after.andNot(before);
            assertThat(scene.world().only(after, scene.permitted(takeOver.grant())))
                    .isEmpty();
            assertThat(plan.touchedForeign()).isNotEmpty();
            if (scene.context().expiryInPolicy()) {
                assertNamed(scene, plan, Optional.empty());
            }
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anExtensionGivesTheTimeBetweenAndNothingElse(
            @ForAll("datedScenes") Scene scene, @ForAll("extensions") Edit.Extend extend) {
        var grant = new Edit.Grant(extend.principal(), extend.access(), Plans.WEEK);
        if (scene.planned(grant) instanceof Plan granted
                && scene.with(granted.proposed()).planned(extend) instanceof Plan plan) {
            Scene before = scene.with(granted.proposed());
            BitSet changed = before.meaning();
            changed.xor(scene.with(plan.proposed()).meaning());
            BitSet between = scene.permitted(extend.grant());
            between.andNot(scene.permitted(grant));
            assertThat(scene.world().only(changed, between)).isEmpty();
            assertNamed(before, plan, recorded(extend));
            assertThat(scene.world()
                            .only(scene.promised(extend.grant()), scene.world().allowances(plan.proposed())))
                    .isEmpty();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsUndoneMeansWhatItMeantBefore(@ForAll("scenes") Scene scene, @ForAll("edits") Edit edit) {
        if (scene.planned(edit) instanceof Plan done
                && scene.with(done.proposed()).planned(edit.undo(done)) instanceof Plan undone) {
            assertSame(scene, scene.policy(), undone.proposed());
            if (scene.context().expiryInPolicy()) {
                assertNamed(scene.with(undone.base()), undone, recorded(edit));
            }
        }
    }

    private static List<Request> differing(Scene scene, Plan plan) {
        return scene.world()
                .differing(scene.meaning(), scene.with(plan.proposed()).meaning());
    }

    private static void assertSame(Scene scene, PolicyDocument one, PolicyDocument other) {
        assertThat(scene.world()
                        .differing(scene.world().meaning(one), scene.world().meaning(other)))
                .isEmpty();
        assertThat(unknown(other)).isEqualTo(unknown(one));
    }

    private static List<String> unknown(PolicyDocument policy) {
        return policy.statements().stream()
                .filter(Statement::opaque)
                .map(Statement::toString)
                .toList();
    }

    // A grant whose end isn't in the policy has that of its record: what the policy says of later counts for nothing.
    private static Optional<Instant> recorded(Edit edit) {
        if (edit instanceof Edit.Extend extend) {
            return extend.until();
        }
        return edit instanceof Edit.End end ? end.until() : Optional.empty();
    }

    private static void assertNamed(Scene scene, Plan plan, Optional<Instant> end) {
        BitSet before = scene.meaning();
        BitSet after = scene.with(plan.proposed()).meaning();
        World.moments().stream()
                .filter(moment -> end.filter(until -> !moment.isBefore(until)).isPresent())
                .map(scene.world()::at)
                .forEach(later -> {
                    before.andNot(later);
                    after.andNot(later);
                });
        assertThat(scene.world().only(after, before))
                .allMatch(request -> plan.effects().stream()
                        .anyMatch(effect -> effect.loses().isEmpty() && isNamed(effect, request)));
        assertThat(scene.world().only(before, after))
                .allMatch(request -> plan.effects().stream()
                        .anyMatch(effect -> effect.gains().isEmpty() && isNamed(effect, request)));
    }

    private static boolean isNamed(Effect effect, Request request) {
        return request.caller().isMeantBy(effect.principal())
                && effect.from().filter(request.moment()::isBefore).isEmpty()
                && Scene.isBefore(request, effect.until())
                && said(effect).stream().anyMatch(words -> means(words, request.action()));
    }

    private static Set<String> said(Effect effect) {
        return effect.loses().isEmpty() ? effect.gains() : effect.loses();
    }

    /** As {@link #means} for one of several; {@code * except a, b} is one. */
    private static boolean covers(Set<String> said, String action) {
        return said.stream().anyMatch(words -> means(words, action));
    }

    /** Reads {@code a}, {@code ecr:*}, {@code others of ecr:*}, and {@code ecr:* except a, b}. */
    private static boolean means(String said, String action) {
        String[] parts = said.split(" except ", 2);
        boolean excepted = parts.length == 2 && AccessWords.covers(Set.of(parts[1].split(", ")), action);
        return AccessWords.covers(Set.of(parts[0]), action) && !excepted;
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return Arbitraries.oneOf(datedScenes(), scenes(false), registries(false));
    }

    @Provide
    Arbitrary<Scene> datedScenes() {
        return Arbitraries.oneOf(datedRepositories(), registries(true));
    }

    @Provide
    Arbitrary<Scene> datedRepositories() {
        return scenes(true);
    }

    private static Arbitrary<Scene> scenes(boolean expiryInPolicy) {
        PlanContext context = expiryInPolicy ? Plans.context() : Plans.withoutExpiry();
        return Documents.any().map(policy -> new Scene(World.OF_REPOSITORY, policy, context));
    }

    private static Arbitrary<Scene> registries(boolean expiryInPolicy) {
        return Combinators.combine(Documents.ofRegistries(), Arbitraries.of(Documents.PATTERNS))
                .as((policy, pattern) -> new Scene(World.OF_REGISTRY, policy, Documents.on(pattern, expiryInPolicy)));
    }

    @Provide
    Arbitrary<Edit.Grant> grants() {
        return Combinators.combine(
                        Arbitraries.of(PlannerProperties.PRINCIPALS),
                        Arbitraries.of(StandardAccess.values()),
                        Arbitraries.of(Plans.WEEK, Plans.MONTH, Plans.FOREVER))
                .as((principal, access, until) -> new Edit.Grant(
                        principal,
                        principal instanceof Principal.LambdaFunctions ? StandardAccess.PULL : access,
                        until));
    }

    @Provide
    Arbitrary<Edit.Revoke> revocations() {
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

    @Provide
    Arbitrary<Edit.Extend> extensions() {
        return grants().filter(grant -> !grant.until().equals(Plans.WEEK))
                .map(grant ->
                        new Edit.Extend(grant.principal(), grant.access(), Plans.WEEK.orElseThrow(), grant.until()));
    }

    @Provide
    Arbitrary<TakeOver> takeOvers() {
        return grants().map(Plans::takeOver);
    }

    @Provide
    Arbitrary<Edit> grantsAndRevocations() {
        return Arbitraries.oneOf(revocations(), grants());
    }

    @Provide
    Arbitrary<Edit> edits() {
        return Arbitraries.oneOf(revocations(), grants(), grants().map(Plans::end), extensions(), takeOvers());
    }
}

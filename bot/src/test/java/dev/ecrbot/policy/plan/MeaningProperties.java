package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Sampled;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.World.Request;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
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
            scene.assertSame(plan.base(), ended.proposed());
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
        scene.assertSame(scene.policy(), after.policy());
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
                scene.assertSame(once.policy(), twice);
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
            Naming.assertNamed(scene, plan, Naming.recorded(edit));
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
            List<Request> differing = scene.differing(plan);
            for (Effect effect : plan.effects()) {
                boolean known = Caller.all().stream().anyMatch(caller -> caller.isItself(effect.principal()));
                if (known && effect.conditions().isEmpty()) {
                    assertThat(Naming.said(effect))
                            .allMatch(words -> differing.stream()
                                    .anyMatch(request ->
                                            Naming.isNamed(effect, request) && Naming.means(words, request.action())));
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
                    .allMatch(request -> plan.remaining().stream()
                            .anyMatch(holding -> Naming.covers(holding.actions(), request.action())));
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
                Naming.assertNamed(scene, plan, Optional.empty());
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
            Naming.assertNamed(before, plan, Naming.recorded(extend));
            assertThat(scene.world()
                            .only(scene.promised(extend.grant()), scene.world().allowances(plan.proposed())))
                    .isEmpty();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsUndoneMeansWhatItMeantBefore(@ForAll("scenes") Scene scene, @ForAll("edits") Edit edit) {
        if (scene.planned(edit) instanceof Plan done
                && scene.with(done.proposed()).planned(edit.undo(done)) instanceof Plan undone) {
            scene.assertSame(scene.policy(), undone.proposed());
            if (scene.context().expiryInPolicy()) {
                Naming.assertNamed(scene.with(undone.base()), undone, Naming.recorded(edit));
            }
        }
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return AnyScene.any();
    }

    @Provide
    Arbitrary<Scene> datedScenes() {
        return AnyScene.dated();
    }

    @Provide
    Arbitrary<Scene> datedRepositories() {
        return AnyScene.datedRepositories();
    }

    @Provide
    Arbitrary<Edit.Grant> grants() {
        return AnyEdit.grants();
    }

    @Provide
    Arbitrary<Edit.Revoke> revocations() {
        return AnyEdit.revocations();
    }

    @Provide
    Arbitrary<Edit.Extend> extensions() {
        return AnyEdit.extensions();
    }

    @Provide
    Arbitrary<TakeOver> takeOvers() {
        return AnyEdit.takeOvers();
    }

    @Provide
    Arbitrary<Edit> grantsAndRevocations() {
        return AnyEdit.grantsAndRevocations();
    }

    @Provide
    Arbitrary<Edit> edits() {
        return AnyEdit.any();
    }
}

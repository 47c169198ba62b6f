package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.revoke;
import static dev.ecrbot.policy.plan.Plans.revokeAll;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.Sampled;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.Effects;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UndoTest {
    private static final Principal CI = role("ci");
    private static final String MIXED = "{\"Sid\":\"Mixed\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"" + CI.text()
            + "\",\"333333333333\"]},\"Action\":[\"ecr:BatchGetImage\",\"ecr:ListImages\"],\"Note\":[1.0]}";

    private static Plan undo(PolicyDocument live, Edit edit, Plan done) {
        Planned planned = Planner.plan(live, edit.undo(done), context());
        assertThat(planned).isInstanceOf(Plan.class);
        return (Plan) planned;
    }

    private static Code refused(PolicyDocument live, Edit edit, Plan done) {
        Planned planned = Planner.plan(live, edit.undo(done), context());
        assertThat(planned).isInstanceOf(Planned.Refused.class);
        return ((Planned.Refused) planned).problem().code();
    }

    @Test
    void anUndoCannotBeUndone() {
        Edit.Grant grant = grant(CI, StandardAccess.PULL, Optional.empty());
        Plan done = plan(policy(), grant, context());
        Edit.Undo undo = grant.undo(done);
        assertThatThrownBy(() -> undo.undo(done)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGrantThatIsUndoneIsLost() {
        PolicyDocument base = PolicyDocument.parse("{\"Version\":\"2008-10-17\",\"Id\":\"i\",\"Statement\":[]}");
        Plan done = plan(base, grant(CI, StandardAccess.PULL, WEEK), context());
        Plan undone = undo(done.proposed(), grant(CI, StandardAccess.PULL, WEEK), done);
        assertThat(undone.proposed().isEmpty()).isTrue();
        assertThat(undone.effects())
                .containsExactly(new Effect(CI, new TreeSet<>(), new TreeSet<>(StandardAccess.PULL.actions()), WEEK));
    }

    @Test
    void aStatementOfOthersThatWasDividedIsWholeAgainToTheLetter() {
        Plan done = plan(policy(MIXED), revoke(CI, StandardAccess.PULL), context());
        assertThat(done.proposed().statements()).hasSize(2);
        Plan undone = undo(PolicyDocument.parse(done.proposed().pretty()), revoke(CI, StandardAccess.PULL), done);
        assertThat(undone.proposed().statements())
                .extracting(Statement::toString)
                .containsExactly(MIXED);
        assertThat(undone.effects())
                .containsExactly(
                        new Effect(CI, new TreeSet<>(Set.of("ecr:BatchGetImage")), new TreeSet<>(), Optional.empty()));
        assertThat(undone.touchedForeign()).hasSize(2);
    }

    @Test
    void whatSomebodyElseChangedSinceIsNotWiped() {
        Plan done = plan(policy(MIXED), revokeAll(CI), context());
        String deny = "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"444444444444\"},\"Action\":\"ecr:PutImage\"}";
        PolicyDocument changed = policy(done.proposed().statements().get(0).toString(), deny);
        assertThat(Effects.between(done.proposed(), changed, context().setting()))
                .isEmpty();
        assertThat(refused(changed, revokeAll(CI), done)).isEqualTo(Code.POLICY_CHANGED);
        assertThat(refused(PolicyDocument.empty(), revokeAll(CI), done)).isEqualTo(Code.POLICY_CHANGED);
    }

    @Test
    void anErrorIsNotBroughtBack() {
        PolicyDocument open =
                policy("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:*\"}");
        Plan done = plan(open, revokeAll(account(SALES)), context());
        assertThat(refused(done.proposed(), revokeAll(account(SALES)), done)).isEqualTo(Code.POLICY_LINT);
    }

    @Test
    void theIdOfADeletedPrincipalAndWhatHasEndedStayAway() {
        Edit.Grant given = grant(CI, StandardAccess.PULL, WEEK);
        PolicyDocument base = policy(
                MIXED.replace("333333333333", "AROACKCEVSQ6C2EXAMPLE"),
                plan(PolicyDocument.empty(), given, context())
                        .proposed()
                        .statements()
                        .get(0)
                        .toString());
        Plan done = plan(base, revokeAll(CI), context(owned(given)));
        assertThat(done.proposed().isEmpty()).isTrue();
        var late = new PlanContext(
                StandardAccess.CATALOGUE, Plans.REPOSITORY, WEEK.orElseThrow(), Map.of(), true, Set.of());
        assertThat(Planner.plan(done.proposed(), new Edit.Undo(revokeAll(CI), done), late))
                .isInstanceOfSatisfying(
                        Plan.class,
                        undone -> assertThat(undone.proposed().text())
                                .doesNotContain("AROA", "EcrBot")
                                .contains(CI.text()));
        Plan only = plan(policy(base.statements().get(1).toString()), revokeAll(CI), context(owned(given)));
        assertThat(Planner.plan(only.proposed(), new Edit.Undo(revokeAll(CI), only), late))
                .isInstanceOf(Planned.NothingToChange.class);
    }

    @Test
    void onlyTheReverseIsMeant() {
        Effect gained = new Effect(CI, new TreeSet<>(Set.of("ecr:PutImage")), new TreeSet<>(), WEEK);
        Effect lost = new Effect(CI, new TreeSet<>(), new TreeSet<>(Set.of("ecr:PutImage")), Optional.empty());
        var done = new Plan(policy(), policy(), List.of(gained), List.of(), List.of(), List.of(), List.of());
        var undo = new Edit.Undo(grant(CI, StandardAccess.PUSH, WEEK), done);
        IntentCheck.checkReversed(undo, List.of(lost), policy(), policy(), Partition.AWS);
        for (Effect other : List.of(gained, new Effect(role("other"), lost.gains(), lost.loses(), Optional.empty()))) {
            assertThatThrownBy(() -> IntentCheck.checkReversed(undo, List.of(other), policy(), policy(), Partition.AWS))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Property(tries = 1000)
    @Sampled(80)
    void whatIsUndoneMeansWhatItMeantBefore(@ForAll("documents") PolicyDocument base, @ForAll("edits") Edit edit) {
        if (Planner.plan(base, edit, context()) instanceof Plan done
                && Planner.plan(done.proposed(), edit.undo(done), context()) instanceof Plan undone) {
            assertThat(Effects.between(base, undone.proposed(), context().setting()))
                    .isEmpty();
            assertThat(undone.effects())
                    .allMatch(effect -> edit.principal().parts().stream()
                            .anyMatch(part -> Reach.includes(part, effect.principal())));
            assertThat(Plan.fromJson(undone.toJson())).isEqualTo(undone);
        }
    }

    @Provide
    Arbitrary<PolicyDocument> documents() {
        return Documents.any();
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<Principal> principals = Arbitraries.of(CI, role("other"), account(SALES));
        Arbitrary<Edit.Grant> grants = Combinators.combine(
                        principals, Arbitraries.of(StandardAccess.values()), Arbitraries.of(WEEK, FOREVER))
                .as(Edit.Grant::new);
        Arbitrary<Edit> revokes = Combinators.combine(
                        principals, Arbitraries.of(StandardAccess.values()).optional())
                .as(Edit.Revoke::new);
        return Arbitraries.oneOf(grants, revokes, grants.map(Plans::takeOver));
    }
}

package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A grant in place of what others wrote. */
class TakeOverTest {
    private static final Principal CI = role("ci");
    private static final Edit.Grant PULL = new Edit.Grant(CI, StandardAccess.PULL, WEEK);
    private static final String THEIRS =
            "{\"Sid\":\"by hand\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"" + CI.text()
                    + "\",\"333333333333\"]},\"Action\":[\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\","
                    + "\"ecr:BatchCheckLayerAvailability\"]}";

    @Test
    void theirEntryGoesAndOursComesInOneWrite() {
        Plan plan = plan(policy(THEIRS), Plans.takeOver(PULL), context());
        assertThat(plan.proposed().statements()).hasSize(2);
        assertThat(plan.proposed().statements().get(0).toString())
                .contains("by hand", "333333333333")
                .doesNotContain(CI.text());
        assertThat(plan.proposed().statements().get(1).toString()).contains("EcrBotPull", CI.text());
        assertThat(plan.touchedForeign()).hasSize(1);
        assertThat(plan.effects())
                .containsExactly(new Effect(
                        CI,
                        new TreeSet<>(),
                        new TreeSet<>(StandardAccess.PULL.actions()),
                        WEEK,
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void whatTheirStatementGaveBesideGoesToo() {
        String all = THEIRS.replace("\"ecr:BatchGetImage\"", "\"ecr:*\"");
        Plan plan = plan(policy(all), Plans.takeOver(PULL), context());
        assertThat(plan.effects())
                .anySatisfy(effect -> assertThat(effect.loses()).anyMatch(action -> action.contains("ecr:*")));
        assertThat(plan.effects())
                .allSatisfy(effect -> assertThat(effect.principal()).isEqualTo(CI));
    }

    @Test
    void anUndoPutsBackWhatTheyWroteToTheLetter() {
        TakeOver takeOver = Plans.takeOver(PULL);
        Plan done = plan(policy(THEIRS), takeOver, context());
        assertThat(Planner.plan(done.proposed(), takeOver.undo(done), context()))
                .isInstanceOfSatisfying(
                        Plan.class,
                        undone -> assertThat(undone.proposed().statements())
                                .extracting(Statement::toString)
                                .containsExactly(THEIRS));
        assertThat(takeOver.undo(done).givesBack()).isTrue();
    }

    @Test
    void atItsEndNothingIsLeft() {
        Plan done = plan(policy(THEIRS), Plans.takeOver(PULL), context());
        Plan ended = plan(done.proposed(), Plans.end(PULL), context());
        assertThat(ended.proposed().text()).contains("by hand").doesNotContain(CI.text(), "EcrBot");
    }

    @Test
    void whatNobodyElseWroteIsNotTakenOver() {
        assertThat(refused(PolicyDocument.empty(), context())).isEqualTo(Code.NOTHING_TO_REVOKE);
        PolicyDocument ours = plan(PolicyDocument.empty(), PULL, context()).proposed();
        assertThat(Planner.plan(ours, Plans.takeOver(PULL), context(owned(PULL))))
                .isInstanceOf(Planned.NothingToChange.class);
        PolicyDocument wide = policy(THEIRS.replace(CI.text(), "222222222222"));
        assertThat(refused(wide, context())).isEqualTo(Code.NOTHING_TO_REVOKE);
    }

    @Test
    void aWholeAccountsEntryIsTakenOverByItself() {
        var finance = new Edit.Grant(account(Plans.FINANCE), StandardAccess.PULL, WEEK);
        Plan plan = plan(policy(THEIRS), Plans.takeOver(finance), context());
        assertThat(plan.proposed().statements().get(0).toString())
                .contains(CI.text())
                .doesNotContain("333333333333");
        assertThat(plan.effects()).extracting(Effect::principal).containsOnly(account(Plans.FINANCE));
        assertThat(Set.of(plan.warnings().get(0).kind())).doesNotContain(Warning.Kind.HELD_BY_OTHERS);
    }

    private static Code refused(PolicyDocument base, PlanContext context) {
        return ((Planned.Refused) Planner.plan(base, Plans.takeOver(PULL), context))
                .problem()
                .code();
    }
}

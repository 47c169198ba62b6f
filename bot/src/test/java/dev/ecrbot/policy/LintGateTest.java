package dev.ecrbot.policy;

import static dev.ecrbot.policy.Plans.context;
import static dev.ecrbot.policy.Plans.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LintGateTest {
    private static final String PUBLIC =
            "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":" + Plans.PULL_ACTIONS + "}";
    private static final String CI =
            "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:BatchGetImage\"}";

    @Provide
    Arbitrary<PolicyDocument> documents() {
        return Documents.any();
    }

    @Test
    void anErrorThatTheChangeBringsInIsRefused() {
        assertThat(new LintGate(policy(CI), policy(CI, PUBLIC), context()).refusal())
                .map(Problem::code)
                .hasValue(Code.POLICY_LINT);
    }

    @Test
    void anErrorThatWasThereStandsInNobodysWayAndIsTold() {
        Plan grant = Plans.plan(policy(PUBLIC), Plans.grant(Plans.role("ci"), Access.PUSH, Plans.WEEK), context());
        assertThat(grant.warnings()).extracting(Warning::kind).contains(Warning.Kind.LINT_ERROR);
        Plan removal = Plans.plan(policy(PUBLIC, CI), Plans.revokeAll(Plans.account(Plans.SALES)), context());
        assertThat(removal.warnings()).extracting(Warning::kind).containsExactly(Warning.Kind.LINT_ERROR);
    }

    @Test
    void thatAnErrorWasMendedMeanwhileChangesNothingThatWasApproved() {
        Edit edit = Plans.grant(Plans.role("ci"), Access.PUSH, Plans.WEEK);
        Plan approved =
                Plans.plan(policy(CI, PUBLIC.replace(Plans.PULL_ACTIONS, "\"ecr:ListImages\"")), edit, context());
        Plan mended = Plans.plan(policy(CI), edit, context());
        assertThat(approved.sameMeaning(mended, Plans.NOW)).isTrue();
        assertThat(mended.sameMeaning(approved, Plans.NOW)).isFalse();
    }

    @Property(tries = 500)
    void noEditAddsAnError(@ForAll("documents") PolicyDocument base) {
        for (Access access : Access.values()) {
            Edit grant = Plans.grant(Plans.role("ci"), access, Plans.WEEK);
            if (Planner.plan(base, grant, context()) instanceof Plan plan) {
                assertThat(new LintGate(base, plan.proposed(), context()).refusal())
                        .isEmpty();
            }
            if (Planner.plan(base, Plans.revoke(Plans.role("ci"), access), context()) instanceof Plan plan) {
                assertThat(new LintGate(base, plan.proposed(), context()).warnings())
                        .hasSizeLessThanOrEqualTo(
                                new LintGate(base, base, context()).warnings().size() * 2);
            }
        }
    }
}

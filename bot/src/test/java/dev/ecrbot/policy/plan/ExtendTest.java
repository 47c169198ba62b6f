package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.MONTH;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.extend;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.nothing;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.refused;
import static dev.ecrbot.policy.plan.Plans.role;
import static dev.ecrbot.policy.plan.Plans.withoutExpiry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.problem.Code;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtendTest {
    private static final Edit.Grant SHORT = grant(role("ci"), StandardAccess.PULL, WEEK);
    private static final Edit.Grant LONG = grant(role("ci"), StandardAccess.PULL, MONTH);
    private static final Edit.Grant ENDLESS = grant(role("ci"), StandardAccess.PULL, FOREVER);
    private static final Edit.Grant OTHERS_LONG = grant(role("other"), StandardAccess.PULL, MONTH);
    private static final Edit.Extend TO_MONTH = extend(SHORT, MONTH);

    @Test
    void theStatementWithTheOldEndBecomesOneWithTheNew() {
        Plan plan = plan(after(PolicyDocument.empty(), SHORT), TO_MONTH, context());
        assertThat(plan.proposed().sameAs(after(PolicyDocument.empty(), LONG))).isTrue();
        assertThat(plan.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.gains()).containsExactlyInAnyOrderElementsOf(StandardAccess.PULL.actions());
            assertThat(effect.loses()).isEmpty();
            assertThat(effect.until()).isEqualTo(MONTH);
        });
        assertThat(plan.touchedForeign()).isEmpty();
    }

    @Test
    void equalEndsShareAStatement() {
        PolicyDocument both = after(after(PolicyDocument.empty(), SHORT), OTHERS_LONG, owned(SHORT));
        Plan plan = plan(both, TO_MONTH, context(owned(OTHERS_LONG)));
        assertThat(plan.proposed().statements()).singleElement().satisfies(statement -> {
            assertThat(statement.names(role("ci"), Plans.REPOSITORY.region().partition()))
                    .isTrue();
            assertThat(statement.names(role("other"), Plans.REPOSITORY.region().partition()))
                    .isTrue();
        });
    }

    @Test
    void whatAnotherGrantGivesWithTheOldEndStays() {
        PolicyDocument base = after(PolicyDocument.empty(), SHORT);
        Plan plan = plan(base, TO_MONTH, context(owned(SHORT)));
        assertThat(plan.proposed().statements()).hasSize(2).containsAll(base.statements());
    }

    @Test
    void forGoodIsAWarning() {
        Plan plan = plan(after(PolicyDocument.empty(), SHORT), extend(SHORT, FOREVER), context());
        assertThat(plan.proposed().sameAs(after(PolicyDocument.empty(), ENDLESS)))
                .isTrue();
        assertThat(plan.warnings()).extracting(Warning::kind).contains(Warning.Kind.PERMANENT);
    }

    @Test
    void whereEndsArentWrittenOnlyTheRecordsChange() {
        PolicyDocument base =
                plan(PolicyDocument.empty(), SHORT, withoutExpiry()).proposed();
        Plan plan = plan(base, TO_MONTH, withoutExpiry());
        assertThat(plan.proposed().sameAs(base)).isTrue();
        assertThat(plan.diff()).isEmpty();
        assertThat(plan.effects()).extracting(Effect::until).containsExactly(MONTH);
    }

    @Test
    void anEndIsFoundHoweverItWasWritten() {
        PolicyDocument without =
                plan(PolicyDocument.empty(), SHORT, withoutExpiry()).proposed();
        assertThat(plan(without, TO_MONTH, context()).proposed().sameAs(after(PolicyDocument.empty(), LONG)))
                .isTrue();
        PolicyDocument with = after(PolicyDocument.empty(), SHORT);
        assertThat(plan(with, TO_MONTH, withoutExpiry()).proposed().sameAs(after(PolicyDocument.empty(), ENDLESS)))
                .isTrue();
    }

    @Test
    void whatIsMissingIsRefusedAndWhatIsDoneIsDone() {
        assertThat(refused(PolicyDocument.empty(), TO_MONTH, context()).code()).isEqualTo(Code.GRANT_MISSING);
        PolicyDocument others = policy("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + "\"arn:aws:iam::222222222222:role/ci\"},\"Action\":" + Plans.PULL_ACTIONS + "}");
        assertThat(refused(others, TO_MONTH, context()).code()).isEqualTo(Code.GRANT_MISSING);
        assertThat(nothing(after(PolicyDocument.empty(), LONG), TO_MONTH, context()))
                .contains("until 2026-12-22 10:00 UTC");
    }

    @Test
    void itNeverShortens() {
        PolicyDocument base = after(PolicyDocument.empty(), LONG);
        assertThat(refused(base, extend(LONG, WEEK), context()).code()).isEqualTo(Code.EXTENSION_TOO_SHORT);
        assertThat(refused(base, extend(LONG, MONTH), context()).code()).isEqualTo(Code.EXTENSION_TOO_SHORT);
        assertThat(refused(base, extend(LONG, Optional.of(Plans.NOW)), context())
                        .code())
                .isEqualTo(Code.DURATION_MALFORMED);
    }
}

package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.MONTH;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.end;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.nothing;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.role;
import static dev.ecrbot.policy.plan.Plans.withoutExpiry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.DiffLine;
import org.junit.jupiter.api.Test;

class EndTest {
    private static final Edit.Grant SHORT = grant(role("ci"), StandardAccess.PULL, WEEK);
    private static final Edit.Grant LONG = grant(role("ci"), StandardAccess.PULL, MONTH);
    private static final Edit.Grant ENDLESS = grant(role("ci"), StandardAccess.PULL, FOREVER);

    @Test
    void theLastPrincipalTakesTheStatementAndThePolicyAlong() {
        Plan plan = plan(after(PolicyDocument.empty(), SHORT), end(SHORT), context());
        assertThat(plan.proposed().isEmpty()).isTrue();
        assertThat(plan.effects().get(0).loses()).containsExactlyInAnyOrderElementsOf(StandardAccess.PULL.actions());
        assertThat(plan.diff()).isNotEmpty().allMatch(line -> line.sign() == DiffLine.Sign.REMOVED);
    }

    @Test
    void othersStay() {
        PolicyDocument base = after(PolicyDocument.empty(), grant(role("other"), StandardAccess.PULL, WEEK));
        PolicyDocument both = after(base, SHORT);
        assertThat(after(both, end(SHORT)).sameAs(base)).isTrue();
    }

    @Test
    void oneEndLeavesTheOther() {
        PolicyDocument both = after(after(PolicyDocument.empty(), SHORT), LONG, owned(SHORT));
        Plan plan = plan(both, end(SHORT), context(owned(LONG)));
        assertThat(plan.proposed().sameAs(after(PolicyDocument.empty(), LONG))).isTrue();
        assertThat(plan.effects()).isEmpty();
        assertThat(plan.remaining()).hasSize(1);
    }

    @Test
    void whatAnotherGrantStillGivesStays() {
        PolicyDocument base = after(PolicyDocument.empty(), SHORT);
        assertThat(nothing(base, end(SHORT), context(owned(SHORT)))).startsWith("Another grant still gives pull");
        PolicyDocument shared =
                plan(PolicyDocument.empty(), SHORT, withoutExpiry()).proposed();
        nothing(shared, end(SHORT), withoutExpiry(owned(LONG)));
        nothing(shared, end(SHORT), withoutExpiry(owned(ENDLESS)));
        assertThat(plan(shared, end(SHORT), withoutExpiry()).proposed().isEmpty())
                .isTrue();
    }

    @Test
    void anEndIsFoundHoweverItWasWritten() {
        PolicyDocument withEnd = after(PolicyDocument.empty(), SHORT);
        assertThat(plan(withEnd, end(SHORT), withoutExpiry()).proposed().isEmpty())
                .isTrue();
        PolicyDocument without =
                plan(PolicyDocument.empty(), SHORT, withoutExpiry()).proposed();
        assertThat(plan(without, end(SHORT), context()).proposed().isEmpty()).isTrue();
    }

    @Test
    void anEndlessGrantEndsWhereATimedOneIsWrittenWithItsEnd() {
        PolicyDocument both = after(after(PolicyDocument.empty(), SHORT), ENDLESS, owned(SHORT));
        Plan plan = plan(both, end(ENDLESS), context(owned(SHORT)));
        assertThat(plan.proposed().sameAs(after(PolicyDocument.empty(), SHORT))).isTrue();
    }

    @Test
    void whatIsGoneOrWasChangedByOthersStays() {
        nothing(PolicyDocument.empty(), end(SHORT), context());
        PolicyDocument changed = policy("{\"Sid\":\"EcrBotPull\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + "\"arn:aws:iam::222222222222:role/ci\"},\"Action\":\"ecr:*\"}");
        assertThat(nothing(changed, end(ENDLESS), context()))
                .endsWith("Statements that others wrote or changed still name it.");
    }
}

package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.MONTH;
import static dev.ecrbot.policy.plan.Plans.PULL_ACTIONS;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.end;
import static dev.ecrbot.policy.plan.Plans.extend;
import static dev.ecrbot.policy.plan.Plans.functions;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.nothing;
import static dev.ecrbot.policy.plan.Plans.organization;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.refused;
import static dev.ecrbot.policy.plan.Plans.revoke;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCondition;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.ConditionChange;
import dev.ecrbot.policy.holding.Holdings;
import dev.ecrbot.problem.Code;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Grants that hold only under conditions. */
final class ConditionalGrantTest {
    private static final Principal CI = role("ci");
    private static final Principal CD = role("cd");
    private static final Access HOME = under("vpce-1");
    private static final Access AWAY = under("vpce-2");

    private static Access under(String... endpoints) {
        return StandardAccess.PULL.under(new AccessConditions(
                List.of(new AccessCondition("StringEquals", "aws:SourceVpce", List.of(endpoints)))));
    }

    @Test
    void theConditionStandsInTheStatementAndInTheEffect() {
        Plan plan = plan(PolicyDocument.empty(), grant(CI, HOME, WEEK), context());
        assertThat(plan.proposed().text())
                .contains("\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"},"
                        + "\"DateLessThan\":{\"aws:CurrentTime\":\"2026-11-29T10:00:00Z\"}}")
                .containsPattern("\"Sid\":\"EcrBotPullIf[a-p]{8}Until20261129T1000Z\"");
        assertThat(plan.conditional()).isTrue();
        assertThat(plan.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.conditions()).containsExactly("aws:SourceVpce");
            assertThat(effect.terms().map(ConditionChange::after)).contains("if aws:SourceVpce is vpce-1");
            assertThat(effect.until()).isEqualTo(WEEK);
        });
    }

    @Test
    void itIsReadAsItWasWritten() {
        Statement statement = after(PolicyDocument.empty(), grant(CI, HOME, WEEK))
                .statements()
                .get(0);
        assertThat(BotStatement.of(statement)).hasValueSatisfying(form -> {
            assertThat(form.access()).isEqualTo(HOME);
            assertThat(form.end()).isEqualTo(WEEK);
        });
    }

    @Test
    void onlyGrantsUnderTheSameConditionsShareAStatement() {
        Edit.Grant first = grant(CI, HOME, FOREVER);
        PolicyDocument one = after(PolicyDocument.empty(), first);
        PolicyDocument shared = after(one, grant(CD, HOME, FOREVER), owned(first));
        assertThat(shared.statements()).hasSize(1);
        assertThat(after(one, grant(CD, AWAY, FOREVER), owned(first)).statements())
                .hasSize(2);
        assertThat(after(one, grant(CD, StandardAccess.PULL, FOREVER), owned(first))
                        .statements())
                .hasSize(2);
    }

    @Test
    void sameMeaningInOtherLettersIsTheSame() {
        Access shouted = StandardAccess.PULL.under(new AccessConditions(
                List.of(new AccessCondition("StringEquals", "AWS:SOURCEVPCE", List.of("vpce-1")))));
        Edit.Grant first = grant(CI, HOME, FOREVER);
        PolicyDocument one = after(PolicyDocument.empty(), first);
        assertThat(after(one, grant(CD, shouted, FOREVER), owned(first)).statements())
                .hasSize(1);
    }

    @Test
    void whatIsThereUnderTheSameConditionsIsNotGivenAgain() {
        Edit.Grant first = grant(CI, HOME, FOREVER);
        PolicyDocument one = after(PolicyDocument.empty(), first);
        assertThat(nothing(one, first, context(owned(first))))
                .contains("already has pull on payments/api (if aws:SourceVpce is vpce-1), without an end");
    }

    @Test
    void whoeverHasItAnyhowGainsNothing() {
        Edit.Grant open = grant(CI, StandardAccess.PULL, FOREVER);
        PolicyDocument one = after(PolicyDocument.empty(), open);
        assertThat(nothing(one, grant(CI, HOME, FOREVER), context(owned(open))))
                .contains("already has pull on payments/api, without an end")
                .doesNotContain("vpce-1");
    }

    @Test
    void whoeverHasItUnderOneConditionCanGetItUnderAnotherAndWithoutOne() {
        Edit.Grant first = grant(CI, HOME, FOREVER);
        PolicyDocument one = after(PolicyDocument.empty(), first);
        Plan more = plan(one, grant(CI, AWAY, FOREVER), context(owned(first)));
        assertThat(more.proposed().statements()).hasSize(2);
        assertThat(more.effects()).isNotEmpty();
        assertThat(plan(one, grant(CI, StandardAccess.PULL, FOREVER), context(owned(first)))
                        .conditional())
                .isFalse();
    }

    @Test
    void anEndTakesOutItsOwnGrantAlone() {
        Edit.Grant first = grant(CI, HOME, WEEK);
        Edit.Grant second = grant(CI, AWAY, WEEK);
        PolicyDocument both = after(after(PolicyDocument.empty(), first), second, owned(first));
        PolicyDocument left = after(both, end(first), owned(second));
        assertThat(left.text()).contains("vpce-2").doesNotContain("vpce-1");
        assertThat(after(left, end(second)).statements()).isEmpty();
    }

    @Test
    void anExtensionKeepsTheCondition() {
        Edit.Grant first = grant(CI, HOME, WEEK);
        PolicyDocument one = after(PolicyDocument.empty(), first);
        Plan longer = plan(one, extend(first, MONTH), context());
        assertThat(longer.proposed().statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.toString()).contains("vpce-1", "2026-12-22T10:00:00Z"));
        assertThat(longer.conditional()).isTrue();
    }

    @Test
    void aRevocationTakesItAwayWhateverTheConditions() {
        Edit.Grant first = grant(CI, HOME, WEEK);
        Edit.Grant second = grant(CI, AWAY, FOREVER);
        PolicyDocument both = after(after(PolicyDocument.empty(), first), second, owned(first));
        assertThat(after(both, revoke(CI, StandardAccess.PULL), owned(first), owned(second))
                        .statements())
                .isEmpty();
    }

    @Test
    void whatSomebodyElseChangedAboutTheConditionsIsTheirs() {
        Edit.Grant first = grant(CI, HOME, FOREVER);
        String widened = after(PolicyDocument.empty(), first).text().replace("vpce-1", "vpce-9");
        PolicyDocument theirs = PolicyDocument.parse(widened);
        assertThat(BotStatement.of(theirs.statements().get(0))).isEmpty();
        assertThat(nothing(theirs, end(first), context())).contains("doesn't give pull");
        assertThat(Holdings.of(theirs, Set.of(owned(first)))).noneMatch(holding -> holding.ours());
    }

    @Test
    void anOrganizationIsNamedBesideTheCondition() {
        Edit.Grant first = grant(organization(Plans.ACME), HOME, WEEK);
        PolicyDocument one = after(PolicyDocument.empty(), first);
        assertThat(one.text())
                .contains("{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-abc123def4\",\"aws:SourceVpce\":\"vpce-1\"}");
        assertThat(after(one, end(first)).statements()).isEmpty();
        Access twice = StandardAccess.PULL.under(new AccessConditions(
                List.of(new AccessCondition("StringEquals", "aws:PrincipalOrgID", List.of("o-other12345")))));
        assertThat(refused(PolicyDocument.empty(), grant(organization(Plans.ACME), twice, WEEK), context())
                        .code())
                .isEqualTo(Code.PRINCIPAL_MALFORMED);
        assertThat(after(PolicyDocument.empty(), grant(CI, twice, WEEK)).text()).contains("o-other12345");
    }

    @Test
    void lambdaFetchesUnderNoCondition() {
        assertThat(refused(PolicyDocument.empty(), grant(functions(SALES, "*"), HOME, WEEK), context())
                        .what())
                .contains("aws:SourceVpce");
    }

    @Test
    void othersStatementsStayBesideIt() {
        PolicyDocument theirs = policy("{\"Sid\":\"Theirs\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + CD.text()
                + "\"},\"Action\":" + PULL_ACTIONS
                + ",\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}}");
        PolicyDocument both = after(theirs, grant(CI, HOME, FOREVER));
        assertThat(both.statements()).hasSize(2).contains(theirs.statements().get(0));
    }
}

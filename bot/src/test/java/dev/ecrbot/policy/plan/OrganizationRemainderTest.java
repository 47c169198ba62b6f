package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.ACME;
import static dev.ecrbot.policy.plan.Plans.BUILD;
import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.organization;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.refused;
import static dev.ecrbot.policy.plan.Plans.revokeAll;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Warning.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who has access still, or hasn't, through statements about organizations. */
class OrganizationRemainderTest {
    private static final Principal UNIT = organization(BUILD);

    @Test
    void aDenyOfAnybodyIsWarnedOf() {
        String deny = "{\"Effect\":\"Deny\",\"Principal\":%s,\"Action\":\"ecr:*\"%s}";
        Edit.Grant grant = grant(UNIT, StandardAccess.PULL, WEEK);
        assertThat(plan(policy(String.format(deny, "{\"AWS\":\"333333333333\"}", "")), grant, context())
                        .warnings())
                .extracting(Warning::kind)
                .contains(Kind.DENY_PRESENT);
        String other = ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-xyz123def4\"}}";
        assertThat(plan(policy(String.format(deny, "\"*\"", other)), grant, context())
                        .warnings())
                .extracting(Warning::kind)
                .doesNotContain(Kind.DENY_PRESENT);
    }

    @Test
    void whoIsLeftThroughAnOrganizationDependsOnWhereTheirAccountIs() {
        PolicyDocument base = policy(
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:role/ci\"},"
                        + "\"Action\":\"ecr:BatchGetImage\"}",
                foreign("'*'", "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'" + BUILD + "/*'}}")
                        .statements()
                        .get(0)
                        .toString());
        assertThat(left(base, Map.of())).containsExactly("org:" + BUILD + " perhaps");
        assertThat(left(base, Map.of(SALES, path(ACME)))).containsExactly("org:" + BUILD + " perhaps");
        assertThat(left(base, Map.of(SALES, path(BUILD + "/ou-ab12-22222222")))).containsExactly("org:" + BUILD);
        assertThat(left(base, Map.of(SALES, path("o-xyz123def4")))).isEmpty();
        assertThat(left(base, Map.of(SALES, path(ACME + "/r-ab12")))).isEmpty();
    }

    @Test
    void anOrganizationLeavesAStatementThatTellsItByItsPathsBesideAnothersUnit() {
        PolicyDocument base = foreign(
                "'*'",
                "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':['" + BUILD + "/*','o-xyz123def4/*']},"
                        + "'Bool':{'aws:SecureTransport':'true'}}");
        Plan plan = plan(base, revokeAll(organization("o-xyz123def4")), context());
        assertThat(plan.proposed().text()).contains(BUILD).doesNotContain("o-xyz123def4");
        assertThat(plan.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.principal().text()).isEqualTo("org:o-xyz123def4");
            assertThat(effect.loses()).containsExactly("ecr:BatchGetImage");
        });
    }

    /** Whoever is known to be outside is denied for certain, and whoever is known to be within isn't suspected. */
    @Test
    void aDenyForOthersThanAnOrganizationDependsOnNothingThatIsKnown() {
        PolicyDocument base = policy(("{'Sid':'org','Effect':'Deny','Principal':'*','Action':'ecr:*','Condition':"
                        + "{'StringNotEquals':{'aws:PrincipalOrgID':'" + ACME + "'}}}")
                .replace('\'', '"'));
        Edit.Grant pull = grant(role("ci"), StandardAccess.PULL, FOREVER);
        assertThat(Planner.plan(base, pull, known(ACME)))
                .isInstanceOfSatisfying(
                        Plan.class,
                        plan -> assertThat(plan.warnings())
                                .noneMatch(warning -> warning.text().contains("depending on")));
        assertThat(Planner.plan(base, pull, known("o-xyz123def4")))
                .isInstanceOfSatisfying(
                        Planned.Refused.class,
                        refused -> assertThat(refused.problem().what())
                                .contains("the Deny statement “org” of its policy denies all of it"));
    }

    private static PlanContext known(String organization) {
        return new PlanContext(
                StandardAccess.CATALOGUE,
                Plans.REPOSITORY,
                Plans.NOW,
                Map.of(),
                true,
                Set.of(),
                new Organizations(Map.of(new OrganizationId(ACME), "acme"), Map.of(SALES, path(organization))));
    }

    private static List<String> left(PolicyDocument base, Map<dev.ecrbot.ecr.AccountId, OrganizationPath> places) {
        var organizations = new Organizations(Map.of(new OrganizationId(ACME), "acme"), places);
        var context = new PlanContext(
                StandardAccess.CATALOGUE, Plans.REPOSITORY, Plans.NOW, Map.of(), true, Set.of(), organizations);
        return plan(base, revokeAll(role("ci")), context).remaining().stream()
                .map(holding -> holding.principal().text() + (holding.conditional() ? " perhaps" : ""))
                .toList();
    }

    private static OrganizationPath path(String text) {
        return OrganizationPath.parse(text).orElseThrow();
    }

    private static PolicyDocument foreign(String who, String condition) {
        return policy(("{'Sid':'org','Effect':'Allow','Principal':" + who + ",'Action':'ecr:BatchGetImage','Condition':"
                        + condition + "}")
                .replace('\'', '"'));
    }
}

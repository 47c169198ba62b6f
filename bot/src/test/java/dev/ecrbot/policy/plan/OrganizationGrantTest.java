package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.ACME;
import static dev.ecrbot.policy.plan.Plans.BUILD;
import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.PULL_ACTIONS;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.end;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.nothing;
import static dev.ecrbot.policy.plan.Plans.organization;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.refused;
import static dev.ecrbot.policy.plan.Plans.revoke;
import static dev.ecrbot.policy.plan.Plans.revokeAll;
import static dev.ecrbot.policy.plan.Plans.withoutExpiry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.Holdings;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.Code;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationGrantTest {
    private static final Principal WHOLE = organization(ACME);
    private static final Principal UNIT = organization(BUILD);
    private static final TreeSet<String> PULL = new TreeSet<>(StandardAccess.PULL.actions());

    @Test
    void anOrganizationIsEveryoneUnderAConditionThatSaysWho() {
        Edit.Grant grant = grant(WHOLE, StandardAccess.PULL, FOREVER);
        Plan plan = plan(PolicyDocument.empty(), grant, context());
        assertThat(plan.proposed().text())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"EcrBotPullOrganizations\","
                        + "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":" + PULL_ACTIONS
                        + ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-abc123def4\"}}}]}");
        assertThat(plan.effects()).containsExactly(new Effect(WHOLE, PULL, new TreeSet<>(), Optional.empty()));
        assertThat(plan.warnings()).extracting(Warning::kind).containsExactly(Kind.ORGANIZATION, Kind.PERMANENT);
        assertThat(Holdings.of(plan.proposed(), Set.of(owned(grant))))
                .containsExactly(new Holding(
                        WHOLE, PULL, true, false, Optional.empty(), Optional.of("EcrBotPullOrganizations"), 0, true));
    }

    @Test
    void aUnitIsMeantWithAllThatIsBelowIt() {
        assertThat(after(PolicyDocument.empty(), grant(UNIT, StandardAccess.PUSH, WEEK))
                        .text())
                .contains(
                        "\"Sid\":\"EcrBotPushUnitsUntil20261129T1000Z\"",
                        "\"Principal\":{\"AWS\":\"*\"}",
                        "\"Condition\":{\"ForAnyValue:StringLike\":{\"aws:PrincipalOrgPaths\":"
                                + "\"o-abc123def4/r-ab12/ou-ab12-11111111/*\"},"
                                + "\"DateLessThan\":{\"aws:CurrentTime\":\"2026-11-29T10:00:00Z\"}}");
    }

    @Test
    void organizationsOfOneAccessAndEndShareAStatement() {
        Edit.Grant first = grant(WHOLE, StandardAccess.PULL, WEEK);
        Edit.Grant second = grant(organization("o-aaa123def4"), StandardAccess.PULL, WEEK);
        PolicyDocument both = after(after(PolicyDocument.empty(), first), second, owned(first));
        assertThat(both.statements())
                .singleElement()
                .asString()
                .contains("\"aws:PrincipalOrgID\":[\"o-aaa123def4\",\"o-abc123def4\"]");
        assertThat(nothing(both, grant(UNIT, StandardAccess.PULL, WEEK), context(owned(first), owned(second))))
                .endsWith("It has it through organization o-abc123def4.");
        Principal elsewhere = organization("o-xyz123def4/r-ab12/ou-ab12-11111111");
        PolicyDocument three = after(both, grant(elsewhere, StandardAccess.PULL, WEEK), owned(first), owned(second));
        assertThat(three.statements()).hasSize(2);
        assertThat(after(three, end(first), owned(second)).statements().get(0).toString())
                .contains("\"aws:PrincipalOrgID\":\"o-aaa123def4\"");
        assertThat(nothing(both, first, context(owned(first))))
                .isEqualTo("Organization o-abc123def4 already has pull on payments/api, until 2026-11-29 10:00 UTC or"
                        + " longer.");
    }

    @Test
    void withTheLastOrganizationTheStatementGoesAndNotJustItsCondition() {
        PolicyDocument given = after(PolicyDocument.empty(), grant(WHOLE, StandardAccess.PULL, WEEK));
        assertThat(after(given, end(grant(WHOLE, StandardAccess.PULL, WEEK))).isEmpty())
                .isTrue();
        assertThat(after(given, revokeAll(WHOLE)).isEmpty()).isTrue();
    }

    @Test
    void aGrantWhoseEndOnlyTheRecordsKnowGoesAsAWhole() {
        Edit.Grant grant = grant(WHOLE, StandardAccess.PUSH, WEEK);
        PolicyDocument given =
                plan(PolicyDocument.empty(), grant, withoutExpiry()).proposed();
        assertThat(given.text()).doesNotContain("CurrentTime");
        assertThat(refused(given, revoke(WHOLE, StandardAccess.PUSH_ONLY), withoutExpiry(owned(grant)))
                        .code())
                .isEqualTo(Code.REVOKE_WIDER);
        assertThat(plan(given, revoke(WHOLE, StandardAccess.PUSH), withoutExpiry(owned(grant)))
                        .proposed()
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'AWS':'*'} | {'StringEquals':{'aws:PrincipalOrgID':'o-abc123def4'}} | org:o-abc123def4",
                "'*' | {'StringLike':{'aws:principalorgid':['o-abc123def4']}} | org:o-abc123def4",
                "'*' | {'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-abc123def4/*'}} | org:o-abc123def4",
                "'*' | {'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-abc123def4/r-ab12/*'}} | org:o-abc123def4",
                "'*' | {'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-abc123def4/r-ab12/ou-ab12-11111111/*'}}"
                        + " | org:o-abc123def4/r-ab12/ou-ab12-11111111",
                "'*' | {'StringEquals':{'aws:PrincipalOrgID':'o-*'}} | *",
                "'*' | {'StringNotEquals':{'aws:PrincipalOrgID':'o-abc123def4'}} | *",
                "'*' | {'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-abc123def4'}} | *",
                "'*' | {'ForAllValues:StringLike':{'aws:PrincipalOrgPaths':'o-abc123def4/*'}} | *",
                "'*' | {'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-abc123def4/r-ab12/ou-ab12-11111111*'}} |"
                        + " *",
                "'*' | {'ForAnyValue:StringEquals':{'aws:PrincipalOrgPaths':'o-abc123def4/r-ab12/ou-ab12-11111111/'}}"
                        + " | *",
                "'*' | {'StringEquals':{'aws:PrincipalOrgID':['o-abc123def4','x']}} | *",
                "'*' | {'StringEquals':{'aws:PrincipalOrgID':[]}} | *",
                "'*' | {'StringEquals':{'aws:PrincipalOrgID':'o-abc123def4'},"
                        + "'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-abc123def4/*'}} | *",
                "{'AWS':'222222222222'} | {'StringEquals':{'aws:PrincipalOrgID':'o-abc123def4'}}"
                        + " | arn:aws:iam::222222222222:root"
            })
    void whatOthersWroteIsShownAsAnOrganizationWhereItSaysExactlyThat(String who, String condition, String shown) {
        assertThat(Holdings.of(foreign(who, condition), Set.of()))
                .singleElement()
                .satisfies(holding -> {
                    assertThat(holding.principal().text()).isEqualTo(shown);
                    assertThat(holding.conditional()).isEqualTo(!shown.startsWith("org:"));
                });
    }

    @Test
    void whatNarrowsItBesideIsACondition() {
        PolicyDocument document = foreign(
                "'*'", "{'StringEquals':{'aws:PrincipalOrgID':'o-abc123def4'},'Bool':{'aws:SecureTransport':'true'}}");
        assertThat(Holdings.of(document, Set.of())).singleElement().satisfies(holding -> {
            assertThat(holding.principal()).isEqualTo(WHOLE);
            assertThat(holding.conditional()).isTrue();
        });
        Plan plan = plan(document, grant(WHOLE, StandardAccess.PULL, FOREVER), context());
        assertThat(plan.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.gains()).isEqualTo(PULL));
    }

    @Test
    void anOrganizationLeavesWhatOthersWrote() {
        String two = "{'StringEquals':{'aws:PrincipalOrgID':['o-abc123def4','o-xyz123def4']},"
                + "'Bool':{'aws:SecureTransport':'true'}}";
        Plan plan = plan(foreign("'*'", two), revokeAll(WHOLE), context());
        assertThat(plan.proposed()).isEqualTo(foreign("'*'", two.replace("'o-abc123def4',", "")));
        assertThat(plan.touchedForeign()).hasSize(1);
        Plan alone = plan(
                foreign("'*'", "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-abc123def4/*'}}"),
                revokeAll(WHOLE),
                context());
        assertThat(alone.proposed().isEmpty()).isTrue();
        assertThat(refused(
                        foreign("'*'", "{'StringEquals':{'aws:PrincipalOrgID':'o-*'}}"), revokeAll(WHOLE), context()))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.NOTHING_TO_REVOKE);
                    assertThat(problem.what()).contains("but has BatchGetImage through everyone (*)");
                });
    }

    @Test
    void everyoneIsNeverWrittenAndNeverMeantByAnOrganization() {
        PolicyDocument given = after(PolicyDocument.empty(), grant(WHOLE, StandardAccess.PULL, WEEK));
        assertThat(refused(given, revokeAll(new Principal.Everyone()), context())
                        .code())
                .isEqualTo(Code.NOTHING_TO_REVOKE);
        assertThat(refused(given, grant(new Principal.Everyone(), StandardAccess.PULL, WEEK), context())
                        .code())
                .isEqualTo(Code.PRINCIPAL_MALFORMED);
        assertThat(new Principal.Everyone()).isNotInstanceOf(Principal.Grantable.class);
    }

    @Test
    void aRootIsTheOrganization() {
        assertThat(refused(
                                PolicyDocument.empty(),
                                grant(organization(ACME + "/r-ab12"), StandardAccess.PULL, WEEK),
                                context())
                        .next())
                .contains("org:o-abc123def4 for all of it");
    }

    private static PolicyDocument foreign(String who, String condition) {
        return policy(("{'Sid':'org','Effect':'Allow','Principal':" + who + ",'Action':'ecr:BatchGetImage','Condition':"
                        + condition + "}")
                .replace('\'', '"'));
    }
}

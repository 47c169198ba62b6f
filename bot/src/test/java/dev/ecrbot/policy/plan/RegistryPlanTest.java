package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.NOW;
import static dev.ecrbot.policy.plan.Plans.PULL_ACTIONS;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.end;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.nothing;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.refused;
import static dev.ecrbot.policy.plan.Plans.revoke;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Sids;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.holding.RegistryHoldings;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.Code;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistryPlanTest {
    private static final String ARN = "arn:aws:ecr:us-west-2:111111111111:repository/";
    private static final Principal CI = role("ci");
    private static final String REPLICATION = "{\"Sid\":\"replication\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
            + "\"arn:aws:iam::333333333333:root\"},\"Action\":[\"ecr:CreateRepository\",\"ecr:ReplicateImage\"],"
            + "\"Resource\":\"" + ARN + "*\"}";

    @Test
    void aGrantOnAPatternNamesItAsItsResource() {
        Plan plan = plan(PolicyDocument.empty(), grant(CI, StandardAccess.PULL, WEEK), on("payments/*"));
        assertThat(plan.proposed().text())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"EcrBotPullUntil20261129T1000Z\","
                        + "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:role/ci\"},"
                        + "\"Action\":" + PULL_ACTIONS + ",\"Resource\":\"" + ARN + "payments/*\","
                        + "\"Condition\":{\"DateLessThan\":{\"aws:CurrentTime\":\"2026-11-29T10:00:00Z\"}}}]}");
        assertThat(plan.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.principal()).isEqualTo(CI);
            assertThat(effect.gains()).isEqualTo(StandardAccess.PULL.actions());
            assertThat(effect.until()).isEqualTo(WEEK);
        });
        assertThat(plan.warnings()).first().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Kind.PATTERN);
            assertThat(warning.text()).contains("payments/*", "made later", "111111111111, us-west-2");
        });
    }

    @Test
    void grantsOnOnePatternShareAStatementAndThoseOnOthersDoNot() {
        PolicyDocument one =
                after(PolicyDocument.empty(), grant(role("a"), StandardAccess.PULL, FOREVER), "payments/*");
        PolicyDocument two = after(one, grant(role("b"), StandardAccess.PULL, FOREVER), "payments/*");
        PolicyDocument three = after(two, grant(role("a"), StandardAccess.PULL, FOREVER), "web/*");
        assertThat(two.statements()).hasSize(1);
        assertThat(three.statements()).hasSize(2);
        assertThat(three.statements())
                .extracting(Statement::resources)
                .extracting(Object::toString)
                .containsExactly("[" + ARN + "payments/*]", "[" + ARN + "web/*]");
        assertThat(Sids.of(three.statements())).containsExactlyInAnyOrder("EcrBotPull", "EcrBotPull2");
        assertThat(after(three, grant(role("c"), StandardAccess.PULL, FOREVER), "web/*")
                        .statements())
                .hasSize(2);
    }

    @Test
    void anEndTakesOutOfItsOwnPatternOnly() {
        Edit.Grant grant = grant(CI, StandardAccess.PULL, WEEK);
        PolicyDocument base = policy(REPLICATION);
        PolicyDocument both = after(after(base, grant, "payments/*"), grant, "web/*");
        PolicyDocument ended = after(both, end(grant), "web/*");
        assertThat(ended.sameAs(after(base, grant, "payments/*"))).isTrue();
        assertThat(after(ended, end(grant), "payments/*")).isEqualTo(base);
    }

    @Test
    void whatOthersWroteKeepsItsCharacters() {
        PolicyDocument base = PolicyDocument.parse("{\"Id\":\"x\",\"Statement\":[" + REPLICATION
                + ",{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:DeleteRepository\",\"Resource\":[\"*\"]},"
                + "{\"odd\":1}]}");
        PolicyDocument proposed = after(base, grant(CI, StandardAccess.PUSH, FOREVER), "*");
        assertThat(proposed.statements())
                .hasSize(4)
                .startsWith(base.statements().toArray(Statement[]::new));
        assertThat(proposed.text())
                .startsWith(base.text().substring(0, base.text().length() - 2));
    }

    @Test
    void aWiderResourceMayGiveItAlready() {
        PolicyDocument all = policy(pull("*", ""));
        assertThat(nothing(all, grant(CI, StandardAccess.PULL, WEEK), on("payments/*")))
                .contains("already", "payments/*");
        assertThat(nothing(all, grant(CI, StandardAccess.PULL, WEEK), on("*"))).contains("already");
        PolicyDocument wide = policy(pull(ARN + "pay*", ""));
        assertThat(nothing(wide, grant(CI, StandardAccess.PULL, WEEK), on("payments/*")))
                .contains("already");
    }

    @Test
    void whatGivesLessIsNoReasonNotToGrant() {
        for (PolicyDocument less : new PolicyDocument[] {
            policy(pull(ARN + "payments/api", "")),
            policy(pull("arn:aws:ecr:eu-west-1:111111111111:repository/*", "")),
            policy(pull("*", ",\"Condition\":{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-1\"}}")),
            policy(pull("*", ",\"Condition\":{\"DateLessThan\":{\"aws:CurrentTime\":\"2026-11-23T00:00:00Z\"}}")),
            policy(pull("*", "").replace("\"Resource\"", "\"NotResource\""))
        }) {
            PolicyDocument proposed = after(less, grant(CI, StandardAccess.PULL, WEEK), "payments/*");
            assertThat(proposed.statements())
                    .hasSize(2)
                    .startsWith(less.statements().get(0));
        }
    }

    @Test
    void aRevocationTakesFromItsOwnPatternAndTellsWhatElseThereIs() {
        PolicyDocument base = policy(pull(ARN + "payments/*", ""), pull("*", ""), pull(ARN + "web/*", ""));
        Plan plan = plan(base, revoke(CI, StandardAccess.PULL), on("payments/*"));
        assertThat(plan.proposed().statements())
                .containsExactly(base.statements().get(1), base.statements().get(2));
        assertThat(plan.remaining()).singleElement().satisfies(holding -> {
            assertThat(holding.resource()).hasValue("*");
            assertThat(holding.statement()).isZero();
        });
        assertThat(plan.touchedForeign()).hasSize(1);
        var problem = refused(plan.proposed(), revoke(CI, StandardAccess.PULL), on("payments/*"));
        assertThat(problem.code()).isEqualTo(Code.NOTHING_TO_REVOKE);
    }

    @Test
    void aDenyOnSomeOfTheRepositoriesIsTold() {
        String deny = "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:BatchGetImage\",\"Resource\":\"%s\"}";
        assertThat(kinds(policy(deny.formatted(ARN + "payments/secret")))).contains(Kind.DENY_PRESENT);
        assertThat(kinds(policy(deny.formatted(ARN + "web/*")))).doesNotContain(Kind.DENY_PRESENT);
    }

    @Test
    void whatIsDeniedOnSomeOfTheRepositoriesDependsOnWhich() {
        String deny = "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:*\",%s}";
        for (String some : new String[] {
            "\"NotResource\":\"" + ARN + "payments/open\"", "\"Resource\":\"" + ARN + "payments/secret\""
        }) {
            Plan plan = plan(policy(deny.formatted(some)), grant(CI, StandardAccess.PULL, WEEK), on("payments/*"));
            assertThat(plan.effects()).singleElement().satisfies(effect -> {
                assertThat(effect.gains()).isEqualTo(StandardAccess.PULL.actions());
                assertThat(effect.conditions()).containsExactly("Resource");
            });
        }
        for (String all : new String[] {
            "\"NotResource\":\"" + ARN + "web/*\"", "\"Resource\":\"" + ARN + "pay*\"", "\"Resource\":\"*\""
        }) {
            PolicyDocument base = policy(deny.formatted(all));
            Plan plan = plan(base, grant(CI, StandardAccess.PULL, WEEK), on("payments/*"));
            assertThat(plan.effects()).isEmpty();
            assertThat(plan.proposed().statements())
                    .hasSize(2)
                    .startsWith(base.statements().get(0));
        }
    }

    @Test
    void brokenResourcesOfOthersAreToldAndStay() {
        PolicyDocument broken = policy(pull(ARN.replace("repository/", "repositories/") + "payments/*", ""));
        Plan plan = plan(broken, grant(CI, StandardAccess.PULL, FOREVER), on("payments/*"));
        assertThat(plan.warnings())
                .anySatisfy(warning -> assertThat(warning.text()).contains("means no repository"));
        assertThat(plan.proposed().statements())
                .hasSize(2)
                .startsWith(broken.statements().get(0));
    }

    @Test
    void orphansAnywhereInTheDocumentAreDropped() {
        PolicyDocument base =
                policy(pull(ARN + "web/*", "").replace("arn:aws:iam::222222222222:role/ci", "AROACKCEVSQ6C2EXAMPLE"));
        Plan plan = plan(base, grant(CI, StandardAccess.PULL, FOREVER), on("payments/*"));
        assertThat(plan.proposed().statements()).hasSize(1);
        assertThat(plan.warnings()).extracting(Warning::kind).contains(Kind.ORPHAN_DROPPED);
    }

    @Test
    void theWholeDocumentCountsForItsSize() {
        String filler = "{\"Sid\":\"%s\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"333333333333\"},\"Action\":"
                + "\"ecr:ReplicateImage\",\"Resource\":\"*\"}";
        PolicyDocument base = policy(filler.formatted("x".repeat(9_700)));
        var problem = refused(base, grant(account(SALES), StandardAccess.PUSH, FOREVER), on("payments/*"));
        assertThat(problem.code()).isEqualTo(Code.POLICY_TOO_LARGE);
        assertThat(problem.what()).contains("the registry of 111111111111 in us-west-2", "of 10,240");
    }

    @Test
    void aRecordedGrantStandsBehindItsOwnPatternOnly() {
        Edit.Grant grant = grant(CI, StandardAccess.PULL, FOREVER);
        PolicyDocument both = after(after(PolicyDocument.empty(), grant, "payments/*"), grant, "web/*");
        var some = (MatchingRepositories) target("payments/*");
        assertThat(RegistryHoldings.of(both, target("*"), Map.of(some, Set.of(owned(grant)))))
                .extracting(Holding::ours)
                .containsExactly(true, false);
        assertThat(RegistryHoldings.of(both, target("payments/api"), Map.of()))
                .singleElement()
                .satisfies(holding -> assertThat(holding.resource()).hasValue(ARN + "payments/*"));
    }

    private static List<Kind> kinds(PolicyDocument base) {
        return plan(base, grant(CI, StandardAccess.PULL, WEEK), on("payments/*")).warnings().stream()
                .map(Warning::kind)
                .toList();
    }

    private static String pull(String resource, String condition) {
        return "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:role/ci\"},\"Action\":"
                + PULL_ACTIONS + ",\"Resource\":\"" + resource + "\"" + condition + "}";
    }

    private static PolicyDocument after(PolicyDocument base, Edit edit, String pattern) {
        return plan(base, edit, on(pattern)).proposed();
    }

    private static Target target(String text) {
        return Target.of(Plans.CENTRAL, Plans.REPOSITORY.region(), text);
    }

    private static PlanContext on(String pattern) {
        return new PlanContext(StandardAccess.CATALOGUE, target(pattern), NOW, Map.of(SALES, "sales"), true, Set.of());
    }
}

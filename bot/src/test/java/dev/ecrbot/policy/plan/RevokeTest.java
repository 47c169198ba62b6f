package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FINANCE;
import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.PULL_ACTIONS;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.refused;
import static dev.ecrbot.policy.plan.Plans.revoke;
import static dev.ecrbot.policy.plan.Plans.revokeAll;
import static dev.ecrbot.policy.plan.Plans.role;
import static dev.ecrbot.policy.plan.Plans.withoutExpiry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevokeTest {
    private static final Principal CI = role("ci");
    private static final String CI_ARN = "arn:aws:iam::222222222222:role/ci";

    private static String allow(String principal, String actions) {
        return "{\"Sid\":\"pull and more\",\"Effect\":\"Allow\",\"Principal\":" + principal + ",\"Action\":" + actions
                + "}";
    }

    @Test
    void takesActionsAwayWhoeverGaveThem() {
        String foreign = allow("{\"AWS\":\"" + CI_ARN + "\"}", PULL_ACTIONS);
        Edit.Grant ours = grant(CI, StandardAccess.PULL, WEEK);
        PolicyDocument bots = after(after(PolicyDocument.empty(), grant(role("x"), StandardAccess.PULL, WEEK)), ours);
        PolicyDocument base = policy(foreign, bots.statements().get(0).toString());
        Plan plan = plan(base, revoke(CI, StandardAccess.PULL), context(owned(ours)));
        assertThat(plan.proposed().text()).doesNotContain(CI_ARN);
        assertThat(plan.touchedForeign())
                .containsExactly(policy(foreign).statements().get(0).canonical());
        assertThat(plan.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.loses()).isEqualTo(StandardAccess.PULL.actions()));
    }

    @Test
    void bothSpellingsOfAnAccountGo() {
        String both =
                allow("{\"AWS\":[\"222222222222\",\"arn:aws:iam::222222222222:root\",\"333333333333\"]}", PULL_ACTIONS);
        Plan plan = plan(policy(both), revoke(account(SALES), StandardAccess.PULL), context());
        assertThat(plan.proposed().text())
                .isEqualTo(policy(allow("{\"AWS\":[\"333333333333\"]}", PULL_ACTIONS))
                        .text());
    }

    @Test
    void aPrincipalAloneLosesActionsInPlace() {
        String extra = "[\"ecr:ListImages\",\"ecr:BatchGetImage\",\"ecr:GetLifecyclePolicy\"]";
        Plan plan = plan(
                policy(allow("{\"AWS\":[\"" + CI_ARN + "\"]}", extra)), revoke(CI, StandardAccess.PULL), context());
        assertThat(plan.proposed())
                .isEqualTo(policy(
                        allow("{\"AWS\":[\"" + CI_ARN + "\"]}", "[\"ecr:ListImages\",\"ecr:GetLifecyclePolicy\"]")));
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.remaining())
                .singleElement()
                .satisfies(holding ->
                        assertThat(holding.actions()).containsExactly("ecr:GetLifecyclePolicy", "ecr:ListImages"));
    }

    @Test
    void aPrincipalAmongOthersGetsAStatementOfItsOwn() {
        String foreign =
                "{\"Sid\":\"Mixed\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"a.amazonaws.com\",\"AWS\":[\""
                        + CI_ARN + "\",\"333333333333\"]},\"Action\":[\"ecr:BatchGetImage\",\"ecr:ListImages\"],"
                        + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":true}},\"Note\":[1.0]}";
        Plan plan = plan(policy(foreign), revoke(CI, StandardAccess.PULL), context());
        assertThat(plan.proposed().statements())
                .extracting(Statement::toString)
                .containsExactly(
                        "{\"Sid\":\"Mixed\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"a.amazonaws.com\",\"AWS\":"
                                + "[\"333333333333\"]},\"Action\":[\"ecr:BatchGetImage\",\"ecr:ListImages\"],"
                                + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":true}},\"Note\":[1.0]}",
                        "{\"Sid\":\"Mixed2\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"" + CI_ARN
                                + "\"]},\"Action\":[\"ecr:ListImages\"],"
                                + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":true}},\"Note\":[1.0]}");
        assertThat(plan.warnings()).extracting(Warning::kind).containsExactly(Kind.FOREIGN_STATEMENT_SPLIT);
        assertThat(plan.touchedForeign()).hasSize(1);
        assertThat(plan.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.loses()).containsExactly("ecr:BatchGetImage"));
    }

    @Test
    void anUntidySidIsNotGivenTwice() {
        String foreign =
                allow("{\"AWS\":[\"" + CI_ARN + "\",\"333333333333\"]}", "[\"ecr:BatchGetImage\",\"ecr:ListImages\"]");
        Plan plan = plan(policy(foreign), revoke(CI, StandardAccess.PULL), context());
        assertThat(plan.proposed().statements().get(1).sid()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"Action\":\"ecr:*\"                                | pull",
                "\"Action\":\"*\"                                    | push",
                "\"Action\":[\"ecr:PutImage\",\"ecr:List*\"]         | read",
                "\"NotAction\":\"ecr:PutImage\"                      | pull"
            })
    void whatCantBeDividedPointsToAll(String actions, String word) {
        PolicyDocument base =
                policy("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + CI_ARN + "\"}," + actions + "}");
        Problem problem = refused(base, revoke(CI, StandardAccess.of(word)), context());
        assertThat(problem.code()).isEqualTo(Code.REVOKE_WIDER);
        assertThat(problem.next()).contains("/ecr revoke all");
        assertThat(plan(base, revokeAll(CI), context()).proposed().isEmpty()).isTrue();
    }

    @Test
    void notActionThatExceptsTheActionsGivesNoneOfThem() {
        PolicyDocument base = policy(
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + CI_ARN + "\"},\"NotAction\":" + PULL_ACTIONS + "}");
        assertThat(refused(base, revoke(CI, StandardAccess.PULL), context()).code())
                .isEqualTo(Code.NOTHING_TO_REVOKE);
    }

    @Test
    void pullOfAHolderOfPushPointsToPush() {
        PolicyDocument base = after(PolicyDocument.empty(), grant(CI, StandardAccess.PUSH, FOREVER));
        Problem problem = refused(base, revoke(CI, StandardAccess.PULL), context());
        assertThat(problem.code()).isEqualTo(Code.REVOKE_WIDER);
        assertThat(problem.next()).contains("/ecr revoke push");
        assertThat(plan(base, revoke(CI, StandardAccess.PUSH), context())
                        .proposed()
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "read", "push-only"})
    void pullIsNotTakenUnderTheNameOfWhatIsNotHeld(String word) {
        PolicyDocument base = after(PolicyDocument.empty(), grant(CI, StandardAccess.PULL, FOREVER));
        Problem problem = refused(base, revoke(CI, StandardAccess.of(word)), context());
        assertThat(problem.code()).isEqualTo(Code.NOTHING_TO_REVOKE);
        assertThat(problem.what()).endsWith("but has pull through its own name.");
    }

    @Test
    void aGrantGoesAsAWhole() {
        Edit.Grant push = grant(CI, StandardAccess.PUSH, WEEK);
        for (PlanContext context : new PlanContext[] {context(owned(push)), withoutExpiry(owned(push))}) {
            PolicyDocument base = plan(PolicyDocument.empty(), push, context).proposed();
            Problem problem = refused(base, revoke(CI, StandardAccess.PUSH_ONLY), context);
            assertThat(problem.code()).isEqualTo(Code.REVOKE_WIDER);
            assertThat(problem.what()).contains("was given push as a whole");
            assertThat(problem.next()).contains("/ecr revoke push instead");
            assertThat(plan(base, revoke(CI, StandardAccess.PUSH), context)
                            .proposed()
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void nothingToRevokeSaysThroughWhatThereIsAccess() {
        PolicyDocument base = policy(
                allow("\"*\"", "\"ecr:ListImages\""),
                allow("{\"AWS\":\"222222222222\"}", PULL_ACTIONS),
                "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"" + CI_ARN + "\"},\"Action\":\"ecr:PutImage\"}",
                "{\"Effect\":\"Allow\",\"NotPrincipal\":{\"AWS\":\"" + CI_ARN + "\"},\"Action\":\"ecr:PutImage\"}");
        Problem problem = refused(base, revoke(CI, StandardAccess.PULL), context());
        assertThat(problem.code()).isEqualTo(Code.NOTHING_TO_REVOKE);
        assertThat(problem.what())
                .isEqualTo("Role ci in sales (222222222222) has no pull of its own on payments/api, but has "
                        + "ListImages through everyone (*); pull through sales (222222222222).");
        assertThat(refused(base, revokeAll(role("other")), context()).what())
                .contains("PutImage through * except " + CI_ARN);
        assertThat(refused(PolicyDocument.empty(), revokeAll(CI), context()).what())
                .isEqualTo("Role ci in sales (222222222222) has no access of its own on payments/api.");
    }

    @Test
    void whatSomeoneAddedToAStatementOfTheBotsIsForeign() {
        Edit.Grant ours = grant(role("x"), StandardAccess.PULL, FOREVER);
        PolicyDocument base = after(after(PolicyDocument.empty(), ours), grant(CI, StandardAccess.PULL, FOREVER));
        Plan plan = plan(base, revokeAll(CI), context(owned(ours)));
        assertThat(plan.touchedForeign())
                .containsExactly(after(PolicyDocument.empty(), grant(CI, StandardAccess.PULL, FOREVER))
                        .statements()
                        .get(0)
                        .canonical());
        assertThat(plan(base, revokeAll(role("x")), context(owned(ours))).touchedForeign())
                .isEmpty();
    }

    @Test
    void remainingNamesWhatComesThroughOthers() {
        PolicyDocument base = policy(allow(
                "{\"AWS\":[\"" + CI_ARN + "\",\"arn:aws:iam::222222222222:root\",\"333333333333\"]}", PULL_ACTIONS));
        assertThat(plan(base, revokeAll(CI), context()).remaining())
                .extracting(Holding::principal)
                .containsExactly(account(SALES));
        Principal session = new Principal.Session(Partition.AWS, SALES, "ci", "one");
        PolicyDocument sessions = after(base, grant(session, StandardAccess.READ, FOREVER));
        assertThat(plan(sessions, revokeAll(session), context()).remaining())
                .extracting(Holding::principal)
                .containsExactly(CI, account(SALES));
        assertThat(plan(base, revokeAll(account(FINANCE)), context()).remaining())
                .isEmpty();
    }
}

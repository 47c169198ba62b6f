package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.MONTH;
import static dev.ecrbot.policy.plan.Plans.PULL_ACTIONS;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.end;
import static dev.ecrbot.policy.plan.Plans.functions;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.nothing;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.refused;
import static dev.ecrbot.policy.plan.Plans.revoke;
import static dev.ecrbot.policy.plan.Plans.revokeAll;
import static dev.ecrbot.policy.plan.Plans.withoutExpiry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Holdings;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.Code;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaGrantTest {
    private static final Principal ALL = functions(SALES, "*");
    private static final Principal SOME = functions(SALES, "ci-*");
    private static final String ACCOUNT_HALF =
            "{\"Sid\":\"EcrBotPull\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:root\"},"
                    + "\"Action\":" + PULL_ACTIONS + "}";
    private static final String FUNCTIONS_HALF =
            "{\"Sid\":\"EcrBotPullFunctions\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},"
                    + "\"Action\":" + PULL_ACTIONS
                    + ",\"Condition\":{\"StringLike\":{\"aws:sourceArn\":"
                    + "\"arn:aws:lambda:us-west-2:222222222222:function:*\"}}}";

    @Test
    void functionsGetBothStatementsThatTheyNeed() {
        Plan plan = plan(PolicyDocument.empty(), grant(ALL, StandardAccess.PULL, FOREVER), context());
        assertThat(plan.proposed().text())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[" + ACCOUNT_HALF + "," + FUNCTIONS_HALF + "]}");
        assertThat(plan.effects()).extracting(Effect::principal).containsExactlyInAnyOrder(account(SALES), ALL);
        assertThat(plan.warnings())
                .filteredOn(warning -> warning.kind() == Kind.WHOLE_ACCOUNT)
                .singleElement()
                .satisfies(warning -> assertThat(warning.text())
                        .contains("every role that sales (222222222222) trusts gets this, too"));
    }

    @Test
    void theTwoActionsThatAwsDocumentsAreAllThatFunctionsAreGiven() {
        Edit.Grant grant = Edit.Grant.asked(ALL, StandardAccess.PULL, WEEK);
        PolicyDocument given = after(PolicyDocument.empty(), grant);
        assertThat(given.statements())
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.actions())
                        .containsExactly("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"));
        assertThat(after(given, end(grant)).isEmpty()).isTrue();
        assertThat(Edit.Grant.asked(ALL, StandardAccess.PUSH, WEEK).access()).isEqualTo(StandardAccess.PUSH);
    }

    @Test
    void aPolicyAsAwsDocumentsItGivesFunctionsThatAlready() {
        String actions = "\"Action\":[\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"]";
        PolicyDocument documented = policy(
                "{\"Sid\":\"CrossAccountPermission\",\"Effect\":\"Allow\"," + actions
                        + ",\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:root\"}}",
                "{\"Sid\":\"LambdaECRImageCrossAccountRetrievalPolicy\",\"Effect\":\"Allow\"," + actions
                        + ",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Condition\":{\"StringLike\":"
                        + "{\"aws:sourceARN\":\"arn:aws:lambda:us-west-2:222222222222:function:*\"}}}");
        Edit.Grant grant = Edit.Grant.asked(ALL, StandardAccess.PULL, FOREVER);
        assertThat(nothing(documented, grant, context())).contains("already has pull");
        assertThat(plan(documented, grant(ALL, StandardAccess.PULL, FOREVER), context())
                        .diff())
                .isNotEmpty();
    }

    @Test
    void whatWasGivenWithThreeActionsStandsAndEndsBesideThem() {
        Edit.Grant before = grant(ALL, StandardAccess.PULL, WEEK);
        Edit.Grant now = Edit.Grant.asked(SOME, StandardAccess.PULL, WEEK);
        PolicyDocument base = after(PolicyDocument.empty(), before);
        PolicyDocument both = after(base, now, owned(before));
        assertThat(both.statements()).hasSize(4);
        assertThat(after(both, end(now), owned(before)).sameAs(base)).isTrue();
        assertThat(after(both, end(before), owned(now)).statements())
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.actions()).hasSize(2));
    }

    @Test
    void bothHalvesAreShownAsTheGrants() {
        Edit.Grant grant = grant(SOME, StandardAccess.PULL, WEEK);
        PolicyDocument given = after(PolicyDocument.empty(), grant);
        assertThat(Holdings.of(given, Set.of(owned(grant)))).hasSize(2).allSatisfy(holding -> {
            assertThat(holding.ours()).isTrue();
            assertThat(holding.until()).isEqualTo(WEEK);
            assertThat(holding.conditional()).isFalse();
        });
        assertThat(nothing(given, grant, context(owned(grant))))
                .startsWith("Lambda functions ci-* of sales (222222222222) already has pull");
    }

    @Test
    void anEndTakesBothHalvesAndNothingElse() {
        PolicyDocument base = policy(
                ACCOUNT_HALF.replace("EcrBotPull", "by hand"),
                "{\"Sid\":\"LambdaECRImageRetrievalPolicy\",\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":" + PULL_ACTIONS
                        + ",\"Condition\":{\"StringLike\":{\"aws:sourceArn\":"
                        + "\"arn:aws:lambda:us-west-2:111111111111:function:*\"}}}");
        Edit.Grant grant = grant(ALL, StandardAccess.PULL, WEEK);
        PolicyDocument given = after(base, grant);
        assertThat(given.statements()).hasSize(4);
        assertThat(after(given, end(grant))).isEqualTo(base);
        assertThat(after(given, revoke(ALL, StandardAccess.PULL), owned(grant))).isEqualTo(base);
    }

    @Test
    void theAccountHalfStaysWhileTheAccountsOwnGrantGivesIt() {
        Edit.Grant lambda = grant(ALL, StandardAccess.PULL, WEEK);
        Edit.Grant account = grant(account(SALES), StandardAccess.PULL, WEEK);
        PolicyDocument both = after(after(PolicyDocument.empty(), account), lambda, owned(account));
        PolicyDocument left = after(both, end(lambda), owned(account));
        assertThat(left).isEqualTo(after(PolicyDocument.empty(), account));
        assertThat(after(both, revokeAll(ALL), owned(account), owned(lambda))).isEqualTo(left);
        PolicyDocument lambdaLeft = after(PolicyDocument.empty(), lambda);
        assertThat(nothing(both, end(account), context(owned(lambda)))).startsWith("Another grant still gives pull");
        assertThat(lambdaLeft.sameAs(both)).isTrue();
    }

    @Test
    void theAccountHalfStaysWhileOtherFunctionsNeedIt() {
        Edit.Grant all = grant(ALL, StandardAccess.PULL, WEEK);
        Edit.Grant some = grant(SOME, StandardAccess.PULL, WEEK);
        PolicyDocument both = after(after(PolicyDocument.empty(), all), some, owned(all));
        assertThat(both.statements()).hasSize(2);
        assertThat(both.text())
                .contains("[\"arn:aws:lambda:us-west-2:222222222222:function:*\","
                        + "\"arn:aws:lambda:us-west-2:222222222222:function:ci-*\"]");
        PolicyDocument left = after(both, end(all), owned(some));
        assertThat(left.sameAs(after(PolicyDocument.empty(), some))).isTrue();
        assertThat(after(left, end(some)).isEmpty()).isTrue();
    }

    @Test
    void anAccountThatStandsThereForFunctionsOnlyGetsARecordOfItsOwn() {
        Edit.Grant lambda = grant(ALL, StandardAccess.PULL, WEEK);
        Edit.Grant account = grant(account(SALES), StandardAccess.PULL, WEEK);
        PolicyDocument given = after(PolicyDocument.empty(), lambda);
        Plan plan = plan(given, account, context(owned(lambda)));
        assertThat(plan.diff()).isEmpty();
        assertThat(plan.effects()).isEmpty();
        assertThat(after(plan.proposed(), end(lambda), owned(account)))
                .isEqualTo(after(PolicyDocument.empty(), account));
    }

    @Test
    void anAccountIsNotTakenAwayFromUnderItsFunctions() {
        Edit.Grant lambda = grant(ALL, StandardAccess.PULL, WEEK);
        PolicyDocument given = after(PolicyDocument.empty(), lambda);
        assertThat(refused(given, revokeAll(account(SALES)), context(owned(lambda))))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.REVOKE_WIDER);
                    assertThat(problem.next())
                            .isEqualTo("Revoke pull of arn:aws:lambda:us-west-2:222222222222:function:* first.");
                });
    }

    @Test
    void theAccountsOwnLongerGrantIsUntouched() {
        Edit.Grant lambda = grant(ALL, StandardAccess.PULL, WEEK);
        Edit.Grant account = grant(account(SALES), StandardAccess.PULL, MONTH);
        PolicyDocument both = plan(
                        plan(PolicyDocument.empty(), account, withoutExpiry()).proposed(),
                        lambda,
                        withoutExpiry(owned(account)))
                .proposed();
        assertThat(both.statements()).hasSize(2);
        PolicyDocument left =
                plan(both, end(lambda), withoutExpiry(owned(account))).proposed();
        assertThat(left).isEqualTo(policy(ACCOUNT_HALF));
    }

    @Test
    void whatSomebodyPutBesideByHandIsNotTakenOver() {
        assertThat(refused(policy(ACCOUNT_HALF), grant(ALL, StandardAccess.PULL, FOREVER), context()))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.POLICY_CHANGED);
                    assertThat(problem.next())
                            .isEqualTo("Revoke pull of arn:aws:iam::222222222222:root first, then ask again.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "read", "push-only"})
    void functionsOnlyPull(String word) {
        assertThat(refused(PolicyDocument.empty(), grant(ALL, StandardAccess.of(word), WEEK), context()))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.ACCESS_UNKNOWN);
                    assertThat(problem.next()).startsWith("Ask for pull");
                });
    }

    @Test
    void functionsAreInTheRepositorysRegionAndPartition() {
        var elsewhere = new Principal.LambdaFunctions(new Region("eu-west-1"), SALES, "*");
        assertThat(refused(PolicyDocument.empty(), grant(elsewhere, StandardAccess.PULL, WEEK), context())
                        .what())
                .contains("the functions are in eu-west-1 and the repository in us-west-2");
        var china = new Region("cn-north-1");
        var repository = new Repository(new AccountId("111111111111"), china, new RepositoryName("payments/api"));
        var there = new PlanContext(StandardAccess.CATALOGUE, repository, Plans.NOW, Map.of(), true, Set.of());
        assertThat(refused(PolicyDocument.empty(), grant(ALL, StandardAccess.PULL, WEEK), there)
                        .code())
                .isEqualTo(Code.PARTITION_MISMATCH);
        assertThat(plan(
                                PolicyDocument.empty(),
                                grant(new Principal.LambdaFunctions(china, SALES, "f"), StandardAccess.PULL, FOREVER),
                                there)
                        .proposed()
                        .text())
                .contains("arn:aws-cn:iam::222222222222:root", "arn:aws-cn:lambda:cn-north-1:222222222222:function:f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "StringLike | arn:aws:lambda:us-west-2:222222222222:function:ci-* | arn:aws:lambda:us-west-2:222222222222:function:ci-*",
                "ArnLike | arn:aws:lambda:us-west-2:222222222222:function:f | arn:aws:lambda:us-west-2:222222222222:function:f",
                "StringLike | arn:aws:lambda:*:222222222222:function:* | lambda.amazonaws.com",
                "StringEquals | arn:aws:lambda:us-west-2:222222222222:function:* | lambda.amazonaws.com",
                "StringLike | arn:aws:lambda:us-west-2:222222222222:* | lambda.amazonaws.com"
            })
    void whatOthersWroteIsShownAsFunctionsWhereItSaysExactlyThat(String operator, String value, String shown) {
        PolicyDocument document = policy(
                "{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":" + PULL_ACTIONS
                        + ",\"Condition\":{\"" + operator + "\":{\"aws:SourceArn\":\"" + value + "\"}}}");
        assertThat(Holdings.of(document, Set.of()))
                .extracting(holding -> holding.principal().text())
                .containsExactly(shown);
    }

    @Test
    void isRefusedWhereADenyTakesAllOfItAway() {
        String deny = "{\"Sid\":\"closed\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:*\"}";
        assertThat(refused(policy(deny), grant(ALL, StandardAccess.PULL, WEEK), context())
                        .code())
                .isEqualTo(Code.DENIED_BY_STATEMENT);
    }
}

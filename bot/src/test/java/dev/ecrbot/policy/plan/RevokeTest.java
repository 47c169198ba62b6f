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
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
    void anOrphanGoesWithAllItsActions() {
        Principal orphan = new Principal.Orphan("AROACKCEVSQ6C2EXAMPLE");
        PolicyDocument base = policy(
                allow("{\"AWS\":[\"" + orphan.text() + "\",\"x\"]}", "[\"ecr:BatchGetImage\",\"ecr:ListImages\"]"));
        Plan plan = plan(base, revoke(orphan, StandardAccess.PULL), context());
        assertThat(plan.proposed().text()).doesNotContain(orphan.text());
        assertThat(plan.proposed().text()).contains("ecr:BatchGetImage", "ecr:ListImages");
        assertThat(plan.effects()).isEmpty();
        assertThat(plan.proposed().statements()).hasSize(1);
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

    @ParameterizedTest
    @CsvSource({
        "AWS, *, true",
        "AWS, AROACKCEVSQ6C2EXAMPLE, false",
        "Service, lambda.amazonaws.com, true",
        "CanonicalUser, 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be, true",
        "AWS, arn:aws:sts::222222222222:assumed-role/ci/build-1, true",
        "AWS, arn:aws-cn:iam::222222222222:root, false",
        "AWS, arn:aws:iam::222222222222:role/*, false",
        "AWS, what is that?, false"
    })
    void anyEntryCanBeRevokedAndWhoeverItStandsForLosesWhatItGave(String type, String text, boolean somebody) {
        Principal principal = Principals.parse(type, text);
        String deny = "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:PutImage\"}";
        PolicyDocument base = policy(deny, allow("{\"" + type + "\":[\"" + text + "\",\"x\"]}", PULL_ACTIONS));
        for (Edit.Revoke edit : new Edit.Revoke[] {revokeAll(principal), revoke(principal, StandardAccess.PULL)}) {
            Plan plan = plan(base, edit, context());
            assertThat(plan.proposed()).isEqualTo(policy(deny, allow("{\"" + type + "\":[\"x\"]}", PULL_ACTIONS)));
            assertThat(plan.effects())
                    .isEqualTo(
                            somebody
                                    ? List.of(new Effect(
                                            principal,
                                            new TreeSet<>(),
                                            new TreeSet<>(StandardAccess.PULL.actions()),
                                            Optional.empty()))
                                    : List.of());
            assertThat(plan.warnings()).allMatch(warning -> warning.kind() == Kind.LINT_ERROR);
        }
    }

    @Test
    void everyoneInItsShortFormGoesWithTheStatement() {
        PolicyDocument base = policy(allow("\"*\"", PULL_ACTIONS));
        assertThat(plan(base, revoke(new Principal.Everyone(), StandardAccess.PULL), context())
                        .proposed()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void lambdasOwnStatementStays() {
        String lambda = "{\"Sid\":\"LambdaECRImageRetrievalPolicy\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                + "\"lambda.amazonaws.com\"},\"Action\":[\"ecr:BatchGetImage\",\"ecr:SetRepositoryPolicy\"]}";
        Principal service = new Principal.Service("lambda.amazonaws.com");
        Problem problem = refused(policy(lambda), revokeAll(service), context());
        assertThat(problem.code()).isEqualTo(Code.NOTHING_TO_REVOKE);
        assertThat(problem.what()).contains("LambdaECRImageRetrievalPolicy");
        PolicyDocument two = policy(lambda, allow("{\"Service\":\"lambda.amazonaws.com\"}", PULL_ACTIONS));
        Plan plan = plan(two, revokeAll(service), context());
        assertThat(plan.proposed()).isEqualTo(policy(lambda));
        assertThat(plan.remaining()).hasSize(1);
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
    void orphansAreDroppedFromWhatNamesThemAndNotFromWhatExceptsThem() {
        String alone = "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\"},\"Action\":\"ecr:*\"}";
        String deny = alone.replace("\"AIDACKCEVSQ6C2EXAMPLE\"", "[\"AIDACKCEVSQ6C2EXAMPLE\",\"444444444444\"]");
        String except =
                "{\"Effect\":\"Allow\",\"NotPrincipal\":{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\"},\"Action\":\"ecr:*\"}";
        PolicyDocument base = policy(
                alone,
                deny,
                except,
                allow("{\"AWS\":\"AROACKCEVSQ6C2EXAMPLE\"}", "\"ecr:*\""),
                allow("{\"AWS\":[\"AROACKCEVSQ6C2EXAMPLE\",\"333333333333\"]}", "\"ecr:*\""));
        Plan plan = plan(base, grant(CI, StandardAccess.PULL, WEEK), context());
        assertThat(plan.proposed().statements())
                .extracting(Statement::toString)
                .startsWith(
                        deny.replace("\"AIDACKCEVSQ6C2EXAMPLE\",", ""),
                        except,
                        allow("{\"AWS\":[\"333333333333\"]}", "\"ecr:*\""))
                .hasSize(4);
        assertThat(plan.warnings())
                .filteredOn(warning -> warning.kind() != Kind.LINT_ERROR)
                .containsExactly(
                        new Warning(
                                Kind.ORPHAN_DROPPED,
                                "The id of a deleted principal, AIDACKCEVSQ6C2EXAMPLE, is taken out, too. It keeps nobody out."),
                        new Warning(
                                Kind.ORPHAN_DROPPED,
                                "The id of a deleted principal, AROACKCEVSQ6C2EXAMPLE, is taken out, too. It lets nobody in."));
        assertThat(plan.effects()).extracting(Effect::principal).containsExactly(CI);
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

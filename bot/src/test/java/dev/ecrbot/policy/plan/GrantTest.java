package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FINANCE;
import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.MONTH;
import static dev.ecrbot.policy.plan.Plans.PULL_ACTIONS;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.nothing;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.refused;
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
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.Code;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {
    private static final Principal CI = role("ci");
    private static final String CI_ARN = "\"arn:aws:iam::222222222222:role/ci\"";

    @Test
    void theFirstGrantMakesAPolicy() {
        Plan plan = plan(PolicyDocument.empty(), grant(CI, StandardAccess.PULL, FOREVER), context());
        assertThat(plan.proposed().text())
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"EcrBotPull\",\"Effect\":\"Allow\","
                        + "\"Principal\":{\"AWS\":" + CI_ARN + "},\"Action\":" + PULL_ACTIONS + "}]}");
        assertThat(plan.effects())
                .containsExactly(new Effect(
                        CI, new TreeSet<>(StandardAccess.PULL.actions()), new TreeSet<>(), Optional.empty()));
        assertThat(plan.touchedForeign()).isEmpty();
        assertThat(plan.remaining()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        arn:aws:sts::222222222222:assumed-role/deployer/GitHubActions | "Principal":"*" | ,"Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/sandbox/*"}}
        arn:aws:iam::222222222222:role/deployer | "Principal":{"AWS":"arn:aws:sts::222222222222:assumed-role/deployer/one"} | ``
        """)
    void nobodyHasWhatMayBeDeniedToThem(String arn, String denied, String condition) {
        PolicyDocument base = policy(
                allow("{\"AWS\":\"222222222222\"}", PULL_ACTIONS),
                "{\"Effect\":\"Deny\"," + denied + ",\"Action\":\"ecr:*\"" + condition + "}");
        Plan plan = plan(base, grant(Principals.parse("AWS", arn), StandardAccess.PULL, FOREVER), context());
        assertThat(plan.warnings()).extracting(Warning::kind).contains(Kind.DENY_PRESENT);
    }

    private static String allow(String who, String actions) {
        return "{\"Effect\":\"Allow\",\"Principal\":" + who + ",\"Action\":" + actions + "}";
    }

    @Test
    void anEndIsACondition() {
        PolicyDocument proposed = after(PolicyDocument.empty(), grant(CI, StandardAccess.PUSH_ONLY, WEEK));
        assertThat(proposed.text())
                .contains("\"Sid\":\"EcrBotPushOnlyUntil20261129T1000Z\"")
                .contains("\"Condition\":{\"DateLessThan\":{\"aws:CurrentTime\":\"2026-11-29T10:00:00Z\"}}");
        Optional<Instant> odd = Optional.of(Instant.parse("2026-11-29T10:00:07.5Z"));
        assertThat(after(PolicyDocument.empty(), grant(CI, StandardAccess.READ, odd))
                        .text())
                .contains("\"Sid\":\"EcrBotReadUntil20261129T100007Z\"", "\"2026-11-29T10:00:07Z\"");
    }

    @Test
    void equalAccessAndEndShareAStatement() {
        PolicyDocument one = after(PolicyDocument.empty(), grant(role("b"), StandardAccess.PULL, WEEK));
        PolicyDocument two = after(one, grant(role("a"), StandardAccess.PULL, WEEK));
        PolicyDocument three = after(two, grant(role("c"), StandardAccess.PULL, MONTH));
        assertThat(two.text()).contains("[\"arn:aws:iam::222222222222:role/a\",\"arn:aws:iam::222222222222:role/b\"]");
        assertThat(three.statements()).hasSize(2);
    }

    @Test
    void withoutEndsInThePolicyAllOfOneAccessShareAStatement() {
        PolicyDocument one = plan(PolicyDocument.empty(), grant(role("b"), StandardAccess.PULL, WEEK), withoutExpiry())
                .proposed();
        PolicyDocument two = plan(one, grant(role("a"), StandardAccess.PULL, FOREVER), withoutExpiry())
                .proposed();
        assertThat(two.statements()).hasSize(1);
        assertThat(two.text()).doesNotContain("Condition");
    }

    @Test
    void aLaterEndThatThePolicyDoesntShowIsAChangeOfRecordsOnly() {
        Edit.Grant first = grant(CI, StandardAccess.PULL, WEEK);
        PolicyDocument base =
                plan(PolicyDocument.empty(), first, withoutExpiry()).proposed();
        Plan longer = plan(base, grant(CI, StandardAccess.PULL, MONTH), withoutExpiry(owned(first)));
        assertThat(longer.proposed()).isEqualTo(base);
        assertThat(longer.diff()).isEmpty();
        assertThat(longer.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.until()).isEqualTo(MONTH));
    }

    @Test
    void aLaterEndIsAnEntryOfItsOwn() {
        Edit.Grant first = grant(CI, StandardAccess.PULL, WEEK);
        PolicyDocument base = after(PolicyDocument.empty(), first);
        Plan longer = plan(base, grant(CI, StandardAccess.PULL, MONTH), context(owned(first)));
        assertThat(longer.proposed().statements())
                .hasSize(2)
                .contains(base.statements().get(0));
        assertThat(longer.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.gains()).containsExactlyInAnyOrderElementsOf(StandardAccess.PULL.actions());
            assertThat(effect.until()).isEqualTo(MONTH);
        });
    }

    @Test
    void nothingToChangeIfItIsThereAsLong() {
        PolicyDocument base = after(PolicyDocument.empty(), grant(CI, StandardAccess.PUSH, MONTH));
        assertThat(nothing(
                        base,
                        grant(CI, StandardAccess.PULL, WEEK),
                        context(owned(grant(CI, StandardAccess.PUSH, MONTH)))))
                .isEqualTo(
                        "Role ci in sales (222222222222) already has pull on payments/api, until 2026-11-29 10:00 UTC or longer.");
        assertThat(plan(base, grant(CI, StandardAccess.PULL, FOREVER), context())
                        .effects())
                .hasSize(1);
    }

    @Test
    void nothingToChangeIfOthersGaveIt() {
        PolicyDocument base = policy("{\"Sid\":\"x\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[" + CI_ARN
                + ",\"333333333333\"]},\"Action\":[\"ecr:Batch*\",\"ECR:getdownloadurlforlayer\"]}");
        nothing(base, grant(CI, StandardAccess.PULL, FOREVER), context());
        nothing(base, grant(account(FINANCE), StandardAccess.PULL, WEEK), context());
        assertThat(plan(base, grant(CI, StandardAccess.READ, FOREVER), context())
                        .effects()
                        .get(0)
                        .gains())
                .containsExactly("ecr:DescribeImages", "ecr:ListImages");
    }

    @Test
    void oneOfTheBotsOwnStandsBesideWhatOthersGave() {
        PolicyDocument base = policy(allow("{\"AWS\":" + CI_ARN + "}", PULL_ACTIONS));
        Edit.Grant own = new Edit.Grant(CI, StandardAccess.PULL, WEEK).onItsOwn();
        Plan plan = plan(base, own, context());
        assertThat(plan.effects()).isEmpty();
        assertThat(plan.touchedForeign()).isEmpty();
        assertThat(plan.warnings()).extracting(Warning::kind).containsExactly(Kind.HELD_BY_OTHERS);
        assertThat(plan.proposed().statements()).hasSize(2);
        assertThat(plan.proposed().statements().get(0))
                .isEqualTo(base.statements().get(0));

        PolicyDocument without =
                plan.proposed().with(plan.proposed().statements().subList(1, 2));
        assertThat(nothing(without, own, context(own.owned()))).contains("already has pull");
        Plan ended = plan(plan.proposed(), new Edit.End(CI, StandardAccess.PULL, own.until()), context());
        assertThat(ended.proposed().sameAs(base)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-1\"}}",
                "{\"DateLessThan\":{\"aws:CurrentTime\":\"2026-11-29T09:59:59Z\"}}",
                "{\"DateGreaterThan\":{\"aws:EpochTime\":\"1795600000\"}}"
            })
    void whatDependsOnSomethingOrEndsSoonerIsNoReasonToSkipAGrant(String condition) {
        for (String who : new String[] {"{\"AWS\":" + CI_ARN + "}", "\"*\"", "{\"AWS\":\"222222222222\"}"}) {
            PolicyDocument base = policy("{\"Effect\":\"Allow\",\"Principal\":" + who
                    + ",\"Action\":\"ecr:*\",\"Condition\":" + condition + "}");
            Plan plan = plan(base, grant(CI, StandardAccess.PULL, WEEK), context());
            assertThat(plan.effects())
                    .allSatisfy(effect -> assertThat(effect.gains()).hasSize(3));
            assertThat(plan.effects()).isNotEmpty();
            assertThat(plan.proposed().statements())
                    .startsWith(base.statements().toArray(Statement[]::new))
                    .hasSize(2);
        }
    }

    @Test
    void whoHasItThroughOthersAsLongNeedsNoGrant() {
        String root = "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:*\","
                + "\"Condition\":{\"DateLessThan\":{\"aws:CurrentTime\":\"2026-11-29T10:00:00Z\"}}}";
        assertThat(nothing(policy(root), grant(CI, StandardAccess.PULL, WEEK), context()))
                .endsWith("already has pull on payments/api, until 2026-11-29 10:00 UTC or longer."
                        + " It has it through sales (222222222222)."
                        + " Others wrote that, so nobody here looks after it, and it may go without notice.");
        PolicyDocument soonerInTheRecords = plan(
                        PolicyDocument.empty(), grant(account(SALES), StandardAccess.PULL, WEEK), withoutExpiry())
                .proposed();
        Owned sooner = new Owned(account(SALES), StandardAccess.PULL, WEEK);
        assertThat(plan(soonerInTheRecords, grant(CI, StandardAccess.PULL, MONTH), withoutExpiry(sooner))
                        .effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.until()).isEqualTo(MONTH));
    }

    @Test
    void theRegistrysOwnAccountGivesItsRolesNothing() {
        String root = "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111111111111\"},\"Action\":\"ecr:*\"}";
        Principal role = new Principal.Role(Partition.AWS, Plans.CENTRAL, "/", "ci");
        Plan plan = plan(policy(root), grant(role, StandardAccess.PULL, FOREVER), context());
        assertThat(plan.effects())
                .containsExactly(new Effect(
                        role, new TreeSet<>(StandardAccess.PULL.actions()), new TreeSet<>(), Optional.empty()));
        assertThat(plan(plan.proposed(), Plans.revokeAll(role), context()).remaining())
                .isEmpty();
        nothing(policy(root), grant(account(Plans.CENTRAL), StandardAccess.PULL, FOREVER), context());
    }

    @Test
    void aStatementOfTheBotsThatSomeoneChangedIsLeftAlone() {
        String changed = "{\"Sid\":\"EcrBotPull\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"333333333333\"},"
                + "\"Action\":[\"ecr:BatchGetImage\"]}";
        PolicyDocument proposed = after(policy(changed), grant(CI, StandardAccess.PULL, FOREVER));
        assertThat(proposed.statements()).hasSize(2);
        assertThat(proposed.statements().get(0).toString()).isEqualTo(changed);
        assertThat(proposed.statements().get(1).sid()).contains("EcrBotPull2");
        PolicyDocument second = after(proposed, grant(role("b"), StandardAccess.PULL, FOREVER));
        assertThat(second.statements()).hasSize(2);
    }

    @Test
    void aSingleStatementBecomesTwo() {
        PolicyDocument base = PolicyDocument.parse(
                "{\"Id\":\"i\",\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:PutImage\"},\"Version\":\"2008-10-17\"}");
        PolicyDocument proposed = after(base, grant(CI, StandardAccess.PULL, FOREVER));
        assertThat(proposed.text())
                .startsWith(
                        "{\"Id\":\"i\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:PutImage\"},")
                .endsWith("],\"Version\":\"2008-10-17\"}");
    }

    @Test
    void aDenyThatNamesThePrincipalIsNoReasonToSkipTheGrantAndIsTold() {
        String deny = "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":" + CI_ARN + "},\"Action\":\"ecr:Batch*\"}";
        String allow = "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":" + CI_ARN + "},\"Action\":\"*\"}";
        Plan plan = plan(policy(deny, allow), grant(CI, StandardAccess.PULL, FOREVER), context());
        assertThat(plan.warnings()).extracting(Warning::kind).contains(Kind.DENY_PRESENT);
        assertThat(nothing(plan.proposed(), grant(CI, StandardAccess.PULL, FOREVER), context()))
                .contains("Deny");
    }

    @ParameterizedTest
    @CsvSource({
        "DateLessThan, aws:CurrentTime, -1, false",
        "DateLessThan, aws:CurrentTime, 3600, true",
        "DateLessThanEquals, aws:currenttime, -1, false",
        "DateLessThanIfExists, aws:CurrentTime, -1, false",
        "DateEquals, aws:CurrentTime, -1, false",
        "DateEquals, aws:CurrentTime, 86400, true",
        "DateNotEquals, aws:CurrentTime, -1, true",
        "DateGreaterThan, aws:CurrentTime, -1, true",
        "DateGreaterThan, aws:CurrentTime, 86400, true",
    })
    void deniesAreToldIfTheirTimeIsNotOver(String operator, String key, long seconds, boolean told) {
        String deny = denyIf(operator, key, Plans.NOW.plusSeconds(seconds).toString());
        assertThat(kinds(policy(deny), CI).anyMatch(Kind.DENY_PRESENT::equals)).isEqualTo(told);
    }

    @Test
    void aTimeInSecondsIsOverLikeAnyOther() {
        String past = String.valueOf(Plans.NOW.getEpochSecond() - 1);
        assertThat(kinds(policy(denyIf("NumericLessThan", "aws:EpochTime", past)), CI))
                .doesNotContain(Kind.DENY_PRESENT);
        String last = String.valueOf(Instant.MAX.getEpochSecond());
        assertThat(kinds(policy(denyIf("NumericLessThan", "aws:EpochTime", last)), CI))
                .contains(Kind.DENY_PRESENT);
    }

    private static String denyIf(String operator, String key, String value) {
        return "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:BatchGetImage\",\"Condition\":{\"" + operator
                + "\":{\"" + key + "\":\"" + value + "\"},\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-abc123def4\"}}}";
    }

    @Test
    void deniesAreToldIfTheyReachThePrincipal() {
        String exceptsCi = "{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":" + CI_ARN + "},\"Action\":\"ecr:Batch*\"}";
        assertThat(kinds(policy(exceptsCi), CI)).doesNotContain(Kind.DENY_PRESENT);
        assertThat(kinds(policy(exceptsCi), role("other"))).contains(Kind.DENY_PRESENT);
        String root = "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:Batch*\"}";
        assertThat(kinds(policy(root), CI)).contains(Kind.DENY_PRESENT);
        assertThat(kinds(policy(root), account(FINANCE))).doesNotContain(Kind.DENY_PRESENT);
        String push = "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:PutImage\"}";
        assertThat(kinds(policy(push), CI)).doesNotContain(Kind.DENY_PRESENT);
    }

    @Test
    void warningsSayWhatToThinkOf() {
        Plan plan = plan(PolicyDocument.empty(), grant(account(SALES), StandardAccess.PUSH, FOREVER), context());
        assertThat(plan.warnings())
                .containsExactly(
                        new Warning(Kind.WHOLE_ACCOUNT, "Every role that sales (222222222222) trusts gets this."),
                        new Warning(
                                Kind.PUSH,
                                "Sales (222222222222) can put images there, and move tags that aren't immutable."),
                        new Warning(Kind.PERMANENT, "The access has no end and stays until somebody revokes it."));
        assertThat(kinds(PolicyDocument.empty(), new Principal.Session(Partition.AWS, SALES, "ci", "s1")))
                .contains(Kind.SESSION);
        assertThat(kinds(PolicyDocument.empty(), new Principal.FederatedUser(Partition.AWS, SALES, "bob")))
                .contains(Kind.FEDERATED_USER);
        assertThat(kinds(PolicyDocument.empty(), new Principal.User(Partition.AWS, SALES, "/", "role2-2")))
                .contains(Kind.USER_FORM_SUSPECT);
        assertThat(kinds(PolicyDocument.empty(), new Principal.User(Partition.AWS, SALES, "/", "bob")))
                .containsExactly(Kind.PERMANENT);
        assertThat(kinds(policy("{\"Sid\":\"odd\"}"), CI)).containsExactly(Kind.PERMANENT, Kind.OPAQUE_STATEMENT);
    }

    static Stream<Principal> ungrantable() {
        return Stream.of(
                new Principal.Everyone(),
                new Principal.Orphan("AROACKCEVSQ6C2EXAMPLE"),
                new Principal.Service("lambda.amazonaws.com"),
                new Principal.Other("AWS", "arn:aws:iam::222222222222:role/*"),
                new Principal.Role(Partition.AWS, SALES, "/", "ci*"),
                new Principal.Role(Partition.AWS, SALES, "", "ci"),
                new Principal.User(Partition.AWS, SALES, "/", "a\nb"));
    }

    @ParameterizedTest
    @MethodSource("ungrantable")
    void someAreNeverGrantedAccess(Principal principal) {
        assertThat(refused(PolicyDocument.empty(), grant(principal, StandardAccess.PULL, WEEK), context())
                        .code())
                .isEqualTo(Code.PRINCIPAL_MALFORMED);
    }

    @Test
    void principalsOfOtherPartitionsAreRefused() {
        Principal chinese = new Principal.Account(Partition.AWS_CN, SALES);
        assertThat(refused(PolicyDocument.empty(), grant(chinese, StandardAccess.PULL, WEEK), context())
                        .code())
                .isEqualTo(Code.PARTITION_MISMATCH);
    }

    @Test
    void endsThatMakeNoSenseAreRefused() {
        for (Instant end : new Instant[] {Plans.NOW, Instant.EPOCH, Instant.MAX}) {
            assertThat(refused(PolicyDocument.empty(), grant(CI, StandardAccess.PULL, Optional.of(end)), context())
                            .code())
                    .isEqualTo(Code.DURATION_MALFORMED);
        }
    }

    @Test
    void thereIsRoomForManyAndNotForMore() {
        PolicyDocument document = PolicyDocument.empty();
        int count = 0;
        while (Planner.plan(
                        document, grant(role("deploy-role-number-" + count), StandardAccess.PULL, FOREVER), context())
                instanceof Plan plan) {
            document = plan.proposed();
            count++;
            assertThat(document.size()).isLessThanOrEqualTo(PolicyDocument.LIMIT);
        }
        assertThat(count).isGreaterThan(150);
        Edit.Grant more = grant(role("deploy-role-number-" + count), StandardAccess.PULL, FOREVER);
        assertThat(refused(document, more, context()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.POLICY_TOO_LARGE))
                .satisfies(problem -> assertThat(problem.what()).contains("of 10,240 characters"));
        Edit.Revoke last = new Edit.Revoke(role("deploy-role-number-" + (count - 1)), Optional.empty());
        Plan fewer = plan(document, last, context());
        Plan again = plan(fewer.proposed(), more, context());
        assertThat(again.warnings()).extracting(Warning::kind).contains(Kind.NEAR_SIZE_LIMIT);
        assertThat(again.sameMeaning(plan(PolicyDocument.empty(), more, context()), Plans.NOW))
                .isTrue();
    }

    @Test
    void plansOfGrantsToOthersKeepTheirMeaningWhileTheBaseMoves() {
        Edit.Grant mine = grant(role("mine"), StandardAccess.PULL, WEEK);
        PolicyDocument base = policy("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"AROACKCEVSQ6C2EXAMPLE\"," + CI_ARN
                + "]},\"Action\":\"ecr:ListImages\"}");
        Plan approved = plan(base, mine, context());
        PolicyDocument moved = base;
        for (int other = 0; other < 9; other++) {
            moved = after(moved, grant(role("other" + other), StandardAccess.PULL, WEEK));
        }
        Plan now = plan(moved, mine, context());
        assertThat(approved.sameMeaning(now, Plans.NOW)).isTrue();
        assertThat(now.sameMeaning(approved, Plans.NOW)).isFalse();
    }

    private static Stream<Kind> kinds(PolicyDocument base, Principal principal) {
        return plan(base, grant(principal, StandardAccess.PULL, FOREVER), context()).warnings().stream()
                .map(Warning::kind);
    }
}

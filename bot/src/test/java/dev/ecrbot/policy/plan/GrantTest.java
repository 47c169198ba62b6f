package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.MONTH;
import static dev.ecrbot.policy.plan.Plans.PULL_ACTIONS;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
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
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.Code;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** None */
final class GrantTest extends GrantSample {
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
}

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
import static dev.ecrbot.policy.plan.Plans.role;
import static dev.ecrbot.policy.plan.Plans.withoutExpiry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Warning.Kind;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody holds already isn't given once more, unless it would end sooner or isn't certain. */
final class HeldAlreadyTest extends GrantSample {
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
                .endsWith(
                        "already has pull on payments/api, until 2026-11-29 10:00 UTC or longer."
                                + " It has it through sales (222222222222)."
                                + " Others wrote that. Nobody here looks after it, and they may remove it without telling you.");
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
}

package dev.ecrbot.policy.holding;

import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.role;
import static dev.ecrbot.policy.plan.Plans.withoutExpiry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plans;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HoldingsTest {

    @Test
    void eachPrincipalOfEachStatementIsOne() {
        PolicyDocument document = policy(
                "{\"Sid\":\"odd\"}",
                "{\"Sid\":\"a b\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"222222222222\","
                        + "\"arn:aws:iam::222222222222:root\"],\"Service\":\"x.amazonaws.com\"},\"Action\":\"ecr:*\","
                        + "\"Condition\":{\"DateLessThan\":{\"aws:CurrentTime\":\"2026-11-29T10:00:00Z\"}}}",
                "{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":\"222222222222\"},\"NotAction\":[\"ecr:B\",\"ecr:A\"]}");
        TreeSet<String> all = new TreeSet<>(Set.of("ecr:*"));
        assertThat(Holdings.of(document, Set.of()))
                .containsExactly(
                        new Holding(
                                account(Plans.SALES), all, true, true, Optional.empty(), Optional.of("a b"), 1, false),
                        new Holding(
                                new Principal.Service("x.amazonaws.com"),
                                all,
                                true,
                                true,
                                Optional.empty(),
                                Optional.of("a b"),
                                1,
                                false),
                        new Holding(
                                new Principal.Other("NotPrincipal", "* except arn:aws:iam::222222222222:root"),
                                new TreeSet<>(Set.of("* except ecr:A, ecr:B")),
                                false,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                2,
                                false));
    }

    @Test
    void oursIsWhatHasTheFormAndAStoredGrant() {
        Edit.Grant ours = grant(role("ours"), StandardAccess.PULL, WEEK);
        PolicyDocument document =
                after(after(PolicyDocument.empty(), ours), grant(role("added"), StandardAccess.PULL, WEEK));
        List<Holding> holdings = Holdings.of(document, Set.of(owned(ours)));
        assertThat(holdings).extracting(Holding::ours).containsExactly(false, true);
        assertThat(holdings).extracting(Holding::until).containsOnly(WEEK);
        assertThat(holdings).extracting(Holding::conditional).containsOnly(false);
    }

    @Test
    void anEndThatThePolicyDoesntShowComesFromTheGrants() {
        Edit.Grant timed = grant(role("ci"), StandardAccess.PULL, WEEK);
        PolicyDocument document =
                plan(PolicyDocument.empty(), timed, withoutExpiry()).proposed();
        assertThat(Holdings.of(document, Set.of(owned(timed))).get(0).until()).isEqualTo(WEEK);
        Owned endless = new Owned(role("ci"), StandardAccess.PULL, FOREVER);
        assertThat(Holdings.of(document, Set.of(owned(timed), endless)).get(0).until())
                .isEmpty();
    }
}

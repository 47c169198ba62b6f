package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FINANCE;
import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.MONTH;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.nothing;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.refused;
import static dev.ecrbot.policy.plan.Plans.revoke;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.holding.Holdings;
import dev.ecrbot.problem.Code;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policies that people published, and what they wanted with them. */
class SeedsTest {
    private static final PolicyDocument PULL_AND_PUSH = PolicyDocument.parse("""
            {"Version":"2008-10-17","Statement":[{"Sid":"pull and push","Effect":"Allow","Principal":{"AWS":
            "arn:aws:iam::222222222222:role/role2-1"},"Action":["ecr:GetDownloadUrlForLayer","ecr:BatchGetImage",
            "ecr:BatchCheckLayerAvailability","ecr:PutImage","ecr:InitiateLayerUpload","ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload"]},{"Sid":"pull only","Effect":"Allow","Principal":{"AWS":
            "arn:aws:iam::222222222222:user/role2-2"},"Action":["ecr:GetDownloadUrlForLayer","ecr:BatchGetImage",
            "ecr:BatchCheckLayerAvailability"]}]}""");

    private static final PolicyDocument TWO_ACCOUNTS_READ = PolicyDocument.parse("""
            {"Version": "2012-10-17", "Statement": [{"Sid": "crossAccountAllowRead", "Effect": "Allow", "Principal": {"AWS": [
            "arn:aws:iam::222222222222:root", "arn:aws:iam::333333333333:root"]}, "Action": ["ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer", "ecr:ListImages"]}]}""");

    private static final PolicyDocument ROOT_PUSHES = PolicyDocument.parse("""
            {"Version": "2012-10-17", "Statement": [{"Sid": "AllowPushPull", "Effect": "Allow", "Principal": {"AWS":
            "arn:aws:iam::222222222222:root"}, "Action": ["ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage",
            "ecr:BatchCheckLayerAvailability", "ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload"]}]}""");

    @Test
    void onePushesAndAnotherPulls() {
        PolicyDocument document = after(
                after(PolicyDocument.empty(), grant(role("role2-1"), StandardAccess.PUSH, FOREVER)),
                grant(role("role2-2"), StandardAccess.PULL, FOREVER));
        assertThat(Holdings.of(document, Set.of()))
                .extracting(holding -> AccessWords.of(StandardAccess.CATALOGUE, holding.actions())
                        .toString())
                .containsExactly("[push]", "[pull]");
    }

    @Test
    void whatIsThereIsKnownByItsWords() {
        nothing(PULL_AND_PUSH, grant(role("role2-1"), StandardAccess.PUSH, FOREVER), context());
        nothing(PULL_AND_PUSH, grant(role("role2-1"), StandardAccess.PULL, WEEK), context());
        nothing(TWO_ACCOUNTS_READ, grant(account(FINANCE), StandardAccess.READ, FOREVER), context());
        nothing(ROOT_PUSHES, grant(account(SALES), StandardAccess.PUSH, MONTH), context());
        assertThat(refused(PULL_AND_PUSH, revoke(role("role2-1"), StandardAccess.PULL), context())
                        .code())
                .isEqualTo(Code.REVOKE_WIDER);
    }

    @Test
    void aRoleThatWasWrittenAsAUserGetsItsOwnEntryAndTheUserIsTold() {
        Plan right = plan(PULL_AND_PUSH, grant(role("role2-2"), StandardAccess.PULL, FOREVER), context());
        assertThat(right.proposed().statements())
                .startsWith(PULL_AND_PUSH.statements().toArray(Statement[]::new));
        assertThat(right.proposed().text()).startsWith("{\"Version\":\"2008-10-17\"");
        Principal asUser = new Principal.User(Partition.AWS, SALES, "/", "role2-3");
        assertThat(plan(PULL_AND_PUSH, grant(asUser, StandardAccess.PULL, WEEK), context())
                        .warnings())
                .extracting(Warning::kind)
                .containsExactly(Warning.Kind.USER_FORM_SUSPECT);
    }

    @Test
    void oneOfTwoAccountsIsTakenOut() {
        Plan plan = plan(TWO_ACCOUNTS_READ, revoke(account(SALES), StandardAccess.READ), context());
        assertThat(plan.proposed().text()).contains("{\"AWS\":[\"arn:aws:iam::333333333333:root\"]}");
        assertThat(plan.diff())
                .extracting(DiffLine::toString)
                .containsExactly(
                        " …",
                        "       \"Sid\" : \"crossAccountAllowRead\",",
                        "       \"Effect\" : \"Allow\",",
                        "       \"Principal\" : {",
                        "-        \"AWS\" : [",
                        "-          \"arn:aws:iam::222222222222:root\",",
                        "-          \"arn:aws:iam::333333333333:root\"",
                        "-        ]",
                        "+        \"AWS\" : \"arn:aws:iam::333333333333:root\"",
                        "       },",
                        "       \"Action\" : [",
                        "         \"ecr:BatchCheckLayerAvailability\",",
                        " …");
    }

    @Test
    void anAccountThatPushesAlsoGetsReading() {
        Plan plan = plan(ROOT_PUSHES, grant(account(SALES), StandardAccess.READ, WEEK), context());
        assertThat(plan.effects().get(0).gains()).containsExactly("ecr:DescribeImages", "ecr:ListImages");
        assertThat(plan.touchedForeign()).isEmpty();
    }
}
